#include "app/portal/progress.h"

#include "app/portal/fees.h"

#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <vector>

using namespace Qt::StringLiterals;

namespace sanad::portal {

namespace {

constexpr auto kDue =
    "SELECT uuid, seq FROM item WHERE state = 'in_review' AND received_at <= ? ORDER BY seq LIMIT 1000";
constexpr auto kFeesDue = "SELECT uuid, seq FROM item WHERE fee_state = 'paid_unconfirmed' AND paid_at <= ? "
                          "ORDER BY seq LIMIT 1000";
constexpr auto kSetState = "UPDATE item SET state = ? WHERE uuid = ? AND kind = 'transaction'";
constexpr auto kSetFee = "UPDATE item SET fee_state = ? WHERE uuid = ? AND kind = 'transaction'";
constexpr auto kTell = R"(
    INSERT INTO event (client, kind, at, item, reference, state, text_ar, text_en)
    SELECT client, ?, ?, uuid, reference, ?, ?, ? FROM item WHERE uuid = ?)";
constexpr auto kNotice = R"(
    INSERT INTO event (client, kind, at, item, reference, state, text_ar, text_en)
    VALUES (?, 'notice', ?, '', '', '', ?, ?))";
constexpr auto kHighestAnchor =
    "SELECT number, hash FROM anchor WHERE client = ? ORDER BY number DESC LIMIT 1";
constexpr auto kEvents = R"(
    SELECT cursor, kind, at, item, reference, state, text_ar, text_en
    FROM event WHERE client = ? AND cursor > ? ORDER BY cursor LIMIT ?)";
constexpr auto kItem = R"(
    SELECT kind, service, state, reference, received_at FROM item WHERE uuid = ? AND client = ?)";
constexpr auto kDump = R"(
    SELECT seq, uuid, client, kind, service, reference, state, received_at, fee_state, fee_baisa, body
    FROM item ORDER BY seq)";

QString instant(std::int64_t milliseconds)
{
    return storedTime(QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc()));
}

void put(QJsonObject& object, const QString& key, const QString& text)
{
    if (!text.isEmpty()) object[key] = text;
}

struct Due {
    QString uuid;
    std::int64_t seq;
};

std::vector<Due> due(Sqlite& database, const char* sql, std::int64_t until)
{
    std::vector<Due> list;
    auto rows = database.prepare(sql);
    rows.bind(1, until);
    while (rows.step())
        list.push_back({rows.text(0), rows.int64(1)});
    return list;
}

} // namespace

void Progress::tell(const QString& uuid, const QString& kind, const QString& state, const QString& textAr,
    const QString& textEn, std::int64_t now)
{
    m_store.database()
        .prepare(kTell)
        .bind(1, kind)
        .bind(2, now)
        .bind(3, state)
        .bind(4, textAr)
        .bind(5, textEn)
        .bind(6, uuid)
        .run();
}

void Progress::decideDue(std::int64_t now)
{
    if (m_rules.decideAfterSeconds <= 0) return;
    const std::int64_t until = now - m_rules.decideAfterSeconds * std::int64_t{1000};
    const auto items = due(m_store.database(), kDue, until);
    const auto fees = due(m_store.database(), kFeesDue, until);
    if (items.empty() && fees.empty()) return;
    SqliteTransaction transaction(m_store.database());
    for (const Due& item : items) {
        const bool reject = m_rules.rejectEvery > 0 && item.seq % m_rules.rejectEvery == 0;
        const QString state = reject ? u"rejected"_s : u"approved"_s;
        m_store.database().prepare(kSetState).bind(1, state).bind(2, item.uuid).run();
        tell(item.uuid, u"status"_s, state, reject ? u"المستندات غير مكتملة"_s : QString(),
            reject ? u"The documents are incomplete"_s : QString(), now);
    }
    for (const Due& item : fees) {
        m_store.database().prepare(kSetFee).bind(1, u"confirmed"_s).bind(2, item.uuid).run();
        tell(item.uuid, u"fee"_s, u"confirmed"_s, {}, {}, now);
    }
    transaction.commit();
}

Result<QByteArray> Progress::updates(const QString& client, const QString& cursor, int limit)
{
    bool known = true;
    const auto after = cursor.isEmpty() ? 0 : cursor.toLongLong(&known);
    if (!known || after < 0) return Error{ErrorCode::Invalid, u"portal.malformed"_s, {}, {}};

    const auto held = m_store.lock();
    decideDue(QDateTime::currentMSecsSinceEpoch());
    auto rows = m_store.database().prepare(kEvents);
    rows.bind(1, client).bind(2, std::int64_t{after}).bind(3, std::int64_t{limit} + 1);
    QJsonArray updates;
    std::int64_t last = after;
    bool more = false;
    while (rows.step()) {
        if (updates.size() == limit) {
            more = true;
            break;
        }
        QJsonObject update{{u"kind"_s, rows.text(1)}, {u"at"_s, instant(rows.int64(2))}};
        put(update, u"item"_s, rows.text(3));
        put(update, u"reference"_s, rows.text(4));
        put(update, u"state"_s, rows.text(5));
        put(update, u"text_ar"_s, rows.text(6));
        put(update, u"text_en"_s, rows.text(7));
        updates.append(update);
        last = rows.int64(0);
    }
    QJsonObject page{{u"updates"_s, updates}, {u"cursor"_s, QString::number(last)}, {u"more"_s, more}};
    auto anchor = m_store.database().prepare(kHighestAnchor);
    anchor.bind(1, client);
    if (anchor.step())
        page.insert(u"anchor"_s,
            QJsonObject{{u"number"_s, static_cast<qint64>(anchor.int64(0))}, {u"hash"_s, anchor.text(1)}});
    return compact(page);
}

std::optional<QByteArray> Progress::item(const QString& client, const QString& uuid)
{
    const auto held = m_store.lock();
    decideDue(QDateTime::currentMSecsSinceEpoch());
    auto row = m_store.database().prepare(kItem);
    row.bind(1, uuid).bind(2, client);
    if (!row.step()) return std::nullopt;
    QJsonObject item{{u"uuid"_s, uuid}, {u"kind"_s, row.text(0)}, {u"state"_s, row.text(2)},
        {u"reference"_s, row.text(3)}, {u"received_at"_s, instant(row.int64(4))}};
    put(item, u"service"_s, row.text(1));
    if (const auto fee = Fees(m_store.database()).status(client, uuid)) item[u"fee"_s] = fee->json();
    return compact(item);
}

Result<> Progress::decide(
    const QString& uuid, const QString& state, const QString& textAr, const QString& textEn)
{
    const auto held = m_store.lock();
    SqliteTransaction transaction(m_store.database());
    m_store.database().prepare(kSetState).bind(1, state).bind(2, uuid).run();
    if (m_store.database().changes() == 0) return Error{ErrorCode::NotFound, u"portal.not-found"_s, {}, {}};
    tell(uuid, u"status"_s, state, textAr, textEn, QDateTime::currentMSecsSinceEpoch());
    transaction.commit();
    return {};
}

Result<> Progress::confirmFee(const QString& uuid, const QString& state)
{
    const auto held = m_store.lock();
    SqliteTransaction transaction(m_store.database());
    m_store.database().prepare(kSetFee).bind(1, state).bind(2, uuid).run();
    if (m_store.database().changes() == 0) return Error{ErrorCode::NotFound, u"portal.not-found"_s, {}, {}};
    tell(uuid, u"fee"_s, state, {}, {}, QDateTime::currentMSecsSinceEpoch());
    transaction.commit();
    return {};
}

void Progress::notice(const QString& client, const QString& textAr, const QString& textEn)
{
    const auto held = m_store.lock();
    m_store.database()
        .prepare(kNotice)
        .bind(1, client)
        .bind(2, QDateTime::currentMSecsSinceEpoch())
        .bind(3, textAr)
        .bind(4, textEn)
        .run();
}

void Progress::dump(const std::function<void(const QByteArray&)>& line)
{
    const auto held = m_store.lock();
    auto rows = m_store.database().prepare(kDump);
    while (rows.step())
        line(compact({{u"seq"_s, static_cast<qint64>(rows.int64(0))}, {u"uuid"_s, rows.text(1)},
            {u"client"_s, rows.text(2)}, {u"kind"_s, rows.text(3)}, {u"service"_s, rows.text(4)},
            {u"reference"_s, rows.text(5)}, {u"state"_s, rows.text(6)},
            {u"received_at"_s, instant(rows.int64(7))}, {u"fee_state"_s, rows.text(8)},
            {u"fee_baisa"_s, static_cast<qint64>(rows.int64(9))},
            {u"body"_s, QJsonDocument::fromJson(rows.bytes(10)).object()}}));
}

} // namespace sanad::portal
