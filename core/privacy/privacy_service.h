#pragma once

#include "core/base/actor.h"
#include "core/customers/customer.h"
#include "core/privacy/privacy_request.h"
#include "core/storage/database.h"

namespace sanad {

/// What is to be kept for how long: months, by the kind of document (its code on the checklists).
struct Retention {
    QString code;
    int months = 0;
    bool operator==(const Retention&) const = default;
};

/// A record that nothing new is done with.
struct RestrictedRecord {
    CustomerMatch customer;
    int beingSent = 0; ///< In batches without an answer, which go their way.
};

/// The registers and rules of the owner and the manager: requests with their 45 days, breaches with their 72
/// hours, restriction, how long papers are kept. Touches "privacy"; restriction also "customers" and "sync".
class PrivacyService {
public:
    explicit PrivacyService(Database& db)
        : m_db(db)
    {
    }

    /// Errors: NotFound `customer.not-found`; Invalid `privacy.day` (received after today),
    /// `privacy.too-early` (arg: the earliest day), `text.empty` …
    Result<PrivacyRequest> takeRequest(CustomerId customer, RequestKind kind, const QString& words,
        const QDate& receivedOn, const Actor& by);
    /// `state` is Done or Refused. Errors: NotFound `privacy.no-request` (arg: number); Conflict
    /// `privacy.request-closed` (arg: number).
    Result<PrivacyRequest> closeRequest(
        std::int64_t number, RequestState state, const QString& answer, const Actor& by);
    /// Also counts anew what was taken while the clock stood ahead, as breaches() does.
    Result<std::vector<PrivacyRequest>> requests(bool openOnly, const Actor& by);

    /// Errors: Invalid `privacy.time` (found after now), `privacy.too-early` (arg: the earliest day),
    /// `text.empty`; NotFound `customer.not-found`.
    Result<PrivacyBreach> recordBreach(const QDateTime& foundAt, const QString& words,
        const std::vector<CustomerId>& people, const Actor& by);
    /// Adds people, measures, the report to the authority (its reference may be empty), the telling of the
    /// people, the end. Errors: NotFound `privacy.no-breach` (arg: number); Conflict `privacy.breach-closed`
    /// (arg: number), and `privacy.breach-unreported` for an end before the report.
    Result<PrivacyBreach> addPeople(
        std::int64_t number, const std::vector<CustomerId>& people, const Actor& by);
    Result<PrivacyBreach> addMeasures(std::int64_t number, const QString& measures, const Actor& by);
    Result<PrivacyBreach> reportBreach(std::int64_t number, const QString& reference, const Actor& by);
    Result<PrivacyBreach> peopleTold(std::int64_t number, const Actor& by);
    Result<PrivacyBreach> closeBreach(std::int64_t number, const Actor& by);
    Result<std::vector<PrivacyBreach>> breaches(bool openOnly, const Actor& by);

    /// From now on nothing new may be done with the customer's records and nothing of them is put into a
    /// batch, until it is lifted. Returns how much stands in batches without an answer, which goes its way.
    /// Errors: NotFound `customer.not-found`; Conflict `privacy.restricted-already`,
    /// `privacy.not-restricted`.
    Result<int> restrictUse(CustomerId customer, const Actor& by);
    Result<> liftRestriction(CustomerId customer, const Actor& by);
    Result<std::vector<RestrictedRecord>> restricted(const Actor& by);

    /// How long papers are kept: the general rule first (empty code), then what differs. A new rule holds for
    /// what is kept already too. Errors: Invalid `privacy.months` (1…120); NotFound `privacy.no-paper` (arg:
    /// code).
    Result<std::vector<Retention>> retention(const Actor& by);
    Result<> setRetention(const Retention& rule, const Actor& by);

    /// The number of the ministry's permit for kinds of data that may not be kept without one; empty for
    /// none. Papers that were kept under it stay when it is taken away. Errors: those of cleanText().
    Result<QString> sensitivePermit(const Actor& by);
    Result<> setSensitivePermit(const QString& number, const Actor& by);

private:
    template <class Change>
    Result<PrivacyBreach> changeBreach(
        std::int64_t number, const QString& act, const Actor& by, Change&& change);
    Result<int> setRestricted(CustomerId customer, bool restricted, const Actor& by);

    Database& m_db;
};

} // namespace sanad
