#include "core/customers/refused_member.h"

#include "core/base/identifiers.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// A member of a customer that holds text, and how much a record takes of it (core/customers).
struct CustomerText {
    QString name, text;
    int most;
};

std::vector<CustomerText> textsOf(const Customer& details)
{
    std::vector<CustomerText> texts{{u"name_ar"_s, details.nameAr, 200}, {u"name_en"_s, details.nameEn, 200},
        {u"phone"_s, details.phone, 30}, {u"email"_s, details.email, 254},
        {u"address"_s, details.address, 500}, {u"wilayat"_s, details.wilayat, 40}};
    for (const CustomerIdentifier& identifier : details.identifiers)
        texts.push_back({identifier.kind, identifier.value, 40});
    return texts;
}

/// The first member of the customer that `fails`; empty when none does.
template <class Fails> QString firstText(const Customer& details, Fails fails)
{
    for (const CustomerText& each : textsOf(details))
        if (fails(each)) return each.name;
    return {};
}

/// Where a number of this kind stands.
QString memberOfKind(const Customer& details, const QString& kind)
{
    if (kind == "phone_mobile"_L1) return u"phone"_s;
    if (kind == "wilayat_code"_L1) return u"wilayat"_s;
    if (kind != "nationality"_L1) return kind;
    const bool isOwn = !details.nationality.isEmpty() &&
        checkIdentifier(u"nationality", details.nationality).verdict != IdentifierVerdict::Fine;
    return isOwn ? u"nationality"_s : u"passport_country"_s;
}

} // namespace

QString refusedMember(const Customer& details, const Error& error)
{
    static const QHash<QString, QString> known{{u"customer.birth-date"_s, u"birth_date"_s},
        {u"customer.language"_s, u"language"_s}, {u"customer.name-script"_s, u"name_en"_s},
        {u"customer.no-name"_s, u"name_ar"_s}, {u"customer.sex"_s, u"sex"_s}};
    const QString argument = error.args.value(0);
    if (error.key == "customer.name-digits"_L1)
        return firstText(details, [](const CustomerText& each) {
            return std::any_of(each.text.begin(), each.text.end(), [](QChar c) { return c.isDigit(); });
        });
    if (error.key == "text.too-long"_L1)
        return firstText(details, [most = argument.toInt()](const CustomerText& each) {
            return each.most == most && each.text.size() > most;
        });
    if (error.key == "customer.unusual"_L1 || error.key.startsWith("identifier."_L1))
        return memberOfKind(details, argument);
    if (error.key == "customer.same-identifier"_L1 && details.identifiers.size() == 1)
        return details.identifiers.front().kind;
    return known.value(error.key);
}

} // namespace sanad
