#include "core/heads/head_repository.h"

#include "core/crypto/hash.h"
#include "core/settings/centre.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kLeft = R"(
    SELECT 1 FROM backup_run WHERE branch_id = :branch
    UNION ALL SELECT 1 FROM day_close WHERE branch_id = :branch LIMIT 1)";
constexpr auto kRestores =
    "SELECT payload FROM audit_line WHERE branch_id = :branch AND act = 'backup.restored' AND at >= :at";
constexpr auto kFirstKey = "SELECT public_key FROM desk_key WHERE branch_id = :branch ORDER BY id LIMIT 1";

} // namespace

bool HeadRepository::everLeft() const
{
    auto query = m_tx.query(kLeft);
    return query.bind(":branch", kBranch).run().next();
}

bool HeadRepository::wasGivenUp(std::int64_t number, const QDateTime& at) const
{
    auto query = m_tx.query(kRestores);
    query.bind(":branch", kBranch).bind(":at", at).run();
    bool givenUp = false;
    while (query.next())
        givenUp = givenUp ||
            QJsonDocument::fromJson(query.text(0).toUtf8()).object().value(u"chain"_s).toInteger() < number;
    return givenUp;
}

QString centreIdOf(Tx& tx)
{
    auto query = tx.query(kFirstKey);
    query.bind(":branch", kBranch).run();
    return query.next() ? centreIdFrom(query.bytes(0)) : QString();
}

QString centreIdFrom(const QByteArray& firstPublicKey)
{
    return QString::fromLatin1(sha256(firstPublicKey).toHex().left(32));
}

} // namespace sanad
