#include "tests/portal/openapi.h"

#include "tests/support/test_support.h"

#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

constexpr int kPatience = 20'000;

QString lastPart(const QJsonValue& reference)
{
    const QString text = reference.toString();
    return text.mid(text.lastIndexOf(u'/') + 1);
}

/// `/v1/items/{uuid}` as what it matches.
QRegularExpression pattern(QString path)
{
    static const QRegularExpression parameter(u"\\{[^}]*\\}"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(path.replace(parameter, u"[^/]+"_s)));
}

} // namespace

OpenApi::OpenApi()
{
    QProcess reader;
    reader.start(u"/usr/bin/python3"_s,
        {u"-c"_s, u"import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)"_s,
            qEnvironmentVariable("SANAD_SOURCE") + u"/api/openapi.yaml"_s});
    REQUIRE(reader.waitForFinished(kPatience));
    m_document = QJsonDocument::fromJson(reader.readAllStandardOutput()).object();
    REQUIRE_FALSE(m_document[u"paths"_s].toObject().isEmpty());
}

const OpenApi& OpenApi::document()
{
    static const OpenApi read;
    return read;
}

QString OpenApi::operationAt(const QString& method, const QString& path) const
{
    const QJsonObject paths = m_document[u"paths"_s].toObject();
    for (auto each = paths.begin(); each != paths.end(); ++each)
        if (pattern(each.key()).match(path.section(u'?', 0, 0)).hasMatch())
            return each.value()[method.toLower()][u"operationId"_s].toString();
    return {};
}

QJsonObject OpenApi::operation(const QString& id) const
{
    for (const auto& methods : m_document[u"paths"_s].toObject())
        for (const auto& each : methods.toObject())
            if (each[u"operationId"_s] == id) return each.toObject();
    return {};
}

std::optional<OpenApi::Answer> OpenApi::answer(const QString& id, int status) const
{
    const auto said = operation(id)[u"responses"_s][QString::number(status)];
    if (!said.isObject()) return std::nullopt;
    const auto shared = m_document[u"components"_s][u"responses"_s][lastPart(said[u"$ref"_s])];
    const QJsonObject whole = (shared.isObject() ? shared : said).toObject();
    const QJsonObject content = whole[u"content"_s].toObject(), headers = whole[u"headers"_s].toObject();
    if (content.size() != 1) return std::nullopt;
    Answer answer{content.begin().key(), lastPart(content.begin().value()[u"schema"_s][u"$ref"_s]), {}};
    for (auto each = headers.begin(); each != headers.end(); ++each)
        answer.headers.insert(each.key(), each.value()[u"schema"_s][u"pattern"_s].toString());
    return answer;
}

} // namespace sanad::test
