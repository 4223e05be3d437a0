#include "core/audit/audit_trail.h"

#include "core/audit/vouched_rows.h"
#include "core/base/json_writer.h"
#include "core/crypto/hash.h"

#include <QJsonDocument>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::int64_t kBranch = 1;

constexpr auto kInsert = R"(
    INSERT INTO audit_line (id, branch_id, at, staff_id, actor, counter, act, subject_id, payload, hash)
    VALUES (:id, :branch, :at, :staff, :actor, :counter, :act, :subject, :payload, :hash))";
constexpr auto kMoveHead = R"(
    INSERT INTO audit_head (branch_id, number, hash) VALUES (:branch, :number, :hash)
    ON CONFLICT (branch_id) DO UPDATE SET number = excluded.number, hash = excluded.hash)";
constexpr auto kHead = "SELECT number, hash FROM audit_head WHERE branch_id = :branch";
#define SANAD_PEOPLE_CHANGES                                                                                 \
    "SELECT value FROM setting WHERE setting.branch_id = :branch AND key = 'people.changes'"
constexpr auto kPeopleChanges = SANAD_PEOPLE_CHANGES;
// With the head, so that what became of the actor meanwhile is noticed at no further look.
constexpr auto kHeadAndActor = "SELECT number, hash, (SELECT active FROM staff WHERE staff.id = :staff), "
                               "(" SANAD_PEOPLE_CHANGES ") FROM audit_head WHERE branch_id = :branch";
constexpr auto kHeld = R"(
    SELECT permission FROM role_permission
    JOIN staff ON staff.branch_id = role_permission.branch_id AND staff.role = role_permission.role
    WHERE staff.id = :staff)";
// By the index audit_people, whose condition it repeats. Only asked for whoever signed in before a change.
constexpr auto kLastReset = R"(
    SELECT payload FROM audit_line
    WHERE branch_id = :branch AND subject_id = :staff
        AND (act LIKE 'staff.%' OR act LIKE 'role.%' OR act LIKE 'recovery.%')
        AND (act = 'staff.recovered'
            OR (act IN ('staff.reset', 'staff.released') AND (staff_id IS NULL OR staff_id <> subject_id)))
    ORDER BY id DESC LIMIT 1)";
constexpr auto kHashOf = "SELECT hash FROM audit_line WHERE id = :id AND branch_id = :branch";
constexpr auto kWalk = R"(
    SELECT id, at, staff_id, actor, counter, act, subject_id, payload, hash FROM audit_line
    WHERE branch_id = :branch ORDER BY id)";

const auto kRows = u"rows"_s;
const auto kPeopleChangeNumber = u"change"_s; // in the lines of PeopleChange
/// So many digests go along with a line of something else; so many make a line of their own.
constexpr int kMostTaken = 20;
constexpr int kRowsALine = 200;

const QByteArray& chainStart()
{
    static const QByteArray zeros(32, '\0');
    return zeros;
}

constexpr qsizetype kUsualLine = 160; // bytes beside the payload

/// The line as it is hashed, behind the hash of the one before: its fields in the order of the table, one a
/// line, UTF-8. No field can hold a line feed: names are checked where they are made, JSON escapes them.
QByteArray canonicalLine(const QByteArray& before, std::int64_t number, const QString& at, std::int64_t staff,
    const QString& actor, const QString& counter, const QString& act, std::int64_t subject,
    const QByteArray& payload)
{
    QByteArray line;
    line.reserve(before.size() + payload.size() + kUsualLine);
    line += before;
    line += QByteArray::number(qlonglong{number});
    const auto add = [&line](const QByteArray& field) {
        line += '\n';
        line += field;
    };
    add(at.toUtf8());
    add(QByteArray::number(qlonglong{staff}));
    add(actor.toUtf8());
    add(counter.toUtf8());
    add(act.toUtf8());
    add(QByteArray::number(qlonglong{subject}));
    add(payload);
    return line;
}

/// The head in a transaction that has written lines: nobody else can write meanwhile, so it is read once and
/// stored once, right before the commit.
struct MovingHead {
    std::optional<AuditTrail::Head> last;
    bool finished = false; ///< It is seen to that it is stored.
    std::set<StaffId> met; ///< Who was found to work here still.
};

/// Every permission of the sign-in is one of the person's role now.
bool holdsStill(Tx& tx, const Actor& by)
{
    std::set<Permission> held;
    auto query = tx.query(kHeld);
    query.bind(":staff", by.staff()).run();
    while (query.next())
        if (const auto permission = permissionFromKey(query.text(0))) held.insert(*permission);
    return std::all_of(allPermissions().begin(), allPermissions().end(),
        [&](Permission each) { return !by.holds(each) || held.contains(each); });
}

/// Somebody else gave them a new secret, or the printed code did: what was opened with the one before ends.
bool resetSince(Tx& tx, const Actor& by)
{
    auto query = tx.query(kLastReset);
    query.bind(":branch", kBranch).bind(":staff", by.staff()).run();
    if (!query.next()) return false;
    const QJsonObject payload = QJsonDocument::fromJson(query.text(0).toUtf8()).object();
    return payload.value(kPeopleChangeNumber).toInteger() > *by.asOf();
}

void storeHead(Tx& tx)
{
    const auto& head = *tx.memory().of<MovingHead>().last;
    tx.query(kMoveHead).bind(":branch", kBranch).bind(":number", head.number).bind(":hash", head.hash).run();
}

} // namespace

void AuditTrail::record(
    const Actor& by, const QString& act, std::int64_t subjectId, const QJsonObject& payload)
{
    VouchedRows rows(m_tx);
    const int waiting = rows.waiting();
    if (waiting == 0 || waiting > kMostTaken) return append(by, act, subjectId, compactJson(payload));
    QJsonObject told = rows.take(waiting);
    const QJsonObject own = payload.value(kRows).toObject();
    for (auto row = own.begin(); row != own.end(); ++row)
        if (!told.contains(row.key())) told.insert(row.key(), row.value());
    QJsonObject whole = payload;
    whole.insert(kRows, told);
    append(by, act, subjectId, compactJson(whole));
}

void AuditTrail::finishBeforeCommit()
{
    auto& moving = m_tx.memory().of<MovingHead>();
    if (std::exchange(moving.finished, true)) return;
    m_tx.beforeCommit([&tx = m_tx] {
        AuditTrail trail(tx);
        VouchedRows rows(tx);
        while (rows.waiting() > 0)
            trail.append({}, u"rows.written"_s, 0, compactJson({{kRows, rows.take(kRowsALine)}}));
        if (tx.memory().of<MovingHead>().last) storeHead(tx);
    });
}

void AuditTrail::recordText(
    const Actor& by, const QString& act, std::int64_t subjectId, const QByteArray& payload)
{
    append(by, act, subjectId, payload);
}

std::int64_t AuditTrail::peopleChanges() const
{
    auto query = m_tx.query(kPeopleChanges);
    return query.bind(":branch", kBranch).run().next() ? query.text(0).toLongLong() : 0;
}

void AuditTrail::meet(const Actor& by)
{
    auto& moving = m_tx.memory().of<MovingHead>();
    const StaffId staff = by.staff();
    if (moving.last && (staff.isNull() || moving.met.contains(staff))) return;
    bool changed = false;
    {
        auto query = m_tx.query(kHeadAndActor);
        query.bind(":branch", kBranch).bind(":staff", staff).run();
        const bool found = query.next();
        if (!moving.last) moving.last = found ? Head{query.int64(0), query.bytes(1)} : Head{0, chainStart()};
        if (found && !query.isNull(2) && !query.boolean(2))
            throw DbError({ErrorCode::Denied, u"gate.left"_s, {}, {}});
        changed = found && by.asOf() && *by.asOf() != query.text(3).toLongLong();
    }
    if (changed && resetSince(m_tx, by)) throw DbError({ErrorCode::Denied, u"gate.reset"_s, {}, {}});
    if (changed && !holdsStill(m_tx, by)) throw DbError({ErrorCode::Denied, u"gate.changed"_s, {}, {}});
    moving.met.insert(staff);
}

void AuditTrail::append(
    const Actor& by, const QString& act, std::int64_t subjectId, const QByteArray& payload)
{
    meet(by);
    finishBeforeCommit();
    Head& last = *m_tx.memory().of<MovingHead>().last;
    const std::int64_t number = last.number + 1;
    const QString at = storedTime(m_tx.now());
    const QByteArray hash = sha256(canonicalLine(
        last.hash, number, at, by.staff().raw(), by.user(), by.counter(), act, subjectId, payload));
    m_tx.query(kInsert)
        .bind(":id", number)
        .bind(":branch", kBranch)
        .bind(":at", at)
        .bind(":staff", by.staff())
        .bind(":actor", by.user())
        .bind(":counter", by.counter())
        .bind(":act", act)
        .bind(":subject", subjectId)
        .bind(":payload", QString::fromUtf8(payload))
        .bind(":hash", hash)
        .run();
    last = {number, hash};
}

AuditTrail::Head AuditTrail::head() const
{
    if (const auto& moving = m_tx.memory().of<MovingHead>().last) return *moving;
    auto query = m_tx.query(kHead);
    query.bind(":branch", kBranch).run();
    if (!query.next()) return {0, chainStart()};
    return {query.int64(0), query.bytes(1)};
}

std::optional<QByteArray> AuditTrail::hashOf(std::int64_t number) const
{
    auto query = m_tx.query(kHashOf);
    query.bind(":id", number).bind(":branch", kBranch).run();
    if (!query.next()) return std::nullopt;
    return query.bytes(0);
}

std::optional<AuditTrail::Breach> AuditTrail::firstBreach() const
{
    QByteArray before = chainStart();
    std::int64_t expected = 0;
    auto query = m_tx.query(kWalk);
    query.bind(":branch", kBranch).run();
    while (query.next()) {
        ++expected;
        if (query.int64(0) != expected) return Breach{expected, u"missing"_s};
        const QByteArray hash = sha256(canonicalLine(before, expected, query.text(1), query.int64(2),
            query.text(3), query.text(4), query.text(5), query.int64(6), query.text(7).toUtf8()));
        if (hash != query.bytes(8)) return Breach{expected, u"changed"_s};
        before = hash;
    }
    const Head last = head();
    if (last.number != expected) return Breach{expected + 1, u"tail-missing"_s};
    if (last.hash != before) return Breach{expected, u"head-changed"_s};
    return std::nullopt;
}

} // namespace sanad
