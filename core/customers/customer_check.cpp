#include "core/customers/customer_check.h"

#include "core/base/identifiers.h"
#include "core/base/search_text.h"
#include "core/base/text_gate.h"
#include "core/customers/name_spellings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Error invalid(const QString& key, const QStringList& args = {})
{
    return Error{ErrorCode::Invalid, key, args, {}};
}

bool hasArabic(const QString& text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Arabic && c.isLetter(); });
}

bool hasLetter(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}

bool shareWords(const QString& one, const QString& other)
{
    const auto first = searchWords(writtenOut(one));
    const auto second = searchWords(writtenOut(other));
    const auto shared =
        std::count_if(first.begin(), first.end(), [&](const auto& word) { return second.contains(word); });
    return shared >= 2 || (shared > 0 && shared == std::min(first.size(), second.size()));
}

Result<> cleanNames(Customer& draft)
{
    SANAD_TRY_VALUE(nameAr, cleanText(draft.nameAr));
    SANAD_TRY_VALUE(nameEn, cleanText(draft.nameEn));
    draft.nameAr = nameAr;
    draft.nameEn = nameEn;
    // A Latin name in the Arabic field, with none in its own, belongs there.
    if (!draft.nameAr.isEmpty() && draft.nameEn.isEmpty() && !hasArabic(draft.nameAr))
        std::swap(draft.nameAr, draft.nameEn);
    else if (!draft.nameEn.isEmpty() && draft.nameAr.isEmpty() && hasArabic(draft.nameEn))
        std::swap(draft.nameAr, draft.nameEn);
    if (hasArabic(draft.nameEn)) return invalid(u"customer.name-script"_s);
    if (!hasLetter(draft.nameAr) && !hasLetter(draft.nameEn)) return invalid(u"customer.no-name"_s);
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const QString both = draft.nameAr + draft.nameEn;
    if (draft.kind != CustomerKind::Company && std::any_of(both.begin(), both.end(), isDigit))
        return invalid(u"customer.name-digits"_s);
    return {};
}

Result<> judge(const IdentifierCheck& check, const QString& kind, ConfirmUnusual confirm)
{
    if (check.verdict == IdentifierVerdict::Refused) return invalid(check.problem, {kind});
    const bool passes = check.verdict == IdentifierVerdict::Fine || confirm == ConfirmUnusual::Yes ||
        (confirm == ConfirmUnusual::LengthOnly && check.problem == "identifier.length"_L1);
    if (!passes) return invalid(u"customer.unusual"_s, {kind});
    return {};
}

Result<> cleanIdentifiers(Customer& draft, ConfirmUnusual confirm)
{
    std::vector<CustomerIdentifier> clean;
    for (auto entry : draft.identifiers) {
        SANAD_TRY_VALUE(value, cleanText(entry.value, {.maxLength = 40}));
        if (value.isEmpty()) continue;
        if (!identifierRule(entry.kind) || entry.kind.startsWith("mrz_"_L1) ||
            entry.kind.startsWith("phone_"_L1))
            return invalid(u"customer.kind-of-number"_s, {entry.kind});
        const auto check = checkIdentifier(entry.kind, value);
        SANAD_TRY(judge(check, entry.kind, confirm));
        entry.value = check.value;
        if (entry.country.isEmpty()) entry.country = u"OMN"_s;
        entry.country = normalisedIdentifier(u"nationality", entry.country);
        SANAD_TRY(judge(checkIdentifier(u"nationality", entry.country), u"nationality"_s, confirm));
        const bool twice = std::any_of(clean.begin(), clean.end(), [&](const auto& other) {
            return other.kind == entry.kind && other.value == entry.value && other.country == entry.country;
        });
        if (!twice) clean.push_back(entry);
    }
    draft.identifiers = std::move(clean);
    return {};
}

Result<QString> cleanPhone(const QString& typed, ConfirmUnusual confirm)
{
    SANAD_TRY_VALUE(text, cleanText(typed, {.maxLength = 30}));
    if (text.isEmpty()) return QString();
    const auto check = checkPhone(text);
    SANAD_TRY(judge(check, u"phone_mobile"_s, confirm));
    return check.value;
}

Result<> cleanContact(Customer& draft, ConfirmUnusual confirm)
{
    SANAD_TRY_VALUE(phone, cleanPhone(draft.phone, confirm));
    SANAD_TRY_VALUE(otherPhone, cleanPhone(draft.otherPhone, confirm));
    SANAD_TRY_VALUE(email, cleanText(draft.email, {.maxLength = 254}));
    SANAD_TRY_VALUE(address, cleanText(draft.address, {.maxLength = 500}));
    SANAD_TRY_VALUE(wilayat, cleanText(draft.wilayat, {.maxLength = 40}));
    draft.phone = phone;
    draft.otherPhone = otherPhone == phone ? QString() : otherPhone;
    draft.address = address;
    draft.wilayat = wilayat;
    draft.email = email;
    if (!email.isEmpty()) {
        const auto check = checkIdentifier(u"email", email);
        SANAD_TRY(judge(check, u"email"_s, confirm));
        draft.email = check.value;
    }
    if (!wilayat.isEmpty())
        SANAD_TRY(judge(checkIdentifier(u"wilayat_code", wilayat), u"wilayat_code"_s, confirm));
    return {};
}

} // namespace

Result<Customer> cleanedCustomer(Customer draft, const QDate& today, ConfirmUnusual confirm)
{
    SANAD_TRY(cleanNames(draft));
    SANAD_TRY(cleanIdentifiers(draft, confirm));
    SANAD_TRY(cleanContact(draft, confirm));
    if (!draft.sex.isEmpty() && draft.sex != "M"_L1 && draft.sex != "F"_L1) return invalid(u"customer.sex"_s);
    if (draft.birthDate.isValid() && (draft.birthDate > today || draft.birthDate < QDate(1900, 1, 1)))
        return invalid(u"customer.birth-date"_s);
    if (draft.nationality.isEmpty() && draft.kind == CustomerKind::Citizen) draft.nationality = u"OMN"_s;
    if (!draft.nationality.isEmpty()) {
        draft.nationality = normalisedIdentifier(u"nationality", draft.nationality);
        SANAD_TRY(judge(checkIdentifier(u"nationality", draft.nationality), u"nationality"_s, confirm));
    }
    if (draft.language.isEmpty()) draft.language = draft.nameAr.isEmpty() ? u"en"_s : u"ar"_s;
    if (draft.language != "ar"_L1 && draft.language != "en"_L1) return invalid(u"customer.language"_s);
    return draft;
}

bool areSimilarNames(const Customer& one, const Customer& other)
{
    return shareWords(one.nameAr, other.nameAr) || shareWords(one.nameEn, other.nameEn);
}

bool areDifferentNames(const Customer& one, const Customer& other)
{
    bool compared = false;
    for (const QString& first : {one.nameAr, one.nameEn})
        for (const QString& second : {other.nameAr, other.nameEn}) {
            if (!hasLetter(first) || !hasLetter(second) || hasArabic(first) != hasArabic(second)) continue;
            if (shareWords(first, second)) return false;
            compared = true;
        }
    return compared;
}

} // namespace sanad
