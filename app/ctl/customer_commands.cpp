#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/customers/customer_service.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string text;
    int limit = 20;
};

QJsonObject json(const CustomerMatch& match)
{
    return {{u"id"_s, match.id.text()}, {u"kind"_s, customerKindKey(match.kind)},
        {u"name_ar"_s, match.nameAr}, {u"name_en"_s, match.nameEn}, {u"identifier"_s, match.maskedIdentifier},
        {u"phone"_s, match.maskedPhone}};
}

Exit find(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, text, textArgument(options.text));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, matches, CustomerService(*session.db).find(text, options.limit, session.actor));
    Table table({frame.say({u"Customer", u"العميل"}), frame.say({u"Name", u"الاسم"}),
        frame.say({u"Identifier", u"المعرّف"}), frame.say({u"Phone", u"الهاتف"})});
    for (const CustomerMatch& match : matches) {
        if (frame.json && !frame.print(json(match))) return frame.failOutput();
        const QString& first = frame.language() == Language::Arabic ? match.nameAr : match.nameEn;
        const QString& second = frame.language() == Language::Arabic ? match.nameEn : match.nameAr;
        table.add(
            {match.id.text(), first.isEmpty() ? second : first, match.maskedIdentifier, match.maskedPhone});
    }
    if (!frame.json) {
        const QString nobody = frame.say({u"No customer was found.", u"لا نتائج."});
        if (!frame.print(table.isEmpty() ? nobody : table.text())) return frame.failOutput();
    }
    return matches.empty() ? Exit::Refused : Exit::Done;
}

} // namespace

void addCustomerCommands(CLI::App& app, Frame& frame)
{
    CLI::App* customer = noun(app, "customer", "Customers");
    const auto options = std::make_shared<Options>();
    CLI::App* one = verb(*customer, frame, "find",
        "By words of the name, a number, a phone or its last digits", options, find);
    one->add_option("text", options->text, "What is known")->required();
    one->add_option("--limit", options->limit, "At most so many")->check(CLI::Range(1, 1000));
}

} // namespace sanad::ctl
