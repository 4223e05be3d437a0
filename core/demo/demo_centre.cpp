#include "core/demo/demo_centre.h"

#include "core/cash/shift_service.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/pack_service.h"
#include "core/customers/customer_repository.h"
#include "core/customers/synthetic_customers.h"
#include "core/demo/visit_maker.h"
#include "core/demo_pack/demo_pack.h"
#include "core/ledger/agency_money.h"
#include "core/people/people_service.h"
#include "core/people/secrets_service.h"
#include "core/people/sign_in.h"
#include "core/queue/queue_service.h"
#include "core/receipts/day_service.h"
#include "core/visits/visit_service.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostCustomers = 2'000'000;
constexpr int kMostDays = 3'660;
constexpr int kMostVisitsADay = 1'000;
constexpr int kMostVisitors = 400;
constexpr auto kFloat = Money::fromBaisa(50'000);

Centre demoCentre()
{
    Centre centre;
    centre.nameAr = u"مركز سند التجريبي"_s;
    centre.nameEn = u"Sanad Demonstration Centre"_s;
    centre.licence = u"S/123/2026"_s;
    centre.vatin = u"OM1100000001"_s;
    centre.addressAr = u"بوشر، محافظة مسقط"_s;
    centre.addressEn = u"Bawshar, Muscat Governorate"_s;
    centre.phone = u"+96824123456"_s;
    centre.wilayat = u"OM-MA-BAWSHAR"_s;
    centre.returnPolicyAr = u"رسم الخدمة لا يُسترد بعد إرسال الطلب. الرسم الحكومي يُسترد وفق قرار الجهة."_s;
    centre.returnPolicyEn =
        u"The service fee is not refunded once the application is sent. Government fees follow the agency's decision."_s;
    centre.vatRegistered = true;
    centre.vatSince = QDate(2021, 4, 16);
    return centre;
}

/// The centre's clock while its days are made up. Moves on by 20 ms a look, so that no two acts coincide.
class DemoClock {
public:
    void set(const QDate& day, int hour, int minute = 0)
    {
        *m_now = QDateTime(day, QTime(hour, minute), centreZone()).toUTC();
        setIdTime(*m_now);
    }
    void forward(int seconds)
    {
        *m_now = m_now->addSecs(seconds);
        setIdTime(*m_now);
    }
    Clock clock() const
    {
        return [now = m_now] {
            *now = now->addMSecs(20);
            return *now;
        };
    }
    ~DemoClock() { setIdTime({}); }

private:
    std::shared_ptr<QDateTime> m_now = std::make_shared<QDateTime>();
};

/// The last `count` working days before `today`; the weekend's Friday is free (domain/holidays.json).
std::vector<QDate> workingDays(const QDate& today, int count)
{
    std::vector<QDate> days;
    for (QDate day = today.addDays(-1); static_cast<int>(days.size()) < count; day = day.addDays(-1))
        if (day.dayOfWeek() != Qt::Friday) days.insert(days.begin(), day);
    return days;
}

/// One run of makeDemo: the pieces that its steps share.
class DemoMaker {
public:
    DemoMaker(Database& db, const DemoRequest& request, const std::function<bool(int, int)>& progress)
        : m_db(db)
        , m_request(request)
        , m_progress(progress)
        , m_random(request.seed)
    {
    }

    Result<DemoCentre> make()
    {
        const QDate today = m_request.today.isValid()
            ? m_request.today
            : businessDayAt(QDateTime::currentDateTimeUtc(), Centre().cutOffHour);
        const auto days = workingDays(today, m_request.days);
        m_whole = 2 + static_cast<int>(days.size());
        m_clock.set(days.empty() ? today.addDays(-1) : days.front().addDays(-1), 10);
        const Clock before = m_db.clock();
        m_db.setClock(m_clock.clock());
        auto made = makeAll(days);
        m_db.setClock(before);
        if (!made) return made.error();
        return m_centre;
    }

private:
    Result<> makeAll(const std::vector<QDate>& days)
    {
        SANAD_TRY(makePeople());
        SANAD_TRY(step());
        SANAD_TRY(PackService(m_db).apply(demonstrationPack(), m_owner));
        SANAD_TRY(addCustomers());
        SANAD_TRY(step());
        if (days.empty()) return {};

        SANAD_TRY_VALUE(catalogue, m_db.read([](Tx& tx) -> Result<std::shared_ptr<const Catalogue>> {
            return CatalogueRepository(tx).catalogue();
        }));
        VisitMaker visits(catalogue, m_visitors, m_request.seed);
        for (const QDate& day : days) {
            SANAD_TRY(makeDay(day, visits));
            SANAD_TRY(step());
        }
        return {};
    }

    Result<> step()
    {
        ++m_done;
        if (m_progress && !m_progress(m_done, m_whole))
            return Error{ErrorCode::Conflict, u"demo.stopped"_s, {}, {}};
        return {};
    }

    Result<> makePeople()
    {
        const auto draft = [](const DemoPerson& person) {
            return StaffDraft{
                person.user, person.nameAr, person.nameEn, person.role, person.password, person.pin};
        };
        PeopleService people(m_db, m_request.cost);
        const FirstRun request{demoCentre(),
            {{u"C1"_s, u"الشباك 1"_s, u"Counter 1"_s, true}, {u"C2"_s, u"الشباك 2"_s, u"Counter 2"_s, true}},
            draft(demoPeople().front())};
        SANAD_TRY_VALUE(recovery, people.setUp(request));
        m_centre.recoveryCode = recovery;
        SignIn signIn(m_db);
        const DemoPerson& owner = demoPeople().front();
        SANAD_TRY_VALUE(signedIn, signIn.withPassword(owner.user, owner.password, u"C1"_s));
        m_owner = signedIn;
        for (std::size_t i = 1; i < demoPeople().size(); ++i)
            SANAD_TRY(addPerson(draft(demoPeople()[i])));
        for (const auto& [user, counter] : {std::pair{u"clerk1"_s, u"C1"_s}, {u"clerk2"_s, u"C2"_s}}) {
            for (const DemoPerson& person : demoPeople()) {
                if (person.user != user) continue;
                SANAD_TRY_VALUE(clerk, signIn.withPin(person.user, person.pin, counter));
                m_clerks.push_back(clerk);
            }
        }
        return {};
    }

    /// A manager has changed the PIN that the owner gave, and so can approve.
    Result<> addPerson(StaffDraft draft)
    {
        const QString own = draft.pin;
        const bool changes = draft.role == Role::Manager;
        if (changes) draft.pin = own + u'0';
        SANAD_TRY_VALUE(added, PeopleService(m_db, m_request.cost).add(draft, m_owner));
        if (!changes) return {};
        return SecretsService(m_db, m_request.cost)
            .changePin(draft.pin, own, Actor(added, draft.user, u"C1"_s, {}));
    }

    Result<> addCustomers()
    {
        SANAD_TRY(loadSyntheticCustomers(m_db, m_request.customers, m_request.seed, m_owner));
        m_centre.customers = m_request.customers;
        // Some people come often: visits are of the first few hundred.
        SANAD_TRY_VALUE(
            often, frequentCustomers(m_db, std::min(m_request.customers, kMostVisitors), m_request.seed));
        m_visitors = std::move(often);
        return {};
    }

    Result<> makeDay(const QDate& day, VisitMaker& visits)
    {
        m_clock.set(day, 7, 30);
        ShiftService shifts(m_db);
        std::vector<Shift> open;
        for (const Actor& clerk : m_clerks) {
            SANAD_TRY_VALUE(shift, shifts.open(clerk.counter(), kFloat, clerk));
            open.push_back(shift);
        }
        m_clock.set(day, 8);
        VisitService service(m_db);
        QueueService queue(m_db);
        const int gap = std::max(1, 7 * 3600 / std::max(1, m_request.visitsADay));
        for (int i = 0; i < m_request.visitsADay; ++i) {
            m_clock.forward(gap / 2 + static_cast<int>(m_random() % static_cast<std::uint64_t>(gap)));
            const Actor& clerk = m_clerks[static_cast<std::size_t>(m_random() % m_clerks.size())];
            SANAD_TRY_VALUE(lines, queue.lines(clerk));
            SANAD_TRY_VALUE(ticket, queue.issue(lines.front().code, clerk));
            m_clock.forward(120);
            SANAD_TRY_VALUE(called, queue.callNext(clerk));
            SANAD_TRY(queue.arrived(called.id, clerk));
            Visit visit = visits.next(day);
            visit.ticketId = ticket.id;
            SANAD_TRY(service.complete(visit, clerk));
            ++m_centre.visits;
        }
        m_clock.set(day, 20);
        SANAD_TRY(fillWallets(day));
        for (std::size_t i = 0; i < open.size(); ++i)
            SANAD_TRY(closeShift(open[i].id, m_clerks[i]));
        SANAD_TRY(DayService(m_db).close(day, m_owner));
        ++m_centre.daysClosed;
        return {};
    }

    /// The wallets at agencies that the day has emptied, from the bank, by whole hundreds of rials.
    Result<> fillWallets(const QDate& day)
    {
        constexpr std::int64_t kStep = 100'000;
        return m_db.write([&](Tx& tx) -> Result<> {
            for (const auto& [agency, balance] : Ledger(tx).balances(Account::Wallet)) {
                if (!balance.isNegative()) continue;
                const Money amount = Money::fromBaisa((-balance.baisa() / kStep + 1) * kStep);
                SANAD_TRY(topUpWallet(tx, agency, amount, day, m_owner));
            }
            return {};
        });
    }

    /// Counts the drawer, once in a while a little wrong, as it happens.
    Result<> closeShift(ShiftId shift, const Actor& clerk)
    {
        ShiftService shifts(m_db);
        SANAD_TRY_VALUE(blind, shifts.count(shift, {}, clerk));
        const bool wrong = m_random() % 6 == 0 && blind.expected.baisa() > 100;
        SANAD_TRY(shifts.count(
            shift, fewestPieces(wrong ? blind.expected - Money::fromBaisa(100) : blind.expected), clerk));
        SANAD_TRY(shifts.close(shift, u"فرق عدّ"_s, clerk));
        return shifts.signOff(shift, m_owner);
    }

    Database& m_db;
    const DemoRequest& m_request;
    const std::function<bool(int, int)>& m_progress;
    std::mt19937_64 m_random;
    DemoClock m_clock;
    DemoCentre m_centre;
    Actor m_owner;
    std::vector<Actor> m_clerks;
    std::vector<Customer> m_visitors;
    int m_done = 0;
    int m_whole = 0;
};

} // namespace

const std::vector<DemoPerson>& demoPeople()
{
    static const std::vector<DemoPerson> people{
        {u"owner"_s, u"صاحب المركز"_s, u"Owner"_s, Role::Owner, u"demo-owner"_s, u"111111"_s},
        {u"manager"_s, u"مدير المركز"_s, u"Manager"_s, Role::Manager, u"demo-manager"_s, u"222222"_s},
        {u"clerk1"_s, u"موظف الشباك 1"_s, u"Clerk at counter 1"_s, Role::Clerk, u"demo-clerk1"_s, u"3331"_s},
        {u"clerk2"_s, u"موظف الشباك 2"_s, u"Clerk at counter 2"_s, Role::Clerk, u"demo-clerk2"_s, u"3332"_s},
        {u"cashier"_s, u"أمين الصندوق"_s, u"Cashier"_s, Role::Cashier, u"demo-cashier"_s, u"4444"_s},
        {u"inspector"_s, u"المفتش"_s, u"Inspector"_s, Role::Inspector, u"demo-inspector"_s, u"5555"_s},
    };
    return people;
}

Result<std::vector<Customer>> frequentCustomers(Database& db, int count, std::uint64_t seed)
{
    return db.read([&](Tx& tx) -> Result<std::vector<Customer>> {
        CustomerRepository customers(tx);
        SyntheticCustomers maker(seed);
        std::vector<Customer> list;
        for (int i = 0; i < count; ++i) {
            const auto made = maker.next();
            const auto* number = made.mainIdentifier();
            if (!number) continue;
            const auto id = customers.findByIdentifier(number->kind, number->value, number->country);
            if (const auto stored = id ? customers.get(*id) : std::nullopt) list.push_back(*stored);
        }
        return list;
    });
}

Result<DemoCentre> makeDemo(
    Database& db, const DemoRequest& request, const std::function<bool(int done, int whole)>& progress)
{
    if (request.customers < 0 || request.customers > kMostCustomers || request.days < 0 ||
        request.days > kMostDays || request.visitsADay < 0 || request.visitsADay > kMostVisitsADay ||
        (request.customers == 0 && request.days > 0 && request.visitsADay > 0))
        return Error{ErrorCode::Invalid, u"demo.range"_s,
            {QString::number(kMostCustomers), QString::number(kMostDays), QString::number(kMostVisitsADay)},
            {}};
    return DemoMaker(db, request, progress).make();
}

} // namespace sanad
