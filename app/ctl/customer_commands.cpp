#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/customers/customer_service.h"
#include "core/visits/customer_search.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string text;
    int limit = 20;
};

/// Beyond so many that only sound like what was typed nobody looks.
constexpr int kMostAlike = 5;

QJsonObject json(const CustomerMatch& match, bool alike)
{
    return {{u"id"_s, match.id.text()}, {u"kind"_s, customerKindKey(match.kind)},
        {u"name_ar"_s, match.nameAr}, {u"name_en"_s, match.nameEn}, {u"identifier"_s, match.maskedIdentifier},
        {u"phone"_s, match.maskedPhone}, {u"sounds_alike"_s, alike}};
}

Exit find(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, text, textArgument(options.text));
    if (text.isEmpty()) return frame.fail({ErrorCode::Usage, u"ctl.find-nothing"_s, {}, {}});
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, matches, findCustomers(*session.db, text, options.limit, session.actor));
    Table table({Ctl::tr("Customer"), Ctl::tr("Name"), Ctl::tr("Identifier"), Ctl::tr("Phone"), {}});
    int soundAlike = 0;
    for (const CustomerMatch& match : matches) {
        const bool alike = onlySoundsAlike(text, match);
        if (alike && ++soundAlike > kMostAlike) continue;
        if (frame.json && !frame.print(json(match, alike))) return frame.failOutput();
        const QString& first = frame.language() == Language::Arabic ? match.nameAr : match.nameEn;
        const QString& second = frame.language() == Language::Arabic ? match.nameEn : match.nameAr;
        table.add({match.id.text(), first.isEmpty() ? second : first, match.maskedIdentifier,
            match.maskedPhone, alike ? Ctl::tr("only sounds alike") : QString()});
    }
    if (!frame.json) {
        const QString nobody = Ctl::tr("No customer was found.");
        if (!frame.print(table.isEmpty() ? nobody : table.text())) return frame.failOutput();
    }
    return matches.empty() ? Exit::Refused : Exit::Done;
}

struct MergeOptions {
    std::string kept, gone, merge, reason;
};

Exit merge(Frame& frame, const MergeOptions& options)
{
    CTL_VALUE(frame, kept, customerArgument(options.kept));
    CTL_VALUE(frame, gone, customerArgument(options.gone));
    CTL_VALUE(frame, reason, textArgument(options.reason));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, allowed, session.actor.may(Permission::MergeCustomers));
    CTL_VALUE(frame, approval, frame.approval(session, mergeAct(kept, gone), reason));
    CTL_VALUE(frame, done, CustomerService(*session.db).merge(kept, gone, approval, session.actor));
    return frame.result(done.text(), {{u"merge"_s, done.text()}, {u"kept"_s, kept.text()}})
        ? Exit::Done
        : frame.failOutput();
}

Exit unmerge(Frame& frame, const MergeOptions& options)
{
    const auto id = MergeId::parse(QString::fromStdString(options.merge));
    if (!id) return frame.fail({ErrorCode::NotFound, u"customer.no-merge"_s, {}, {}});
    CTL_VALUE(frame, reason, textArgument(options.reason));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, allowed, session.actor.may(Permission::MergeCustomers));
    CTL_VALUE(frame, approval, frame.approval(session, undoMergeAct(*id), reason));
    CTL_VALUE(frame, done, CustomerService(*session.db).undoMerge(*id, approval, session.actor));
    return frame.result(id->text(), {{u"merge"_s, id->text()}, {u"undone"_s, true}}) ? Exit::Done
                                                                                     : frame.failOutput();
}

} // namespace

Result<CustomerId> customerArgument(const std::string& text)
{
    const auto id = CustomerId::parse(QString::fromStdString(text));
    if (!id) return Error{ErrorCode::NotFound, u"customer.not-found"_s, {}, {}};
    return *id;
}

void addCustomerCommands(Words app, Frame& frame)
{
    Words customer = app.noun("customer", Ctl::help("Customers"));
    const auto options = std::make_shared<Options>();
    Words one = verb(customer, frame, "find",
        Ctl::help("By words of the name, a number, a phone or its last digits"), options, find);
    one.option("text", options->text, Ctl::help("What is known")).required();
    one.option("--limit", options->limit, Ctl::help("At most so many")).between(1, 1000);

    addCustomerRecordCommands(customer, frame);
    const auto merging = std::make_shared<MergeOptions>();
    Words merged = verb(customer, frame, "merge",
        Ctl::help("One record stands for another from now on; takes --approve"), merging, merge);
    merged.option("kept", merging->kept, Ctl::help("The record that stays")).required();
    merged.option("gone", merging->gone, Ctl::help("The record that it stands for too")).required();
    merged.option("--reason", merging->reason, Ctl::help("Why")).required();
    const auto undoing = std::make_shared<MergeOptions>();
    Words undone = verb(
        customer, frame, "unmerge", Ctl::help("Gives both records back; takes --approve"), undoing, unmerge);
    undone.option("merge", undoing->merge, Ctl::help("What merge printed")).required();
    undone.option("--reason", undoing->reason, Ctl::help("Why")).required();
}

} // namespace sanad::ctl
