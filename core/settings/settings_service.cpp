#include "core/settings/settings_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/identifiers.h"
#include "core/base/text_gate.h"
#include "core/settings/settings_repository.h"

#include <QRegularExpression>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostHijriOffset = 2;
constexpr int kLatestCutOff = 12;
constexpr int kMostName = 120;
constexpr int kMostPolicy = 400;

Error invalid(const QString& key)
{
    return {ErrorCode::Invalid, key, {}, {}};
}

/// Every text as it may be stored.
Result<> clean(Centre& centre)
{
    for (QString* text : {&centre.nameAr, &centre.nameEn, &centre.licence, &centre.addressAr,
             &centre.addressEn, &centre.phone, &centre.wilayat}) {
        SANAD_TRY_VALUE(kept, cleanText(*text, TextRule{kMostName}));
        *text = kept;
    }
    for (QString* text : {&centre.returnPolicyAr, &centre.returnPolicyEn}) {
        SANAD_TRY_VALUE(kept, cleanText(*text, TextRule{kMostPolicy}));
        *text = kept;
    }
    return {};
}

Result<> check(Centre& centre)
{
    SANAD_TRY(clean(centre));
    if (centre.nameAr.isEmpty() || centre.nameEn.isEmpty()) return invalid(u"settings.centre-name"_s);
    if (!centre.phone.isEmpty() && checkPhone(centre.phone).verdict != IdentifierVerdict::Fine)
        return invalid(u"settings.phone"_s);
    if (!centre.wilayat.isEmpty() &&
        checkIdentifier(u"wilayat_code", centre.wilayat).verdict == IdentifierVerdict::Refused)
        return invalid(u"settings.wilayat"_s);
    if (!centre.vatin.isEmpty() || centre.vatRegistered) {
        const IdentifierCheck vatin = checkIdentifier(u"vatin", centre.vatin);
        if (vatin.verdict == IdentifierVerdict::Refused) return invalid(u"settings.vatin"_s);
        centre.vatin = vatin.value;
    }
    if (centre.vatRegistered && !centre.vatSince.isValid()) return invalid(u"settings.vat-since"_s);
    if (centre.vatRegistered && centre.vatin.isEmpty()) return invalid(u"settings.vatin"_s);
    if (centre.cutOffHour < 0 || centre.cutOffHour > kLatestCutOff)
        return invalid(u"settings.cut-off-hour"_s);
    if (std::abs(centre.hijriOffset) > kMostHijriOffset) return invalid(u"settings.hijri-offset"_s);
    return {};
}

} // namespace

Result<Counter> checkedCounter(Counter counter)
{
    static const QRegularExpression shape(u"^[A-Z][A-Z0-9]{0,5}$"_s);
    counter.code = counter.code.trimmed().toUpper();
    // Transactions and day closes are numbered under these.
    const bool taken = counter.code == "T"_L1 || counter.code == "D"_L1;
    if (taken || !shape.match(counter.code).hasMatch()) return invalid(u"settings.counter-code"_s);
    for (QString* name : {&counter.nameAr, &counter.nameEn}) {
        SANAD_TRY_VALUE(kept, cleanText(*name, TextRule{kMostName}));
        if (kept.isEmpty()) return invalid(u"settings.counter-name"_s);
        *name = kept;
    }
    return counter;
}

Result<Centre> checkedCentre(Centre centre)
{
    SANAD_TRY(check(centre));
    return centre;
}

Result<Centre> SettingsService::centre(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    return m_db.read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); });
}

Result<Centre> SettingsService::saveCentre(Centre centre, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    SANAD_TRY(check(centre));
    return m_db.write([&](Tx& tx) -> Result<Centre> {
        SettingsRepository settings(tx);
        const Centre before = settings.centre();
        if (centre.vatin.isEmpty() && !before.vatin.isEmpty()) return invalid(u"settings.vatin-kept"_s);
        centre.training = before.training;
        settings.saveCentre(centre);
        AuditTrail(tx).record(by, u"centre.changed"_s, kBranch);
        return centre;
    });
}

Result<std::vector<Counter>> SettingsService::counters(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    return m_db.read(
        [](Tx& tx) -> Result<std::vector<Counter>> { return SettingsRepository(tx).counters(); });
}

Result<Counter> SettingsService::addCounter(Counter counter, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    SANAD_TRY_VALUE(checked, checkedCounter(std::move(counter)));
    counter = checked;
    return m_db.write([&](Tx& tx) -> Result<Counter> {
        SettingsRepository settings(tx);
        if (settings.hasCounter(counter.code) || settings.hasNumbersUnder(counter.code))
            return Error{ErrorCode::Conflict, u"settings.counter-exists"_s, {counter.code}, {}};
        settings.addCounter(counter);
        AuditTrail(tx).record(by, u"counter.added"_s, kBranch, {{u"code"_s, counter.code}});
        tx.touched(u"settings"_s);
        return counter;
    });
}

} // namespace sanad
