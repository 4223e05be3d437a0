#include "app/bench/bench_centre.h"
#include "core/settings/settings_repository.h"
#include "core/sync/process_connector.h"
#include "core/sync/sync_service.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kItems = 1000;
constexpr int kRounds = 9;
constexpr int kPatience = 60'000;
const auto kChannel = u"sanad_portal"_s;

QString program(const QString& name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

QByteArray runCurl(const QStringList& arguments)
{
    QProcess curl;
    curl.start(u"curl"_s, arguments);
    if (!curl.waitForFinished(kPatience) || curl.exitCode() != 0)
        qFatal("bench: curl %s", curl.readAllStandardError().constData());
    return curl.readAllStandardOutput();
}

/// sanad-portal on a folder of its own, for as long as the object lives.
class Portal {
public:
    Portal()
    {
        m_process.start(program(u"sanad-portal"_s), {u"--folder"_s, m_folder.path()});
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(kPatience)) qFatal("bench: sanad-portal does not start");
        url = QJsonDocument::fromJson(m_process.readLine())[u"url"_s].toString();
        QFile file(m_folder.filePath(u"credentials.json"_s));
        if (!file.open(QIODevice::ReadOnly)) qFatal("bench: no credentials");
        const auto credentials = QJsonDocument::fromJson(file.readAll());
        client = credentials[u"client_id"_s].toString();
        secret = credentials[u"client_secret"_s].toString();
        ca = m_folder.filePath(u"ca.pem"_s);
    }
    ~Portal()
    {
        m_process.terminate();
        m_process.waitForFinished(kPatience);
    }
    QByteArray settings() const
    {
        return QJsonDocument(QJsonObject{{u"url"_s, url}, {u"ca"_s, ca}, {u"client_id"_s, client},
                                 {u"client_secret"_s, secret}})
            .toJson(QJsonDocument::Compact);
    }
    QString token() const
    {
        return QJsonDocument::fromJson(runCurl({u"-s"_s, u"--cacert"_s, ca, u"-u"_s, client + u':' + secret,
            u"-d"_s, u"grant_type=client_credentials"_s, url + u"/v1/token"_s}))[u"access_token"_s]
            .toString();
    }
    QString url, client, secret, ca;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

/// The connector that the desk uses; keeps what it sends, so that curl can post the same bytes.
class KeepingConnector : public ProcessConnector {
public:
    KeepingConnector(const ConnectorEntry& entry, const QByteArray& settings, std::vector<Batch>& kept)
        : ProcessConnector(entry, settings)
        , m_kept(kept)
    {
    }
    void send(const Batch& batch, ExchangeDone<Acknowledgement> done) override
    {
        m_kept.push_back(batch);
        ProcessConnector::send(batch, std::move(done));
    }

private:
    std::vector<Batch>& m_kept;
};

struct NoSink : SyncSink {
    void settled(Tx&, const SettledItem&) override { }
    void updated(Tx&, const ItemUpdate&) override { }
    void noticed(Tx&, const PortalNotice&) override { }
};

QByteArray sample(int number)
{
    return QJsonDocument(
        QJsonObject{{u"number"_s, u"T-%1"_s.arg(number, 6, 10, QChar(u'0'))},
            {u"service"_s, u"ROP-VEH-RENEW"_s}, {u"submitted_at"_s, u"2026-11-22T08:00:00.000Z"_s},
            {u"customer_kind"_s, u"citizen"_s}, {u"government_fee_baisa"_s, 18000},
            {u"form"_s,
                QJsonObject{{u"civil_number"_s, QString::number(10'000'000 + number)},
                    {u"full_name_ar"_s, u"سالم بن حمد الحارثي"_s}, {u"mobile"_s, u"+96892345678"_s},
                    {u"acting_as"_s, u"self"_s}, {u"plate_number"_s, u"12345 أب"_s},
                    {u"engine_class"_s, u"LT1500"_s}, {u"insurance_policy_no"_s, u"P-%1"_s.arg(number)},
                    {u"insurance_expiry"_s, u"2027-03-01"_s}, {u"years"_s, u"1"_s}}}})
        .toJson(QJsonDocument::Compact);
}

/// One curl that posts the batches one after the other on one connection.
double curlMs(const Portal& portal, const std::vector<Batch>& batches)
{
    const QTemporaryDir folder;
    const QString token = portal.token();
    QByteArray config;
    for (const Batch& batch : batches) {
        const QString body = folder.filePath(batch.key);
        QFile file(body);
        if (!file.open(QIODevice::WriteOnly)) qFatal("bench: no room");
        file.write(batch.body);
        if (!config.isEmpty()) config += "next\n";
        const auto header = [&](const QByteArray& text) { config += "header = \"" + text + "\"\n"; };
        config += "silent\nfail\noutput = \"" + body.toUtf8() + ".answer\"\ncacert = \"" +
            portal.ca.toUtf8() + "\"\nurl = \"" + portal.url.toUtf8() + "/v1/batches\"\ndata-binary = \"@" +
            body.toUtf8() + "\"\n";
        header("Expect:");
        header("Authorization: Bearer " + token.toUtf8());
        header("Content-Type: application/json");
        header("Content-Encoding: gzip");
        header("Idempotency-Key: " + batch.key.toUtf8());
        header("Sanad-Content-SHA256: " + batch.contentHash.toHex());
        header("Sanad-Signature: " + batch.signature.toBase64());
        header("Sanad-Key: " + batch.publicKey.toBase64());
    }
    QFile file(folder.filePath(u"curl.conf"_s));
    if (!file.open(QIODevice::WriteOnly)) qFatal("bench: no room");
    file.write(config);
    file.close();
    return wallMs([&] { runCurl({u"--config"_s, file.fileName()}); });
}

} // namespace

/// G7: an outbox of 1,000 transactions drained by a desk that has just started (connector process, token and
/// TLS included), beside one curl that posts the same signed bytes to a portal of its own.
void benchSync(Report& report, double scale)
{
    const int items = std::max(1, static_cast<int>(kItems * scale));
    const Portal ours, floor;
    const QTemporaryDir folder;
    auto db = must(Database::open(DataLocation::parse(folder.filePath(u"centre"_s)), OpenMode::Create));
    db->unlock(Vault::create());
    const auto& all = allPermissions();
    const Actor owner(StaffId::fromRaw(1), u"owner"_s, u"C1"_s, {all.begin(), all.end()});
    NoSink sink;
    std::vector<Batch> sent;
    const auto keeping = [&](const ConnectorEntry& entry,
                             const QByteArray& settings) -> std::unique_ptr<Connector> {
        return std::make_unique<KeepingConnector>(entry, settings, sent);
    };
    must(db->write([](Tx& tx) -> Result<> {
        SettingsRepository(tx).addSigningKey(SigningKey::create());
        return {};
    }));
    {
        SyncService setUp(*db, sink);
        must(setUp.confirmConnector(program(u"sanad-connector-rest"_s), owner));
        must(setUp.setChannel(kChannel, u"rest"_s, ours.settings(), owner));
    }

    int number = 0;
    const auto drain = [&] {
        must(db->write([&](Tx& tx) -> Result<> {
            for (int i = 0; i < items; ++i)
                must(Outbox(tx).add({u"transaction"_s, ++number, {}, kChannel, sample(number)}));
            return {};
        }));
        sent.clear();
        SyncService sync(*db, sink, keeping);
        SyncReport done;
        const double ms = wallMs([&] { done = must(sync.run(owner)); });
        if (done.delivered != items)
            qFatal("bench: %lld of %d delivered", static_cast<long long>(done.delivered), items);
        return ms;
    };
    drain(); // The portal compiles its schema once.
    curlMs(floor, sent);
    const Pair pair = interleaved(kRounds, drain, [&] { return curlMs(floor, sent); });
    report.add({u"G7"_s, u"%1 transactions drained over HTTPS"_s.arg(items), pair.ours, pair.floor, u"ms"_s,
        2.0, u"curl posts the same bytes; run under tools/with-mtu1500"_s});
}

} // namespace sanad::bench
