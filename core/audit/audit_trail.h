#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

#include <QJsonObject>

namespace sanad {

inline const QString kPeopleChangesKey = QStringLiteral("people.changes");

/// The append-only, hash-chained record of who did what. Written in the transaction of the act itself.
/// hash(n) = SHA-256(hash(n-1) ‖ canonical line n); the first line's predecessor is 32 zero bytes.
class AuditTrail {
public:
    explicit AuditTrail(Tx& tx)
        : m_tx(tx)
    {
    }

    /// `act` is `subject.verb-ed` ("receipt.issued"); `subjectId` a key of ours; `payload` small, canonical
    /// (keys sorted) and free of personal data. Digests of rows that were written meanwhile go along with it.
    /// Throws Denied `gate.left` when `by` was disabled since the sign-in, `gate.reset` when they were given
    /// a new secret, `gate.changed` when they hold less than they did then, whatever program did that: no act
    /// of theirs is committed any more.
    void record(const Actor& by, const QString& act, std::int64_t subjectId, const QJsonObject& payload = {});
    template <class Tag>
    void record(const Actor& by, const QString& act, Id<Tag> subject, const QJsonObject& payload = {})
    {
        record(by, act, subject.raw(), payload);
    }

    /// The same with the payload as compact JSON text (JsonWriter), keys sorted, which no digests go along
    /// with.
    void recordText(const Actor& by, const QString& act, std::int64_t subjectId, const QByteArray& payload);

    /// What record() asks first, for an act that is about to disable `by` or to take permissions from them:
    /// asked once in a transaction.
    void meet(const Actor& by);
    /// How many changes of people and of roles there were: what Actor::asOf() holds. PeopleChange counts them
    /// in the setting kPeopleChangesKey.
    std::int64_t peopleChanges() const;

    /// For VouchedRows: lines for the rows that no line has taken along, and the head, right before the
    /// commit.
    void finishBeforeCommit();

    /// Number and hash of the last line; (0, 32 zero bytes) while empty.
    struct Head {
        std::int64_t number = 0;
        QByteArray hash;
    };
    Head head() const;

    /// The hash of a line; nothing where the chain does not reach.
    std::optional<QByteArray> hashOf(std::int64_t number) const;

    /// Walks the whole chain; the number of the first bad line, with what is wrong, or nothing.
    struct Breach {
        std::int64_t number = 0;
        QString what;
    };
    std::optional<Breach> firstBreach() const;

private:
    void append(const Actor& by, const QString& act, std::int64_t subjectId, const QByteArray& payload);

    Tx& m_tx;
};

} // namespace sanad
