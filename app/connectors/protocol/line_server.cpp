#include "app/connectors/protocol/line_server.h"

#include "core/base/process_guard.h"

#include <QJsonDocument>

#include <cstdio>
#include <iostream>
#include <string>

using namespace Qt::StringLiterals;

namespace sanad::connectors {

QByteArray answerLine(qint64 id, QByteArray json)
{
    // Outside strings a line break is white space, and inside them JSON has none.
    json.replace('\n', ' ');
    json.replace('\r', ' ');
    return "{\"id\":" + QByteArray::number(id) + ",\"ok\":" + json + "}\n";
}

int LineServer::run()
{
    guardProcessMemory(); // the greeting brings the channel's credentials
    failAtFileSizeLimit();
    for (std::string line; std::getline(std::cin, line);)
        take(QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size())));
    return 0;
}

void LineServer::take(const QByteArray& line)
{
    const QJsonObject request = QJsonDocument::fromJson(line).object();
    const qint64 id = request[u"id"_s].toInteger(-1);
    const QString verb = request[u"do"_s].toString();
    if (verb == u"hello") {
        if (request[u"protocol"_s].toInt() != kProtocol) return failed(id, {u"refused"_s, u"protocol"_s});
        const auto failure = hello ? hello(request[u"settings"_s].toObject()) : std::nullopt;
        if (failure) return failed(id, *failure);
        return ok(id, {});
    }
    if (verb == u"manifest")
        return ok(id,
            {{u"name"_s, m_manifest.name}, {u"kind"_s, m_manifest.kind}, {u"version"_s, m_manifest.version},
                {u"protocol"_s, kProtocol}});
    serve(id, verb, request);
}

void LineServer::ok(qint64 id, const QJsonObject& answer)
{
    okText(id, QJsonDocument(answer).toJson(QJsonDocument::Compact));
}

void LineServer::okText(qint64 id, QByteArray json)
{
    write(answerLine(id, std::move(json)));
}

void LineServer::failed(qint64 id, const Failure& failure)
{
    QJsonObject error{{u"kind"_s, failure.kind}, {u"detail"_s, failure.detail}};
    if (failure.retryAfterSeconds > 0) error[u"retry_after"_s] = failure.retryAfterSeconds;
    write(
        QJsonDocument(QJsonObject{{u"id"_s, id}, {u"error"_s, error}}).toJson(QJsonDocument::Compact) + '\n');
}

void LineServer::write(const QByteArray& line)
{
    const std::lock_guard held(m_mutex);
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

} // namespace sanad::connectors
