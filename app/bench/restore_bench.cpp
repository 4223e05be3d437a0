#include "app/bench/bench_centre.h"

#include "core/backup/backup_service.h"
#include "core/backup/restore.h"
#include "core/backup/table_copy.h"
#include "core/people/people_service.h"
#include "core/people/sign_in.h"
#include "core/reports/synthetic_receipts.h"

#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kReceipts = 100'000;
constexpr int kDays = 300;
const QDate kLast(2026, 11, 19);
const auto kPassword = u"bench-owner"_s;
/// What a restore itself writes: the audit of it, the new series, what is kept of backups.
const QStringList kWritten{u"audit_line"_s, u"audit_head"_s, u"number_series"_s, u"number_gap"_s,
    u"ticket_series"_s, u"backup_run"_s, u"setting"_s};

std::unique_ptr<Database> filled(const QString& folder, int receipts, int days, Actor& by)
{
    auto db = must(Database::open({folder, {}}, OpenMode::Create));
    FirstRun first;
    first.centre.nameAr = u"مركز"_s;
    first.centre.vatRegistered = true;
    first.centre.vatSince = QDate(2000, 1, 1);
    first.counters = {{u"C1"_s, u"الشباك 1"_s, u"Counter 1"_s}};
    first.owner = {u"owner"_s, u"مالك"_s, u"Owner"_s, Role::Owner, kPassword, u"111111"_s};
    must(PeopleService(*db).setUp(first));
    by = must(SignIn(*db).withPassword(u"owner"_s, kPassword, u"C1"_s));
    must(makeSyntheticHistory(*db, {receipts, days, kLast, u"C1"_s, 1}, by,
        [&](int made) { std::fprintf(stderr, "\r%d of %d receipts", made, receipts); }));
    std::fputc('\n', stderr);
    return db;
}

/// Tables whose content is not the same.
int differences(Database& one, Database& other)
{
    const auto digests = [](Database& db) {
        return must(
            db.read([](Tx& tx) -> Result<std::map<QString, QByteArray>> { return tableDigests(tx); }));
    };
    const auto before = digests(one), after = digests(other);
    int count = 0;
    for (const auto& [table, digest] : before) {
        if (kWritten.contains(table)) continue;
        const auto found = after.find(table);
        if (found != after.end() && found->second == digest) continue;
        std::fprintf(stderr, "%s differs\n", qUtf8Printable(table));
        ++count;
    }
    return count;
}

} // namespace

/// A restore of 100,000 receipts: with every check it makes, and what differs afterwards.
void benchRestore(Report& report, double scale)
{
    QTemporaryDir room;
    const QDir place(room.path());
    place.mkpath(u"stick"_s);
    const int receipts = std::max(1000, static_cast<int>(kReceipts * scale));
    Actor by;
    const auto db =
        filled(place.filePath(u"centre"_s), receipts, std::max(3, static_cast<int>(kDays * scale)), by);
    const QString size = u"%1 receipts"_s.arg(receipts);

    BackupService backups(*db);
    BackupFile made;
    const double making = wallMs([&] { made = must(backups.create(place.filePath(u"stick"_s), by)); });
    report.add(
        {{}, u"backup made"_s, making, {}, u"ms"_s, {}, size + u", %1 MB"_s.arg(made.bytes / (1024 * 1024))});
    const double trial = wallMs([&] { must(backups.check(made.path, by)); });
    report.add({{}, u"test restore"_s, trial, {}, u"ms"_s, {}, size});

    const QString target = place.filePath(u"restored"_s);
    const double restoring = wallMs([&] {
        const Vault vault = must(unlockHeader(made.header, u"owner"_s, kPassword));
        must(restoreBackup({made.path, {target, {}}, vault, {}, true, systemClock(), {}}));
    });
    const auto restored = must(Database::open({target, {}}, OpenMode::ReadOnly));
    const int differing = differences(*db, *restored);
    report.add({u"issue"_s, u"restore"_s, restoring / 1000, {}, u"s"_s, 300.0, size});
    report.add({u"issue"_s, u"tables that differ after it"_s, double(differing), {}, u"tables"_s, 0.0, size});
}

} // namespace sanad::bench
