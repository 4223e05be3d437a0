#pragma once

#include "core/privacy/privacy_request.h"
#include "core/storage/database.h"

namespace sanad {

/// All SQL of the registers of requests and breaches. What people wrote is sealed on the way in. Every write
/// returns the digest of its row, for the audit line.
class RegisterRepository {
public:
    explicit RegisterRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    std::int64_t nextRequestNumber();
    QString save(const PrivacyRequest& request); ///< Inserts or rewrites.
    std::optional<PrivacyRequest> request(std::int64_t number);
    /// Open ones first, the most pressing first; then the closed ones, newest first.
    std::vector<PrivacyRequest> requests(bool openOnly, int limit);
    std::vector<PrivacyRequest> requestsOf(CustomerId customer);
    std::vector<PrivacyRequest> requestsAfter(const QDate& day); ///< Open ones received after the day.

    std::int64_t nextBreachNumber();
    void save(const PrivacyBreach& breach); ///< Vouched for by VouchedRows.
    std::optional<PrivacyBreach> breach(std::int64_t number);
    std::vector<PrivacyBreach> breaches(bool openOnly, int limit);
    std::vector<PrivacyBreach> breachesAfter(const QDateTime& time); ///< Unreported ones found after it.
    /// Open breaches that name the customer.
    std::vector<std::int64_t> openBreachesWith(CustomerId customer);
    std::vector<std::int64_t> breachesWith(CustomerId customer);

    /// Takes what a person's requests say, and the person off lists of affected people. The digests of the
    /// requests that changed, by `privacy_request:ID`.
    std::vector<std::pair<QString, QString>> forget(CustomerId customer);

private:
    QString digestOf(const char* sql, const char* types, std::int64_t id);
    PrivacyRequest requestFrom(const Query& row) const;
    PrivacyBreach breachFrom(const Query& row) const; ///< Without the people.
    std::vector<PrivacyRequest> requestList(Query& query) const;
    std::vector<PrivacyBreach> breachList(Query& query);
    std::vector<PrivacyBreach> withPeople(std::vector<PrivacyBreach> list);

    Tx& m_tx;
};

} // namespace sanad
