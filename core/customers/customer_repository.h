#pragma once

#include "core/customers/customer.h"
#include "core/storage/database.h"

namespace sanad {

/// All SQL of the customer tables but the search index (customer_index.h). Identifying values are sealed and opened
/// here and nowhere else; the blind indexes, by which they are found, are made here too.
class CustomerRepository {
public:
    explicit CustomerRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    std::optional<Customer> get(CustomerId id);
    /// The record that stands for `id` today: itself, or what it was merged into.
    CustomerId resolve(CustomerId id);
    /// The list line; for many at once.
    std::optional<CustomerMatch> match(CustomerId id);

    /// The customer who holds this identifier; `value` normalised. Only kinds that belong to one customer.
    std::optional<CustomerId> findByIdentifier(
        QStringView kind, const QString& value, const QString& country = QStringLiteral("OMN"));
    /// Whoever has `value` as an identifier or phone number, of any kind; newest first.
    std::vector<CustomerId> findByNumber(const QString& value, int limit);
    /// Whoever has a number that ends in `digits` (four or more); newest first.
    std::vector<CustomerId> findByLastDigits(const QString& digits, int limit);

    /// Writes the record, its numbers and its search entry. `customer` must be clean (CustomerService::create) and
    /// have an id. Throws DbError Conflict `storage.unique` when an identifier belongs to another.
    void insert(const Customer& customer);
    void update(const Customer& customer, const Customer& before);

    void addConsent(CustomerId id, const Consent& consent);
    void saveAuthorised(CustomerId company, const AuthorisedPerson& person);
    bool removeAuthorised(CustomerId company, CustomerId person);

    std::int64_t count();

private:
    friend class CustomerMerge;
    Tx& m_tx;
};

/// True for kinds of which one value belongs to one customer.
bool isUniqueIdentifier(QStringView kind);

} // namespace sanad
