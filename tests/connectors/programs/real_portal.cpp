#include "tests/connectors/programs/real_portal.h"

#include "core/crypto/hash.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

constexpr int kPatience = 20'000;

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QString builtProgram(const QString& name)
{
    const QString folder = qEnvironmentVariable("SANAD_BIN");
    REQUIRE_FALSE(folder.isEmpty());
    return folder + u'/' + name;
}

RealPortal::RealPortal(const QStringList& options)
    : m_options(options)
{
    start();
}

RealPortal::~RealPortal()
{
    if (!m_process) return;
    m_process->kill();
    m_process->waitForFinished(kPatience);
}

void RealPortal::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const int port = m_url.isEmpty() ? 0 : QUrl(m_url).port();
    m_process->start(builtProgram(u"sanad-portal"_s),
        QStringList{u"--folder"_s, m_folder.path(), u"--port"_s, QString::number(port)} + m_options);
    while (!m_process->canReadLine())
        REQUIRE(m_process->waitForReadyRead(kPatience));
    const auto ready = QJsonDocument::fromJson(m_process->readLine()).object();
    REQUIRE(ready[u"ready"_s].toBool());
    m_url = ready[u"url"_s].toString();
}

void RealPortal::stop()
{
    m_process->terminate();
    REQUIRE(m_process->waitForFinished(kPatience));
    CHECK(m_process->exitStatus() == QProcess::NormalExit);
    CHECK(m_process->exitCode() == 0);
}

void RealPortal::crash()
{
    m_process->kill();
    REQUIRE(m_process->waitForFinished(kPatience));
}

QJsonObject RealPortal::settings() const
{
    QFile file(m_folder.filePath(u"credentials.json"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto credentials = QJsonDocument::fromJson(file.readAll()).object();
    return {{u"url"_s, m_url}, {u"ca"_s, m_folder.filePath(u"ca.pem"_s)},
        {u"client_id"_s, credentials[u"client_id"_s]}, {u"client_secret"_s, credentials[u"client_secret"_s]}};
}

std::vector<QJsonObject> RealPortal::dump() const
{
    QProcess program;
    program.start(builtProgram(u"sanad-portal"_s), {u"--folder"_s, m_folder.path(), u"--dump"_s});
    REQUIRE(program.waitForFinished(kPatience));
    std::vector<QJsonObject> items;
    for (const QByteArray& line : program.readAllStandardOutput().split('\n'))
        if (!line.isEmpty()) items.push_back(QJsonDocument::fromJson(line).object());
    return items;
}

void RealPortal::admin(const QString& path, const QJsonObject& body) const
{
    QFile file(m_folder.filePath(u"credentials.json"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto token = QJsonDocument::fromJson(file.readAll()).object()[u"admin_token"_s].toString();
    QProcess curl;
    curl.start(u"curl"_s,
        {u"--silent"_s, u"--fail"_s, u"--cacert"_s, m_folder.filePath(u"ca.pem"_s), u"-H"_s,
            u"Authorization: Bearer "_s + token, u"--data-binary"_s, QString::fromUtf8(compact(body)),
            m_url + u"/admin/"_s + path});
    REQUIRE(curl.waitForFinished(kPatience));
    REQUIRE(curl.exitCode() == 0);
}

std::unique_ptr<ProcessConnector> connectorFor(
    const QString& program, const QJsonObject& settings, ConnectorLimits limits)
{
    return std::make_unique<ProcessConnector>(
        ConnectorEntry{u"test"_s, u"test"_s, u"1"_s, program, sha256OfFile(program)}, compact(settings),
        limits);
}

QByteArray vehicleRenewal(int number)
{
    const QJsonObject form{{u"civil_number"_s, QString::number(10'000'000 + number)},
        {u"full_name_ar"_s, u"سالم بن حمد الحارثي"_s}, {u"mobile"_s, u"+96892345678"_s},
        {u"acting_as"_s, u"self"_s}, {u"plate_number"_s, u"12345 أب"_s}, {u"engine_class"_s, u"LT1500"_s},
        {u"insurance_policy_no"_s, u"P-1"_s}, {u"insurance_expiry"_s, u"2027-03-01"_s}, {u"years"_s, u"1"_s}};
    return compact({{u"number"_s, u"T-%1"_s.arg(number, 6, 10, QChar(u'0'))},
        {u"service"_s, u"ROP-VEH-RENEW"_s}, {u"submitted_at"_s, u"2026-11-22T08:00:00.000Z"_s},
        {u"form"_s, form}, {u"customer_kind"_s, u"citizen"_s}, {u"government_fee_baisa"_s, 18000}});
}

} // namespace sanad::test
