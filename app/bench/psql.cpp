#include "app/bench/psql.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kPatience = 60'000;
constexpr char kDone[] = "sanad-bench-done\n";
constexpr QByteArrayView kStatement = "LOG:  statement: ";

} // namespace

QString onServer(const QString& server, const QString& database)
{
    QUrl url(server);
    url.setPath(u'/' + database);
    return url.toString();
}

Psql::Psql(const QString& server)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"psql"_s, {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, server});
    if (!m_process.waitForStarted(kPatience)) qFatal("bench: psql does not start");
}

Psql::~Psql()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(kPatience);
}

QByteArray Psql::run(const QByteArray& sql)
{
    m_process.write(sql + "\n\\echo " + kDone);
    QByteArray printed;
    while (!printed.endsWith(kDone)) {
        if (!m_process.waitForReadyRead(kPatience)) qFatal("bench: psql stopped");
        printed += m_process.readAllStandardOutput();
    }
    printed.chop(qstrlen(kDone));
    return printed;
}

std::vector<QByteArray> loggedParts(const QByteArray& log)
{
    std::vector<QByteArray> statements;
    bool goesOn = false; // else a line with a tab belongs to a detail
    for (const QByteArray& line : log.split('\n')) {
        if (line.startsWith('\t')) {
            if (goesOn) statements.back() += '\n' + line.mid(1);
            continue;
        }
        const auto at = line.indexOf(kStatement);
        goesOn = at >= 0;
        if (goesOn) statements.push_back(line.mid(at + kStatement.size()));
    }
    std::vector<QByteArray> parts(1);
    const QByteArray mark = kLogMark.toUtf8();
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (i + 1 < statements.size() && statements[i + 1] == mark) { // its BEGIN
            parts.emplace_back();
            i += 2; // and its COMMIT
            continue;
        }
        parts.back() += statements[i] + kStatementEnd;
    }
    return parts;
}

} // namespace sanad::bench
