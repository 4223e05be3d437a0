#pragma once

#include "core/customers/customer.h"
#include "core/transactions/draft.h"
#include "core/visits/visit.h"
#include "tests/support/test_support.h"

#include <functional>

namespace sanad::test {

/// A centre at work: counters C1 and C2, the demonstration catalogue, one citizen, an open shift at C1.
struct Desk {
    std::unique_ptr<Database> db;
    Actor by = anyone();
    Customer salim; ///< Citizen with civil number 12345678 and a mobile.

    Desk();
    explicit Desk(std::unique_ptr<Database> database);
    /// One number out of the database: "SELECT count(*) FROM receipt".
    std::int64_t number(const QString& sql);
    /// A draft of ROP-VEH-RENEW for Salim, its form filled and its papers seen.
    Draft renewalDraft();
    /// Applies the catalogue's next version, in force today, without ROP-VEH-RENEW.
    void retireRenewal();
    /// The same with the service changed, as it stands in the pack, and the schema of its form.
    void changeRenewal(const std::function<void(QJsonObject& service, QJsonObject& schema)>& change);
};

/// The answers of ROP-VEH-RENEW that no record knows.
QJsonObject renewalForm();

/// The line of the design, with one renewal of 18 rials and a service fee of 2, paid with 20.
QByteArray renewalLine();

} // namespace sanad::test
