#pragma once

#include "core/base/actor.h"
#include "core/crypto/password.h"
#include "core/customers/customer.h"
#include "core/people/staff.h"
#include "core/storage/database.h"

#include <functional>

namespace sanad {

/// What a demonstration centre is made of. The same request makes the same people, customers, visits and
/// amounts on every machine; keys, salts and signatures are fresh.
struct DemoRequest {
    std::uint64_t seed = 1;
    int customers = 300;
    int days = 14; ///< Closed business days before `today`; Fridays are free.
    int visitsADay = 24;
    QDate today; ///< Invalid: the machine's.
    PasswordCost cost; ///< Of its people's secrets.
};

struct DemoPerson {
    QString user, nameAr, nameEn;
    Role role = Role::Clerk;
    QString password, pin;
};

/// Who can sign in to every demonstration centre. Public knowledge, on purpose.
const std::vector<DemoPerson>& demoPeople();

struct DemoCentre {
    QString recoveryCode;
    int customers = 0;
    int visits = 0;
    int daysClosed = 0;
};

/// The first `count` customers of a demonstration centre of this seed, as stored. Needs the vault.
Result<std::vector<Customer>> frequentCustomers(Database& db, int count, std::uint64_t seed);

/// Fills an empty database: centre, people, two counters, the demonstration pack, customers, and the days.
/// `progress` is told done and whole, in steps; returning false stops, and the database is then unfinished.
/// Errors: Conflict `people.already-set-up`, `demo.stopped`; Invalid `demo.range`; those of the services.
Result<DemoCentre> makeDemo(
    Database& db, const DemoRequest& request, const std::function<bool(int done, int whole)>& progress = {});

} // namespace sanad
