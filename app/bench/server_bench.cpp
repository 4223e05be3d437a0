#include "app/bench/bench_centre.h"
#include "app/bench/import_bench.h"
#include "app/bench/psql.h"
#include "app/bench/search_bench.h"
#include "core/cash/shift_service.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/demo/demo_centre.h"
#include "core/demo/visit_maker.h"
#include "core/people/sign_in.h"
#include "core/reports/day_report.h"
#include "core/settings/settings_repository.h"
#include "core/visits/visit_service.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kWarmUp = 40;
constexpr int kRounds = 60;
constexpr int kVisitsARound = 5;
constexpr int kCustomers = 100'000, kImported = 10'000;

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

    /// Milliseconds of the desk's own CPU.
    double completeWithPdf()
    {
        const Visit visit = m_visits->next(businessDayAt(QDateTime::currentDateTimeUtc(), 4));
        const Centre centre =
            must(m_db->read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); }));
        return cpuMs([&] {
            const Receipt receipt = must(VisitService(*m_db).complete(visit, m_clerk));
            (void)receiptPdf(receipt, centrePrint(centre, receipt), {}, Paper::A5);
        });
    }
    double dayReportMs()
    {
        const Actor owner = must(SignIn(*m_db).withPassword(u"owner"_s, u"demo-owner"_s, u"C1"_s));
        const QDate day = businessDayAt(QDateTime::currentDateTimeUtc(), 4);
        std::vector<double> times;
        for (int i = 0; i < kWarmUp; ++i)
            times.push_back(wallMs([&] { (void)must(dayReport(*m_db, day, owner)); }));
        return median(std::move(times));
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

/// What the other parts measure on a file, for information.
void addForInformation(Report& report, ServerDesk& desk, Psql& admin, const QString& server, double scale)
{
    std::vector<double> onPaper;
    for (int i = 0; i < kWarmUp; ++i)
        onPaper.push_back(desk.completeWithPdf());
    report.add({{}, u"a visit on PostgreSQL and its receipt's PDF, CPU of the desk"_s, median(onPaper), {},
        u"ms"_s, {}, {}});
    report.add({{}, u"day report on PostgreSQL"_s, desk.dayReportMs(), {}, u"ms"_s, {}, {}});

    const int imported = std::max(500, static_cast<int>(kImported * scale));
    admin.run("CREATE DATABASE bench_import;");
    BenchCentre file(u"server-import"_s, onServer(server, u"bench_import"_s));
    const QByteArray csv = customersCsv(imported);
    report.add({{}, u"customers imported to PostgreSQL with every check"_s,
        wallMs([&] { importCsv(file, csv); }) * 1000 / imported, {}, u"µs each"_s, {}, {}});

    const auto many = std::max<qint64>(1'000, static_cast<qint64>(kCustomers * scale));
    admin.run("CREATE DATABASE bench_search;");
    BenchCentre crowd(u"server-search"_s, onServer(server, u"bench_search"_s));
    fillWithCustomers(*crowd.db, many, crowd.owner);
    Psql(onServer(server, u"bench_search"_s)).run("VACUUM ANALYZE;");
    for (const QuestionKind& kind : kindsOfQuestions())
        report.add({{}, u"search on PostgreSQL, %1, p99 at %2"_s.arg(kind.name).arg(many),
            searchP99(*crowd.db, crowd.owner, kind).wall, {}, u"ms"_s, {}, {}});
}

} // namespace

/// G10: visits completed on PostgreSQL, beside psql executing the statements of as many others, recorded
/// before and prepared as ours are, on a copy of the same database; and the figures of the other parts there.
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
    addForInformation(report, desk, admin, server, scale);
}

} // namespace sanad::bench
