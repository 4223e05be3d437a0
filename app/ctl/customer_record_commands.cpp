#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/base/identifiers.h"
#include "core/customers/customer_service.h"
#include "ui/text/format.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

using Given = std::optional<std::string>;

struct Options {
    std::string customer, person, role;
    Given kind, nameAr, nameEn, phone, otherPhone, email, address, birthDate, sex, nationality, wilayat,
        language, until;
    std::vector<std::string> numbers;
    bool confirm = false;
};

/// The fields that are a text each, by the names of import columns.
struct TextField {
    const char* name;
    QString Customer::*field;
    Given Options::*given;
};
constexpr TextField kTexts[] = {
    {"name-ar", &Customer::nameAr, &Options::nameAr},
    {"name-en", &Customer::nameEn, &Options::nameEn},
    {"phone", &Customer::phone, &Options::phone},
    {"other-phone", &Customer::otherPhone, &Options::otherPhone},
    {"email", &Customer::email, &Options::email},
    {"address", &Customer::address, &Options::address},
    {"sex", &Customer::sex, &Options::sex},
    {"nationality", &Customer::nationality, &Options::nationality},
    {"wilayat", &Customer::wilayat, &Options::wilayat},
    {"language", &Customer::language, &Options::language},
};

QString key(const char* name)
{
    return QString::fromLatin1(name).replace(u'-', u'_');
}

QString optionHelp(const char* name)
{
    const QString known = QString::fromLatin1(name);
    if (known == "name-ar"_L1) return Ctl::tr("Name in Arabic");
    if (known == "name-en"_L1) return Ctl::tr("Name in Latin letters");
    if (known == "phone"_L1) return Ctl::tr("Mobile");
    if (known == "other-phone"_L1) return Ctl::tr("Another phone");
    if (known == "email"_L1) return Ctl::tr("E-mail");
    if (known == "address"_L1) return Ctl::tr("Address");
    if (known == "sex"_L1) return Ctl::tr("M or F");
    if (known == "nationality"_L1) return Ctl::tr("Nationality: three letters");
    if (known == "wilayat"_L1) return Ctl::tr("Code of the wilayat");
    return Ctl::tr("What the customer reads: ar or en");
}

QJsonObject json(const Customer& customer)
{
    QJsonArray numbers, authorised;
    for (const CustomerIdentifier& each : customer.identifiers)
        numbers.append(QJsonObject{{u"kind"_s, each.kind}, {u"value"_s, each.value},
            {u"country"_s, each.country}, {u"expiry"_s, jsonDay(each.expiry)}});
    for (const AuthorisedPerson& each : customer.authorised)
        authorised.append(QJsonObject{{u"person"_s, each.person.text()}, {u"role"_s, each.role},
            {u"until"_s, jsonDay(each.validUntil)}});
    QJsonObject object{{u"id"_s, customer.id.text()}, {u"kind"_s, customerKindKey(customer.kind)},
        {u"birth_date"_s, jsonDay(customer.birthDate)}, {u"numbers"_s, numbers},
        {u"authorised"_s, authorised}, {u"restricted"_s, customer.restrictedAt.isValid()}};
    for (const TextField& each : kTexts)
        object.insert(key(each.name), customer.*each.field);
    return object;
}

Exit show(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, id, customerArgument(options.customer));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, customer, CustomerService(*session.db).get(id, session.actor));
    if (frame.json) return frame.print(json(customer)) ? Exit::Done : frame.failOutput();
    Table table({Ctl::tr("Field"), Ctl::tr("Value")});
    table.add({Ctl::tr("Kind"), Ctl::word(customerKindKey(customer.kind))});
    for (const TextField& each : kTexts)
        if (const QString& value = customer.*each.field; !value.isEmpty())
            table.add({optionHelp(each.name), value});
    if (customer.birthDate.isValid()) table.add({Ctl::tr("Birth date"), dateText(customer.birthDate)});
    for (const CustomerIdentifier& each : customer.identifiers)
        table.add(
            {each.kind, each.expiry.isValid() ? each.value + u"  "_s + dateText(each.expiry) : each.value});
    for (const AuthorisedPerson& each : customer.authorised)
        table.add({Ctl::tr("Authorised person"), each.person.text() + u"  "_s + each.role});
    return frame.print(table.text()) ? Exit::Done : frame.failOutput();
}

/// KIND=VALUE[,COUNTRY[,UNTIL]]
Result<CustomerIdentifier> numberArgument(const std::string& text)
{
    SANAD_TRY_VALUE(clean, textArgument(text));
    const qsizetype equals = clean.indexOf(u'=');
    const QStringList parts = clean.mid(equals + 1).split(u',');
    if (equals < 1 || parts.size() > 3) return Error{ErrorCode::Usage, u"ctl.number"_s, {}, {}};
    CustomerIdentifier number;
    number.kind = clean.first(equals);
    number.value = parts[0].trimmed();
    if (parts.size() > 1 && !parts[1].trimmed().isEmpty()) number.country = parts[1].trimmed();
    if (parts.size() > 2) {
        SANAD_TRY_VALUE(until, dayArgument(parts[2].trimmed().toStdString()));
        number.expiry = until;
    }
    return number;
}

/// The record with what was given; a number takes the place of those of its kind.
Result<Customer> changedBy(const Options& options, Customer customer)
{
    for (const TextField& each : kTexts)
        if (const Given& given = options.*each.given) {
            SANAD_TRY_VALUE(text, textArgument(*given));
            customer.*each.field = text;
        }
    if (options.kind)
        customer.kind = customerKindFromKey(QString::fromStdString(*options.kind)).value_or(customer.kind);
    if (options.birthDate) {
        customer.birthDate = {};
        SANAD_TRY_VALUE(text, textArgument(*options.birthDate));
        if (!text.isEmpty()) {
            SANAD_TRY_VALUE(day, dayArgument(text.toStdString()));
            customer.birthDate = day;
        }
    }
    std::vector<CustomerIdentifier> numbers;
    for (const std::string& text : options.numbers) {
        SANAD_TRY_VALUE(number, numberArgument(text));
        numbers.push_back(number);
    }
    std::erase_if(customer.identifiers, [&](const CustomerIdentifier& old) {
        return std::any_of(
            numbers.begin(), numbers.end(), [&](const auto& number) { return number.kind == old.kind; });
    });
    for (const CustomerIdentifier& number : numbers)
        if (!number.value.isEmpty()) customer.identifiers.push_back(number);
    return customer;
}

Exit change(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, id, customerArgument(options.customer));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, allowed, session.actor.may(Permission::EditCustomers));
    CustomerService customers(*session.db);
    CTL_VALUE(frame, known, customers.get(id, session.actor));
    CTL_VALUE(frame, changed, changedBy(options, known));
    if (changed == known) return frame.fail({ErrorCode::Usage, u"ctl.change-nothing"_s, {}, {}});
    CTL_VALUE(frame, saved,
        customers.update(changed, session.actor,
            options.confirm ? ConfirmDuplicates::Yes : ConfirmDuplicates::No,
            options.confirm ? ConfirmUnusual::Yes : ConfirmUnusual::No));
    return frame.result(Ctl::tr("The record is changed."), json(saved)) ? Exit::Done : frame.failOutput();
}

Exit authorise(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, company, customerArgument(options.customer));
    AuthorisedPerson person;
    CTL_VALUE(frame, who, customerArgument(options.person));
    CTL_VALUE(frame, role, textArgument(options.role));
    person.person = who;
    person.role = role;
    if (options.until) {
        CTL_VALUE(frame, until, dayArgument(*options.until));
        person.validUntil = until;
    }
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, done, CustomerService(*session.db).authorise(company, person, session.actor));
    return frame.result(Ctl::tr("This person may sign for the company."),
               {{u"company"_s, company.text()}, {u"person"_s, who.text()},
                   {u"until"_s, jsonDay(person.validUntil)}})
        ? Exit::Done
        : frame.failOutput();
}

Exit withdraw(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, company, customerArgument(options.customer));
    CTL_VALUE(frame, who, customerArgument(options.person));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, done, CustomerService(*session.db).withdrawAuthorisation(company, who, session.actor));
    return frame.result(Ctl::tr("This person signs for the company no more."),
               {{u"company"_s, company.text()}, {u"person"_s, who.text()}, {u"withdrawn"_s, true}})
        ? Exit::Done
        : frame.failOutput();
}

} // namespace

void addCustomerRecordCommands(Words customer, Frame& frame)
{
    const auto showing = std::make_shared<Options>();
    Words shown = verb(customer, frame, "show", Ctl::help("What is kept of a customer"), showing, show);
    shown.option("customer", showing->customer, Ctl::help("As find prints it")).required();

    const auto changing = std::make_shared<Options>();
    Words changed = verb(customer, frame, "change",
        Ctl::help("Puts a record right; what is not given stays, an empty text takes a value away"), changing,
        change);
    changed.option("customer", changing->customer, Ctl::help("As find prints it")).required();
    for (const TextField& each : kTexts)
        changed.option(
            std::string("--") + each.name, *changing.*each.given, optionHelp(each.name).toStdString());
    changed.option("--kind", changing->kind, Ctl::help("What the customer is"))
        .oneOf({"citizen", "resident", "visitor", "company"});
    changed.option("--birth-date", changing->birthDate, Ctl::help("Day: 2026-11-21"));
    changed.option("--number", changing->numbers,
        Ctl::help("KIND=VALUE[,COUNTRY[,UNTIL]] in place of the numbers of that kind"));
    changed.flag("--confirm", changing->confirm,
        Ctl::help("Unusual numbers are right, and similar customers are somebody else"));

    const auto authorising = std::make_shared<Options>();
    Words added =
        verb(customer, frame, "authorise", Ctl::help("Who may sign for a company"), authorising, authorise);
    added.option("company", authorising->customer, Ctl::help("As find prints it")).required();
    added.option("person", authorising->person, Ctl::help("As find prints it")).required();
    added.option("--role", authorising->role, Ctl::help("As on the registration"));
    added.option("--until", authorising->until, Ctl::help("Day: 2026-11-21"));
    const auto withdrawing = std::make_shared<Options>();
    Words gone = verb(customer, frame, "withdraw", Ctl::help("Who signs no more"), withdrawing, withdraw);
    gone.option("company", withdrawing->customer, Ctl::help("As find prints it")).required();
    gone.option("person", withdrawing->person, Ctl::help("As find prints it")).required();
}

} // namespace sanad::ctl
