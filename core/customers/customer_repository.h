#pragma once

#include "core/audit/row_digest.h"
#include "core/customers/customer.h"
#include "core/storage/database.h"

#include <set>

namespace sanad {

/// True for kinds of which one value belongs to one customer.
bool isUniqueIdentifier(QStringView kind);

/// All SQL of the customer tables but the search index (customer_index.h) and the merges
/// (merge_repository.h). Identifying values are sealed and opened on the way through, and found by keyed
/// blind indexes alone.
class CustomerRepository {
public:
    explicit CustomerRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// The record as it stands, with the identifiers and authorisations of those merged into it behind its
    /// own; its consent and its restriction are those of the person, from whichever record they are.
    std::optional<Customer> get(CustomerId id);
    /// The identifiers of those merged into `id`: they stay with their records.
    std::vector<CustomerIdentifier> mergedIdentifiers(CustomerId id);
    /// The record that stands for `id` today: itself, or what it was merged into.
    CustomerId resolve(CustomerId id);
    /// `id` and all that were merged into it: whose transactions are this customer's.
    std::vector<CustomerId> recordsOf(CustomerId id);
    /// The line of a list; of the record that stands for `id`.
    std::optional<CustomerMatch> match(CustomerId id);
    /// Whoever, from `first` on, has a phone that somebody else has too; in the order of their ids.
    std::vector<CustomerId> sharingPhones(CustomerId first);
    /// The names of a record alone, without opening what is sealed.
    std::optional<Customer> named(CustomerId id);
    std::vector<CustomerMatch> matches(const std::vector<CustomerId>& ids);

    /// The customer who holds this identifier; `value` in stored form. Only kinds that belong to one
    /// customer.
    std::optional<CustomerId> findByIdentifier(
        QStringView kind, const QString& value, const QString& country = QStringLiteral("OMN"));
    /// Whoever has `number` as an identifier or phone of any kind, however it is written; newest first.
    std::vector<CustomerId> findByNumber(const QString& number, int limit);
    /// Whoever has a number that ends in `digits`, four or more; newest first.
    std::vector<CustomerId> findByLastDigits(const QString& digits, int limit);

    /// Writes the record, its numbers and its search entry. `customer` must be clean (cleanedCustomer) and
    /// have an id. Throws DbError `storage.constraint` when an identifier belongs to another.
    /// The vehicle of a transaction, to find its customer by; nothing for what is no plate.
    void addPlate(CustomerId customer, const QString& plate);
    void insert(const Customer& customer);
    /// Replaces everything but consent, authorisations and merges.
    void update(const Customer& customer);

    void addConsent(CustomerId id, const Consent& consent);
    /// Newest first.
    std::vector<Consent> consentsOf(CustomerId id, int limit = 100);
    /// Those on the record and on all merged into it, newest first. What was withdrawn on one of them ended
    /// what was given on any of them before.
    std::vector<Consent> personsConsents(CustomerId id);
    /// False when none stood.
    bool withdrawConsents(CustomerId id, const QString& clerk);
    /// Of this one record.
    void setRestricted(CustomerId id, bool restricted);
    std::vector<CustomerId> restricted();
    /// Since when nothing new may be done with the person: a restriction on any record that stands together
    /// with this one holds for them all. Invalid when they are free.
    QDateTime restrictedSince(CustomerId id);
    bool isRestricted(CustomerId id) { return restrictedSince(id).isValid(); }
    /// What waits to be sent about each record that stands together with this one is held, or set free, as
    /// isRestricted() says.
    void holdWaiting(CustomerId id);
    /// How much about these records stands in batches that have no answer yet. A portal may have them
    /// already, so these bytes go again until it answers, whatever is restricted since.
    int beingSent(CustomerId id);
    /// Takes the record, all that hangs on it and its words out of the search index; not what was merged
    /// into it. core/privacy decides when. CustomerIndex::optimise() then forgets the words themselves.
    void erase(CustomerId id);
    void saveAuthorised(CustomerId company, const AuthorisedPerson& person);
    /// Whichever record of the company names whichever of the person. False when none does.
    bool removeAuthorised(CustomerId company, CustomerId person);

    std::int64_t count();

private:
    /// Transactions with one of these people of which something waits or is being sent.
    std::set<std::int64_t> undelivered(CustomerId id);
    std::optional<Customer> record(CustomerId id);
    /// Whom this record names and none before it did, as the records that stand for them.
    void addAuthorised(CustomerId company, std::vector<AuthorisedPerson>& people);
    void writeNumbers(const Customer& customer, RowDigest& digest);
    std::vector<CustomerId> newestFirst(std::vector<CustomerId> ids, int limit);

    Tx& m_tx;
};

} // namespace sanad
