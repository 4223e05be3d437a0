// One `sync run` on a data folder, as a process of its own that can be killed at chosen points:
// sync_runner FOLDER VAULT-KEY-HEX DIE-AT, where DIE-AT counts the answers that are marked (0: lives).
#include "core/storage/database.h"
#include "core/sync/sync_service.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace sanad;

namespace {

/// Counts answers, and dies inside the commit of one of them.
struct DyingSink : SyncSink {
    int left = 0;
    void settled(Tx&, const SettledItem&) override
    {
        if (left > 0 && --left == 0) std::raise(SIGKILL);
    }
    void updated(Tx&, const ItemUpdate&) override { }
    void noticed(Tx&, const PortalNotice&) override { }
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 4) return 2;
    auto db = Database::open(DataLocation::parse(QString::fromLocal8Bit(argv[1])), OpenMode::Write);
    if (!db) {
        std::fprintf(stderr, "%s\n", qPrintable(db.error().key));
        return 3;
    }
    (*db)->unlock(Vault::fromKey(QByteArray::fromHex(argv[2])));
    DyingSink sink;
    sink.left = QByteArray(argv[3]).toInt();
    SyncService sync(**db, sink);
    const auto& all = allPermissions();
    const Actor owner(
        StaffId::fromRaw(1), QStringLiteral("owner"), QStringLiteral("C1"), {all.begin(), all.end()});
    if (!sync.retry({}, {}, owner)) return 1;
    const auto report = sync.run(owner);
    if (!report) return 1;
    std::printf("%lld\n", static_cast<long long>(report->delivered));
    return 0;
}
