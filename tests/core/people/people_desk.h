#pragma once

#include "core/people/people_service.h"
#include "core/people/secrets_service.h"
#include "core/people/sign_in.h"
#include "tests/support/cheap_secrets.h"
#include "tests/support/test_support.h"

namespace sanad::test {

/// A centre with an owner (owner-password, 123456), a manager (manager-password, 567890) and a clerk
/// (salim, clerk-password, 4321), and a monotonic clock that the test moves.
struct PeopleDesk {
    std::unique_ptr<Database> db = Database::forTests();
    QString recovery;
    std::int64_t now = 0;
    MonotonicClock clock{QStringLiteral("pc"), QStringLiteral("boot"), [this] { return now; }};
    Actor owner;
    StaffId manager, clerk;

    PeopleDesk()
    {
        FirstRun request;
        request.centre.nameAr = QStringLiteral("مركز سند التجريبي");
        request.counters = {{QStringLiteral("C1"), QStringLiteral("الشباك 1"), {}, true}};
        request.owner = {QStringLiteral("owner"), QStringLiteral("المالك"), {}, Role::Owner,
            QStringLiteral("owner-password"), QStringLiteral("123456")};
        recovery = must(people().setUp(request));
        owner = must(withPassword(QStringLiteral("owner"), QStringLiteral("owner-password")));
        manager = must(people().add({QStringLiteral("manager"), QStringLiteral("المدير"), {}, Role::Manager,
                                        QStringLiteral("manager-password"), QStringLiteral("1234567")},
            owner));
        must(SecretsService(*db, kCheap, clock)
                 .changePin(QStringLiteral("1234567"), QStringLiteral("567890"),
                     Actor(manager, QStringLiteral("manager"), {}, {})));
        clerk = must(people().add({QStringLiteral("salim"), QStringLiteral("الموظف"), {}, Role::Clerk,
                                      QStringLiteral("clerk-password"), QStringLiteral("4321")},
            owner));
    }
    PeopleDesk(const PeopleDesk&) = delete;
    PeopleDesk& operator=(const PeopleDesk&) = delete;

    PeopleService people() { return PeopleService(*db, kCheap); }
    SecretsService secrets() { return SecretsService(*db, kCheap, clock); }
    SignIn signIn() { return SignIn(*db, clock); }
    Result<Actor> withPassword(const QString& user, const QString& password)
    {
        return signIn().withPassword(user, password, QStringLiteral("C1"));
    }
    Result<Actor> withPin(const QString& user, const QString& pin)
    {
        return signIn().withPin(user, pin, QStringLiteral("C1"));
    }
    std::int64_t count(const QString& sql)
    {
        return must(db->read([&](Tx& tx) -> Result<std::int64_t> {
            auto query = tx.query(sql);
            query.run();
            return query.next() ? query.int64(0) : 0;
        }));
    }
};

} // namespace sanad::test
