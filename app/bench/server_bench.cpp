#include "app/bench/bench_centre.h"
#include "app/bench/psql.h"
#include "core/cash/shift_service.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/demo/demo_centre.h"
#include "core/demo/visit_maker.h"
#include "core/people/sign_in.h"
#include "core/visits/visit_service.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kWarmUp = 40;
constexpr int kRounds = 60;
constexpr int kVisitsARound = 5;

/// A centre on a server, whose connection can be made to leave each of its statements in the server's log.
class ServerDesk {
public:
    explicit ServerDesk(const QString& url)
        : m_location{m_folder.path(), url}
    {
        auto made = must(Database::open(m_location, OpenMode::Create));
        DemoRequest request;
        request.customers = 2'000;
        request.days = 2;
        (void)must(makeDemo(*made, request));
    }
    void open(bool logged)
    {
        m_db = must(Database::open(m_location, OpenMode::Write));
        log(logged);
        m_clerk = must(SignIn(*m_db).withPassword(u"clerk1"_s, u"demo-clerk1"_s, u"C1"_s));
        (void)must(ShiftService(*m_db).open(u"C1"_s, Money::fromBaisa(50'000), m_clerk));
        const auto catalogue = must(m_db->read([](Tx& tx) -> Result<std::shared_ptr<const Catalogue>> {
            return CatalogueRepository(tx).catalogue();
        }));
        m_visits = std::make_unique<VisitMaker>(
            catalogue, must(frequentCustomers(*m_db, 400, DemoRequest().seed)), 99);
    }
    /// Of this connection, from now on.
    void log(bool every)
    {
        execute(every ? u"SET log_statement = 'all'"_s : u"SET log_statement = 'none'"_s);
    }
    /// A statement that marks a place in the log.
    void mark() { execute(kLogMark); }
    double complete(int visits)
    {
        const QDate day = businessDayAt(QDateTime::currentDateTimeUtc(), 4);
        std::vector<Visit> round;
        for (int i = 0; i < visits; ++i)
            round.push_back(m_visits->next(day));
        return wallMs([&] {
            for (const Visit& visit : round)
                (void)must(VisitService(*m_db).complete(visit, m_clerk));
        });
    }

private:
    void execute(const QString& sql)
    {
        must(m_db->write([&](Tx& tx) -> Result<int> {
            tx.execute(sql);
            return 0;
        }));
    }

    QTemporaryDir m_folder;
    DataLocation m_location;
    std::unique_ptr<Database> m_db;
    Actor m_clerk;
    std::unique_ptr<VisitMaker> m_visits;
};

} // namespace

/// G10: visits completed on PostgreSQL, beside psql executing the statements of as many others, recorded
/// before and prepared as ours are, on a copy of the same database.
void benchServer(Report& report, double scale)
{
    const QString server = qEnvironmentVariable("SANAD_TEST_PG");
    if (server.isEmpty()) {
        std::puts("G10  not measured: no server (./dev bench server starts one)");
        return;
    }
    const int rounds = std::max(5, static_cast<int>(kRounds * scale));
    Psql admin(server);
    admin.run("CREATE DATABASE bench_ours;");
    ServerDesk desk(onServer(server, u"bench_ours"_s));
    admin.run("CREATE DATABASE bench_floor TEMPLATE bench_ours;");

    desk.open(true);
    (void)desk.complete(kWarmUp);
    for (int round = 0; round < rounds; ++round) {
        desk.mark();
        (void)desk.complete(kVisitsARound);
    }
    desk.mark();
    desk.log(false);
    const std::vector<QByteArray> recorded = loggedParts(admin.run("SELECT pg_read_file('server.log');"));
    if (recorded.size() < static_cast<std::size_t>(rounds) + 1)
        qFatal("bench: the log of the server is short");

    Psql floor(onServer(server, u"bench_floor"_s));
    floor.run(recorded.front());
    auto part = recorded.begin();
    const Pair pair = interleaved(
        rounds, [&] { return desk.complete(kVisitsARound) / kVisitsARound; },
        [&] {
            ++part;
            return wallMs([&] { floor.run(*part); }) / kVisitsARound;
        });
    report.add({u"G10"_s, u"complete a visit on PostgreSQL, beside psql"_s, pair.ours, pair.floor, u"ms"_s,
        1.5, {}});
    std::vector<double> statements;
    for (auto each = recorded.begin() + 1; each != recorded.begin() + 1 + rounds; ++each)
        statements.push_back(static_cast<double>(each->count(kStatementEnd)) / kVisitsARound);
    report.add({{}, u"round trips of a visit on PostgreSQL"_s, median(statements), {}, u""_s, {}, {}});
}

} // namespace sanad::bench
