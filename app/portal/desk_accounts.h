#pragma once

#include "app/portal/store.h"

#include <optional>

namespace sanad::portal {

/// The desks that may use the portal: secrets, access tokens, pinned keys, wallets.
class DeskAccounts {
public:
    explicit DeskAccounts(Store& store)
        : m_store(store)
    {
    }

    /// Adds the client unless it is there. The secret is kept as its hash only.
    void enrol(const QString& client, const QByteArray& secret, std::int64_t walletBaisa);

    /// A new access token, or nothing when the secret is wrong. Tokens live in memory: after a restart of the
    /// portal a desk asks for another.
    std::optional<QByteArray> token(const QString& client, const QByteArray& secret);
    std::optional<QString> clientOf(const QByteArray& token);
    int tokenSeconds() const { return kTokenSeconds; }
    /// Ends every token, as a restart does.
    void forgetTokens();

    /// Keeps the first key that a client shows; false for a different one.
    bool acceptKey(const QString& client, const QByteArray& publicKey);

    std::int64_t wallet(const QString& client);
    void topUp(const QString& client, std::int64_t baisa);

private:
    static constexpr int kTokenSeconds = 900;
    struct Grant {
        QString client;
        QDateTime until;
    };
    Store& m_store;
    std::map<QByteArray, Grant> m_grants; ///< By hash of the token; guarded by the store's lock.
};

} // namespace sanad::portal
