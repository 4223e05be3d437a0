#include "app/bench/bench_centre.h"
#include "app/bench/list_bench.h"
#include "app/bench/long_history.h"

#include "core/reports/day_report.h"
#include "core/reports/synthetic_receipts.h"
#include "core/reports/today.h"
#include "core/settings/settings_repository.h"
#include "core/verify/verify.h"

#include <QTemporaryDir>

#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

// Ten years of a busy centre: weeks made through its own acts, and copied into the past.
constexpr int kReceipts = 30'000, kDays = 45, kCopies = 66;
const QDate kLast(2026, 11, 19);

Actor owner()
{
    const auto& all = allPermissions();
    return Actor(StaffId::fromRaw(1), u"owner"_s, u"C1"_s, {all.begin(), all.end()});
}

std::unique_ptr<Database> filled(const QString& folder, const Vault& vault, int receipts, int days)
{
    auto db = must(Database::open({folder, {}}, OpenMode::Create));
    db->unlock(vault);
    must(db->write([](Tx& tx) -> Result<> {
        SettingsRepository settings(tx);
        Centre centre;
        centre.nameAr = u"مركز"_s;
        centre.vatRegistered = true;
        centre.vatSince = QDate(2000, 1, 1);
        settings.saveCentre(centre);
        settings.addSigningKey(SigningKey::create());
        return {};
    }));
    must(makeSyntheticHistory(*db, {receipts, days, kLast, u"C1"_s, 1}, owner(),
        [&](int made) { std::fprintf(stderr, "\r%d of %d receipts", made, receipts); }));
    std::fputc('\n', stderr);
    return db;
}

double medianOf(int rounds, const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(wallMs(work));
    return median(std::move(times));
}

} // namespace

/// G4: reports of a file with two million receipts in ten years; G6: the list of them all.
void benchReports(Report& report, double scale)
{
    const DataFolder folder(u"receipts-%1"_s.arg(scale));
    const Vault vault = Vault::fromKey(QByteArray(Vault::kKeyBytes, 'k'));
    const int copies = static_cast<int>(kCopies * scale);
    const int days = kDays * (copies + 1);
    const int receipts = kReceipts * (copies + 1);
    const Actor by = owner();
    if (folder.isFresh()) {
        std::unique_ptr<Database> db;
        const double fill = cpuMs([&] { db = filled(folder.path(), vault, kReceipts, kDays); });
        report.add(
            {{}, u"receipt issued, many a commit, CPU"_s, fill * 1000 / kReceipts, {}, u"µs"_s, {}, {}});
        std::vector<Breach> breaches;
        const double check = cpuMs([&] { breaches = must(verifyCentre(*db)); });
        report.add({{}, u"verify, CPU"_s, check, {}, u"ms"_s, {},
            u"%1 receipts, %2 breaches"_s.arg(kReceipts).arg(breaches.size())});
        db.reset();
        copyIntoPast(folder.path() + u"/sanad.db"_s, kLast.addDays(1 - kDays), kLast, copies);
    }
    auto db = must(Database::open({folder.path(), {}}, OpenMode::Write));
    db->unlock(vault);
    db->setClock([] { return QDateTime(kLast, QTime(17, 0), centreZone()).toUTC(); });
    const QString size = u"%1 receipts in %2 days"_s.arg(receipts).arg(days);

    std::mt19937 random(1);
    const auto anyDay = [&] {
        return kLast.addDays(-static_cast<int>(random() % static_cast<unsigned>(days)));
    };
    must(dayReport(*db, kLast, by));
    report.add({u"issue"_s, u"day report, any day"_s,
        medianOf(101, [&] { must(dayReport(*db, anyDay(), by)); }), {}, u"ms"_s, 10.0, size});
    report.add({u"issue"_s, u"day report, last day"_s,
        medianOf(101, [&] { must(dayReport(*db, kLast, by)); }), {}, u"ms"_s, 10.0, size});
    const auto figuresOf = [&](int length) {
        return medianOf(101, [&] {
            const QDate last = anyDay();
            must(db->read([&](Tx& tx) -> Result<> {
                DayFigures(tx).days(last.addDays(1 - length), last);
                return {};
            }));
        });
    };
    report.add({u"G4"_s, u"revenue of a day"_s, figuresOf(1), {}, u"ms"_s, 1.0, size});
    report.add({u"G4"_s, u"revenue of a month"_s, figuresOf(30), {}, u"ms"_s, 5.0, size});
    report.add({u"G4"_s, u"revenue of a year, by every dimension"_s,
        medianOf(31, [&] { must(revenue(*db, kLast.addDays(-364), kLast, by)); }), {}, u"ms"_s, 25.0, size});
    report.add({u"G4"_s, u"Today"_s, medianOf(101, [&] { must(today(*db, by)); }), {}, u"ms"_s, 10.0, size});
    benchList(report, *db, folder.path() + u"/sanad.db"_s, by);
}

} // namespace sanad::bench
