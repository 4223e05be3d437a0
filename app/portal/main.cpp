#include "app/portal/credentials.h"
#include "app/portal/portal_server.h"
#include "core/base/process_guard.h"
#include "ui/text/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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

volatile std::sig_atomic_t stopAsked = 0;

void askStop(int)
{
    stopAsked = 1;
}

int fail(const Error& error)
{
    const QByteArray line = errorLine(error, askedLanguage(QCoreApplication::arguments()));
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    return exitCodeOf(error.code);
}

void printLine(const QByteArray& json)
{
    std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

struct Numbers {
    int port, wallet, decideAfter, rejectEvery;
};

Result<Numbers> numbers(const QCommandLineParser& options)
{
    SANAD_TRY_VALUE(port, numberOption(options, u"port"_s, 0, 65535));
    SANAD_TRY_VALUE(wallet, numberOption(options, u"wallet"_s, 0, 1'000'000'000));
    SANAD_TRY_VALUE(decideAfter, numberOption(options, u"decide-after"_s, 0, 86400 * 30));
    SANAD_TRY_VALUE(rejectEvery, numberOption(options, u"reject-every"_s, 0, 1'000'000));
    return Numbers{port, wallet, decideAfter, rejectEvery};
}

/// What is recorded is only read: a folder without a record stays as it is.
int dump(const QString& folder)
{
    const QString record = QDir(folder).filePath(u"portal.db"_s);
    if (!QFileInfo(record).isFile())
        return fail({ErrorCode::Unreachable, u"portal.no-record"_s, {folder}, {}});
    Store store(record);
    Progress(store, {}).dump(printLine);
    return 0;
}

int run(const QCommandLineParser& options)
{
    const QString folder = options.value(u"folder"_s);
    if (folder.isEmpty()) return fail({ErrorCode::Usage, u"program.option-missing"_s, {u"--folder"_s}, {}});
    if (options.isSet(u"lang"_s))
        if (const auto language = choiceOption(options, u"lang"_s, {u"ar"_s, u"en"_s}); !language)
            return fail(language.error());
    const auto given = numbers(options);
    if (!given) return fail(given.error());
    if (options.isSet(u"dump"_s)) return dump(folder);

    // Before anything is made: a folder of forms that is not there leaves none behind.
    const auto check = ItemCheck::load(options.value(u"forms"_s));
    if (!check) return fail(check.error());
    const auto credentials = ensureCredentials(folder, options.value(u"client"_s));
    if (!credentials) return fail(credentials.error());
    Store store(QDir(folder).filePath(u"portal.db"_s));
    const QString host = options.value(u"host"_s);
    const auto certificates =
        ensureCertificates(folder, host == u"127.0.0.1" || host == u"0.0.0.0" ? QString() : host);
    if (!certificates) return fail(certificates.error());

    PortalServer server(store, **check, {given->decideAfter, given->rejectEvery},
        {host, given->port, options.isSet(u"mutual-tls"_s), credentials->adminToken});
    server.accounts().enrol(credentials->client, credentials->secret, given->wallet);
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
    failAtFileSizeLimit();
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
        {u"lang"_s, u"Language of messages: ar or en."_s, u"LANGUAGE"_s},
        {u"dump"_s, u"Print what was recorded, one JSON object a line, and end."_s},
    });
    if (const auto parsed = parseOptions(options, QCoreApplication::arguments()); !parsed)
        return fail(parsed.error());
    if (options.isSet(u"help"_s)) options.showHelp();
    if (options.isSet(u"version"_s)) options.showVersion();
    try {
        return run(options);
    } catch (const SqliteError& failure) {
        return fail({ErrorCode::Unreachable, u"portal.folder"_s, {options.value(u"folder"_s)},
            QString::fromUtf8(failure.what())});
    }
}
