#include "app/portal/desk_accounts.h"

#include "core/crypto/hash.h"

using namespace Qt::StringLiterals;

namespace sanad::portal {

namespace {

constexpr auto kEnrol =
    "INSERT INTO client (id, secret_hash, wallet) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING";
constexpr auto kSecret = "SELECT secret_hash FROM client WHERE id = ?";
constexpr auto kPinKey = "UPDATE client SET public_key = ? WHERE id = ? AND public_key IS NULL";
constexpr auto kKey = "SELECT public_key FROM client WHERE id = ?";
constexpr auto kWallet = "SELECT wallet FROM client WHERE id = ?";
constexpr auto kTopUp = "UPDATE client SET wallet = wallet + ? WHERE id = ?";
constexpr auto kEntry = "INSERT INTO wallet_entry (client, baisa, reason, at) VALUES (?, ?, ?, ?)";

} // namespace

void DeskAccounts::enrol(const QString& client, const QByteArray& secret, std::int64_t walletBaisa)
{
    const auto held = m_store.lock();
    m_store.database().prepare(kEnrol).bind(1, client).bind(2, sha256(secret)).bind(3, walletBaisa).run();
}

std::optional<QByteArray> DeskAccounts::token(const QString& client, const QByteArray& secret)
{
    const auto held = m_store.lock();
    {
        auto found = m_store.database().prepare(kSecret);
        found.bind(1, client);
        // Hashes are compared, so the time taken tells nothing about the secret.
        if (!found.step() || found.bytes(0) != sha256(secret)) return std::nullopt;
    }
    const auto now = QDateTime::currentDateTimeUtc();
    std::erase_if(m_grants, [&](const auto& entry) { return entry.second.until <= now; });
    const QByteArray token = randomBytes(24).toBase64(QByteArray::Base64UrlEncoding);
    m_grants[sha256(token)] = {client, now.addSecs(kTokenSeconds)};
    return token;
}

std::optional<QString> DeskAccounts::clientOf(const QByteArray& token)
{
    const auto held = m_store.lock();
    const auto grant = m_grants.find(sha256(token));
    if (grant == m_grants.end() || grant->second.until <= QDateTime::currentDateTimeUtc())
        return std::nullopt;
    return grant->second.client;
}

void DeskAccounts::forgetTokens()
{
    const auto held = m_store.lock();
    m_grants.clear();
}

bool DeskAccounts::acceptKey(const QString& client, const QByteArray& publicKey)
{
    const auto held = m_store.lock();
    {
        auto key = m_store.database().prepare(kKey);
        key.bind(1, client);
        if (key.step() && !key.bytes(0).isEmpty()) return key.bytes(0) == publicKey;
    }
    m_store.database().prepare(kPinKey).bind(1, publicKey).bind(2, client).run();
    return m_store.database().changes() == 1;
}

std::int64_t DeskAccounts::wallet(const QString& client)
{
    const auto held = m_store.lock();
    auto wallet = m_store.database().prepare(kWallet);
    wallet.bind(1, client);
    return wallet.step() ? wallet.int64(0) : 0;
}

void DeskAccounts::topUp(const QString& client, std::int64_t baisa)
{
    const auto held = m_store.lock();
    SqliteTransaction transaction(m_store.database());
    m_store.database().prepare(kTopUp).bind(1, baisa).bind(2, client).run();
    m_store.database()
        .prepare(kEntry)
        .bind(1, client)
        .bind(2, baisa)
        .bind(3, u"top-up"_s)
        .bind(4, QDateTime::currentMSecsSinceEpoch())
        .run();
    transaction.commit();
}

} // namespace sanad::portal
