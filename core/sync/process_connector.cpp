#include "core/sync/process_connector.h"

#include "core/crypto/hash.h"
#include "core/sync/answer_reader.h"
#include "core/sync/connector_line.h"
#include "core/sync/manifest_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qint64 kGreeting = 0; // its request's id
constexpr int kGraceMilliseconds = 500;

QByteArray quoted(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

Error missing(const QString& connector)
{
    return {ErrorCode::Unreachable, u"sync.connector-missing"_s, {connector}, {}};
}

Error unreachable(const QString& key, const QString& detail = {})
{
    return {ErrorCode::Unreachable, key, {}, detail};
}

/// Hands a raw answer to `done`, read by `reader`.
template <class T, class Reader> auto readBy(ExchangeDone<T> done, Reader reader)
{
    return [done = std::move(done), reader](std::variant<QJsonObject, ExchangeFailure> raw) {
        if (const auto* failure = std::get_if<ExchangeFailure>(&raw)) return done(*failure);
        Result<T> read = reader(std::get<QJsonObject>(raw));
        if (!read) return done(ExchangeFailure{read.error(), {}});
        done(std::move(*read));
    };
}

QProcessEnvironment cleanEnvironment()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        if (name.startsWith(u"SANAD_") || name.startsWith(u"PG")) environment.remove(name);
    return environment;
}

} // namespace

ProcessConnector::ProcessConnector(ConnectorEntry entry, QByteArray settings, ConnectorLimits limits)
    : m_entry(std::move(entry))
    , m_settings(std::move(settings))
    , m_limits(limits)
{
    // A program that hangs takes its other requests with it: it is one process.
    QObject::connect(&m_watch, &QTimer::timeout, &m_context, [this] {
        const bool late = std::any_of(m_pending.begin(), m_pending.end(),
            [](const auto& each) { return each.second.deadline.hasExpired(); });
        if (late) abandon(unreachable(u"sync.timed-out"_s));
    });
    m_watch.setInterval(std::clamp<std::chrono::milliseconds>(
        m_limits.answer / 8, std::chrono::milliseconds(20), std::chrono::milliseconds(1000)));
}

ProcessConnector::~ProcessConnector()
{
    m_pending.clear();
    for (const auto& killed : m_killed)
        killed->waitForFinished(kGraceMilliseconds);
    if (!m_process) return;
    m_process->disconnect(&m_context);
    m_process->closeWriteChannel();
    if (!m_process->waitForFinished(kGraceMilliseconds)) {
        m_process->kill();
        m_process->waitForFinished(kGraceMilliseconds);
    }
}

void ProcessConnector::hello(ExchangeDone<ConnectorManifest> done)
{
    request("\"do\":\"manifest\"", readBy<ConnectorManifest>(std::move(done), readManifest));
}

void ProcessConnector::send(const Batch& batch, ExchangeDone<Acknowledgement> done)
{
    const QByteArray fields = "\"do\":\"send\",\"key\":" + quoted(batch.key) + ",\"sha256\":\"" +
        batch.contentHash.toHex() + "\",\"signature\":\"" + batch.signature.toBase64() +
        "\",\"public_key\":\"" + batch.publicKey.toBase64() +
        "\",\"count\":" + QByteArray::number(batch.count) + ",\"encoding\":\"gzip\",\"body\":\"" +
        batch.body.toBase64() + '"';
    request(fields, readBy<Acknowledgement>(std::move(done), readAcknowledgement));
}

void ProcessConnector::poll(const QString& cursor, ExchangeDone<Updates> done)
{
    request("\"do\":\"poll\",\"cursor\":" + quoted(cursor), readBy<Updates>(std::move(done), readUpdates));
}

void ProcessConnector::ask(const QJsonObject& fields, ExchangeDone<QJsonObject> done)
{
    const QByteArray text = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    request(text.mid(1, text.size() - 2), std::move(done));
}

void ProcessConnector::request(const QByteArray& fields, std::function<void(Raw)> done)
{
    if (const auto started = ensureStarted(); !started) {
        QMetaObject::invokeMethod(
            &m_context,
            [done = std::move(done), error = started.error()] {
                done(ExchangeFailure{error, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    const qint64 id = ++m_lastId;
    m_pending[id] = {std::move(done), QDeadlineTimer(m_limits.answer)};
    m_watch.start();
    m_process->write("{\"id\":" + QByteArray::number(id) + ',' + fields + "}\n");
}

Result<> ProcessConnector::ensureStarted()
{
    if (m_process) return {};
    const QByteArray hash = sha256OfFile(m_entry.program);
    if (hash.isEmpty()) return missing(m_entry.name);
    if (hash != m_entry.sha256)
        return Error{ErrorCode::Denied, u"sync.connector-changed"_s, {m_entry.name}, {}};

    std::erase_if(m_killed, [](const auto& process) { return process->state() == QProcess::NotRunning; });
    m_process = std::make_unique<QProcess>();
    m_buffer.clear();
    m_process->setProcessEnvironment(cleanEnvironment());
    m_process->setStandardErrorFile(QProcess::nullDevice()); // May hold personal data; nobody needs it.
    QObject::connect(
        m_process.get(), &QProcess::readyReadStandardOutput, &m_context, [this] { readLines(); });
    QObject::connect(
        m_process.get(), &QProcess::errorOccurred, &m_context, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart || error == QProcess::WriteError)
                abandon(error == QProcess::FailedToStart ? missing(m_entry.name)
                                                         : unreachable(u"sync.connector-died"_s));
        });
    QObject::connect(m_process.get(), &QProcess::finished, &m_context,
        [this] { abandon(unreachable(u"sync.connector-died"_s)); });
    m_process->start(m_entry.program, QStringList());
    m_process->write("{\"id\":0,\"do\":\"hello\",\"protocol\":" + QByteArray::number(kConnectorProtocol) +
        ",\"settings\":" + m_settings + "}\n");
    return {};
}

void ProcessConnector::readLines()
{
    m_buffer += m_process->readAllStandardOutput();
    qsizetype from = 0;
    for (qsizetype end; m_process && (end = m_buffer.indexOf('\n', from)) >= 0;) {
        const QByteArray line = m_buffer.mid(from, end - from);
        from = end + 1;
        take(line);
    }
    if (!m_process) return;
    m_buffer.remove(0, from);
    if (m_buffer.size() > m_limits.lineBytes)
        abandon({ErrorCode::Unusable, u"sync.malformed-answer"_s, {}, u"flood"_s});
}

void ProcessConnector::take(QByteArrayView text)
{
    auto line = readConnectorLine(text, m_limits.lineBytes);
    if (!line) return abandon(line.error());
    if (line->id == kGreeting) {
        // It cannot work with these settings, so nothing that waits for it can.
        if (const auto* refused = std::get_if<ExchangeFailure>(&line->answer)) abandon(refused->error);
        return;
    }
    const auto found = m_pending.find(line->id);
    if (found == m_pending.end()) return;
    Pending pending = std::move(found->second);
    m_pending.erase(found);
    if (m_pending.empty()) m_watch.stop();
    pending.done(std::move(line->answer));
}

void ProcessConnector::abandon(const Error& error)
{
    if (m_process) {
        m_process->disconnect(&m_context);
        m_process->kill();
        m_killed.push_back(std::move(m_process));
    }
    m_buffer.clear();
    m_watch.stop();
    for (auto& [id, entry] : std::exchange(m_pending, {}))
        entry.done(ExchangeFailure{error, {}});
}

} // namespace sanad
