#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>

#include <vector>

namespace sanad::bench {

/// `server` with another database.
QString onServer(const QString& server, const QString& database);

/// psql, connected once and fed as a script. It stops the bench at the first statement that fails.
class Psql {
public:
    explicit Psql(const QString& server);
    ~Psql();
    /// Returns once `sql` is executed, with what it printed, unaligned.
    QByteArray run(const QByteArray& sql);

private:
    QProcess m_process;
};

/// The statement between two parts of a log.
inline const QString kLogMark = QStringLiteral("SET application_name = 'sanad-bench-mark'");
/// How each statement of a part ends.
inline constexpr char kStatementEnd[] = ";\n";

/// The statements that `log_statement = 'all'` left in a server's log, cut at each kLogMark; the transactions
/// of the marks are left out.
std::vector<QByteArray> loggedParts(const QByteArray& log);

} // namespace sanad::bench
