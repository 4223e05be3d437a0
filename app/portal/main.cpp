#include "app/portal/credentials.h"
#include "app/portal/portal_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::portal;

namespace {

constexpr int kUsage = 2;
constexpr int kUnreachable = 3;
constexpr int kUnusable = 4;

volatile std::sig_atomic_t stopAsked = 0;

void askStop(int)
{
    stopAsked = 1;
}

int fail(const Error& error)
{
    std::fprintf(stderr, "sanad-portal: %s %s\n", qPrintable(error.key),
        qPrintable(error.args.join(u' ') + error.detail));
    return error.code == ErrorCode::Unusable ? kUnusable : kUnreachable;
}

void printLine(const QByteArray& json)
{
    std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

/// A number option, or nothing when it is not one in range.
std::optional<int> number(const QCommandLineParser& options, const QString& name, int largest)
{
    bool ok = false;
    const int value = options.value(name).toInt(&ok);
    return ok && value >= 0 && value <= largest ? std::optional(value) : std::nullopt;
}

int run(const QCommandLineParser& options)
{
    const QString folder = options.value(u"folder"_s);
    const auto port = number(options, u"port"_s, 65535), wallet = number(options, u"wallet"_s, 1'000'000'000),
               decideAfter = number(options, u"decide-after"_s, 86400 * 30),
               rejectEvery = number(options, u"reject-every"_s, 1'000'000);
    if (folder.isEmpty() || !port || !wallet || !decideAfter || !rejectEvery) {
        std::fputs(
            "sanad-portal: --folder is needed, and numbers must be whole and in range; see --help\n", stderr);
        return kUsage;
    }
    const auto credentials = ensureCredentials(folder, options.value(u"client"_s));
    if (!credentials) return fail(credentials.error());
    Store store(QDir(folder).filePath(u"portal.db"_s));
    if (options.isSet(u"dump"_s)) {
        Progress(store, {}).dump(printLine);
        return 0;
    }

    const QString host = options.value(u"host"_s);
    const auto certificates =
        ensureCertificates(folder, host == u"127.0.0.1" || host == u"0.0.0.0" ? QString() : host);
    if (!certificates) return fail(certificates.error());
    const auto check = ItemCheck::load(options.value(u"forms"_s));
    if (!check) return fail(check.error());

    PortalServer server(store, **check, {*decideAfter, *rejectEvery},
        {host, *port, options.isSet(u"mutual-tls"_s), credentials->adminToken});
    server.accounts().enrol(credentials->client, credentials->secret, *wallet);
    const auto bound = server.bind(*certificates);
    if (!bound) return fail(bound.error());

    std::signal(SIGTERM, askStop);
    std::signal(SIGINT, askStop);
    std::atomic<bool> serving = true;
    std::thread worker([&] {
        server.serve();
        serving = false;
    });
    printLine(compact({{u"ready"_s, true}, {u"url"_s, u"https://%1:%2"_s.arg(host).arg(*bound)},
        {u"ca"_s, certificates->authority}, {u"credentials"_s, credentials->file}}));
    while (!stopAsked && serving)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    server.stop();
    for (int wait = 0; serving && wait < 10; ++wait)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    if (serving) {
        // The library waits for desks that keep their connection open. None of their commits is under way
        // while the store is held, and a lost answer is asked for again.
        const auto held = store.lock();
        std::_Exit(0);
    }
    worker.join();
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sanad-portal"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SANAD_VERSION));
    QCommandLineParser options;
    options.setApplicationDescription(
        u"A portal that implements the published contract (api/openapi.yaml), for training, demonstration and tests."_s);
    options.addHelpOption();
    options.addVersionOption();
    options.addOptions({
        {u"folder"_s, u"Where certificates, credentials and the record are kept."_s, u"FOLDER"_s},
        {u"host"_s, u"Address to listen on."_s, u"ADDRESS"_s, u"127.0.0.1"_s},
        {u"port"_s, u"Port to listen on; 0 takes any free one."_s, u"PORT"_s, u"0"_s},
        {u"forms"_s, u"Folder of SERVICE.schema.json files."_s, u"FOLDER"_s, u":/forms"_s},
        {u"client"_s, u"Name of the desk that is enrolled at the first start."_s, u"NAME"_s, u"desk"_s},
        {u"wallet"_s, u"Its opening balance in baisa."_s, u"BAISA"_s, u"10000000"_s},
        {u"decide-after"_s, u"Seconds until an item is decided and a fee confirmed; 0 leaves it to /admin."_s,
            u"SECONDS"_s, u"0"_s},
        {u"reject-every"_s, u"Reject every N-th item that is decided; 0 rejects none."_s, u"N"_s, u"0"_s},
        {u"mutual-tls"_s, u"Refuse desks without the client certificate of this folder."_s},
        {u"dump"_s, u"Print what was recorded, one JSON object a line, and end."_s},
    });
    options.process(application);
    try {
        return run(options);
    } catch (const SqliteError& failure) {
        return fail({ErrorCode::Unreachable, u"portal.folder"_s, {}, QString::fromUtf8(failure.what())});
    }
}
