#include "core/settings/settings_repository.h"

#include "core/audit/audit_trail.h"
#include "core/audit/row_digest.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kValue = "SELECT value FROM setting WHERE branch_id = :branch AND key = :key";
constexpr auto kAll = "SELECT key, value FROM setting WHERE branch_id = :branch";
constexpr auto kSet = R"(
    INSERT INTO setting (branch_id, key, value) VALUES (:branch, :key, :value)
    ON CONFLICT (branch_id, key) DO UPDATE SET value = excluded.value)";
constexpr auto kCounters =
    "SELECT code, name_ar, name_en, active FROM counter WHERE branch_id = :branch ORDER BY code";
constexpr auto kAnythingDone = R"(
    SELECT 1 FROM staff UNION ALL SELECT 1 FROM desk_key UNION ALL SELECT 1 FROM audit_line LIMIT 1)";
constexpr auto kHasCounter =
    "SELECT 1 FROM counter WHERE branch_id = :branch AND code = :code AND active = 1";
constexpr auto kNumbersUnder = R"(
    SELECT 1 FROM number_series WHERE branch_id = :branch AND name = :code AND series <> :code
    UNION ALL SELECT 1 FROM number_gap g WHERE g.branch_id = :branch AND g.series = :code AND NOT EXISTS (
        SELECT 1 FROM number_series s WHERE s.branch_id = g.branch_id AND s.series = g.series))";
constexpr auto kAddCounter = R"(
    INSERT INTO counter (id, branch_id, code, name_ar, name_en, active)
    VALUES (:id, :branch, :code, :name_ar, :name_en, :active))";
constexpr auto kAddKey = R"(
    INSERT INTO desk_key (id, branch_id, public_key, sealed_secret, created_at)
    VALUES (:id, :branch, :public, :secret, :at))";
constexpr auto kKeys =
    "SELECT id, public_key, sealed_secret FROM desk_key WHERE branch_id = :branch ORDER BY id DESC";

using CounterId = Id<struct CounterTag>;
using DeskKeyId = Id<struct DeskKeyTag>;

QJsonObject vouchFor(const QString& table, const RowDigest& digest)
{
    return {{u"rows"_s, QJsonObject{{table, digest.hex()}}}};
}

/// Read once in a transaction; while nobody else has committed, not at all.
struct CentreOfTransaction {
    std::optional<Centre> centre;
    bool changed = false; // what is read now may still be rolled back
};
struct KeptCentre {
    std::optional<std::int64_t> version;
    Centre centre;
};

Centre storedCentre(Tx& tx)
{
    QHash<QString, QString> all;
    auto query = tx.query(kAll);
    query.bind(":branch", kBranch).run();
    while (query.next())
        all.insert(query.text(0), query.text(1));

    Centre centre;
    centre.nameAr = all.value(u"centre.name_ar"_s);
    centre.nameEn = all.value(u"centre.name_en"_s);
    centre.licence = all.value(u"centre.licence"_s);
    centre.vatin = all.value(u"centre.vatin"_s);
    centre.addressAr = all.value(u"centre.address_ar"_s);
    centre.addressEn = all.value(u"centre.address_en"_s);
    centre.phone = all.value(u"centre.phone"_s);
    centre.wilayat = all.value(u"centre.wilayat"_s);
    centre.returnPolicyAr = all.value(u"centre.return_policy_ar"_s);
    centre.returnPolicyEn = all.value(u"centre.return_policy_en"_s);
    centre.vatRegistered = all.value(u"centre.vat_registered"_s) == "1"_L1;
    centre.vatSince = QDate::fromString(all.value(u"centre.vat_since"_s), Qt::ISODate);
    centre.cutOffHour = all.value(u"centre.cut_off_hour"_s, u"4"_s).toInt();
    centre.hijriOffset = all.value(u"centre.hijri_offset"_s, u"0"_s).toInt();
    centre.training = all.value(u"centre.training"_s) == "1"_L1;
    return centre;
}

} // namespace

QString SettingsRepository::value(const QString& key) const
{
    auto query = m_tx.query(kValue);
    query.bind(":branch", kBranch).bind(":key", key).run();
    return query.next() ? query.text(0) : QString();
}

void SettingsRepository::setValue(const QString& key, const QString& value)
{
    setAll({{key, value}});
}

void SettingsRepository::put(const QString& key, const QString& value, QJsonObject& rows)
{
    m_tx.query(kSet).bind(":branch", kBranch).bind(":key", key).bind(":value", value).run();
    rows.insert(u"setting:"_s + key, RowDigest().add(key).add(kBranch).add(value).hex());
}

void SettingsRepository::setAll(const QMap<QString, QString>& values)
{
    QJsonObject rows;
    for (auto each = values.begin(); each != values.end(); ++each)
        put(each.key(), each.value(), rows);
    AuditTrail(m_tx).record(Actor(), u"settings.changed"_s, kBranch, {{u"rows"_s, rows}});
    m_tx.memory().of<CentreOfTransaction>() = {std::nullopt, true};
    m_tx.connectionMemory().of<KeptCentre>() = {};
    m_tx.touched(u"settings"_s);
}

Centre SettingsRepository::centre() const
{
    auto& ofTransaction = m_tx.memory().of<CentreOfTransaction>();
    if (ofTransaction.centre) return *ofTransaction.centre;
    auto& kept = m_tx.connectionMemory().of<KeptCentre>();
    const auto version = m_tx.foreignChanges();
    if (!version || kept.version != version) {
        const Centre centre = storedCentre(m_tx);
        if (!version || ofTransaction.changed) {
            ofTransaction.centre = centre;
            return centre;
        }
        kept = {version, centre};
    }
    ofTransaction.centre = kept.centre;
    return kept.centre;
}

void SettingsRepository::saveCentre(const Centre& centre)
{
    const auto flag = [](bool on) { return on ? u"1"_s : u"0"_s; };
    setAll({{u"centre.name_ar"_s, centre.nameAr}, {u"centre.name_en"_s, centre.nameEn},
        {u"centre.licence"_s, centre.licence}, {u"centre.vatin"_s, centre.vatin},
        {u"centre.address_ar"_s, centre.addressAr}, {u"centre.address_en"_s, centre.addressEn},
        {u"centre.phone"_s, centre.phone}, {u"centre.wilayat"_s, centre.wilayat},
        {u"centre.return_policy_ar"_s, centre.returnPolicyAr},
        {u"centre.return_policy_en"_s, centre.returnPolicyEn},
        {u"centre.vat_registered"_s, flag(centre.vatRegistered)},
        {u"centre.vat_since"_s, centre.vatSince.toString(Qt::ISODate)},
        {u"centre.cut_off_hour"_s, QString::number(centre.cutOffHour)},
        {u"centre.hijri_offset"_s, QString::number(centre.hijriOffset)},
        {u"centre.training"_s, flag(centre.training)}});
}

bool SettingsRepository::hasCentre() const
{
    auto query = m_tx.query(kAnythingDone);
    query.run();
    return query.next();
}

std::vector<Counter> SettingsRepository::counters() const
{
    std::vector<Counter> list;
    auto query = m_tx.query(kCounters);
    query.bind(":branch", kBranch).run();
    while (query.next())
        list.push_back({query.text(0), query.text(1), query.text(2), query.boolean(3)});
    return list;
}

bool SettingsRepository::hasCounter(const QString& code) const
{
    auto query = m_tx.query(kHasCounter);
    query.bind(":branch", kBranch).bind(":code", code).run();
    return query.next();
}

bool SettingsRepository::hasNumbersUnder(const QString& code) const
{
    auto query = m_tx.query(kNumbersUnder);
    query.bind(":branch", kBranch).bind(":code", code).run();
    return query.next();
}

void SettingsRepository::addCounter(const Counter& counter)
{
    const auto id = CounterId::create();
    m_tx.query(kAddCounter)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":code", counter.code)
        .bind(":name_ar", counter.nameAr)
        .bind(":name_en", counter.nameEn)
        .bind(":active", counter.active)
        .run();
    AuditTrail(m_tx).record(Actor(), u"counter.added"_s, id,
        vouchFor(u"counter"_s,
            RowDigest()
                .add(id.raw())
                .add(kBranch)
                .add(counter.code)
                .add(counter.nameAr)
                .add(counter.nameEn)
                .add(std::int64_t{counter.active})));
    m_tx.touched(u"settings"_s);
}

void SettingsRepository::addSigningKey(const SigningKey& key)
{
    const auto id = DeskKeyId::create();
    const QByteArray secret = m_tx.vault().seal(u"desk_key", u"sealed_secret", id.raw(), key.secretKey);
    m_tx.query(kAddKey)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":public", key.publicKey)
        .bind(":secret", secret)
        .bind(":at", m_tx.now())
        .run();
    AuditTrail(m_tx).record(Actor(), u"desk-key.added"_s, id,
        vouchFor(u"desk_key"_s,
            RowDigest()
                .add(id.raw())
                .add(kBranch)
                .add(key.publicKey)
                .add(secret)
                .add(storedTime(m_tx.now()))));
}

SigningKey SettingsRepository::signingKey() const
{
    const Vault& vault = m_tx.vault();
    auto query = m_tx.query(kKeys);
    query.bind(":branch", kBranch).run();
    if (!query.next()) throw DbError({ErrorCode::Internal, u"settings.no-signing-key"_s, {}, {}});
    auto secret = vault.open(u"desk_key", u"sealed_secret", query.int64(0), query.bytes(2));
    if (!secret) throw DbError(secret.error());
    return {query.bytes(1), *secret};
}

std::vector<QByteArray> SettingsRepository::signingPublicKeys() const
{
    std::vector<QByteArray> keys;
    auto query = m_tx.query(kKeys);
    query.bind(":branch", kBranch).run();
    while (query.next())
        keys.push_back(query.bytes(1));
    return keys;
}

} // namespace sanad
