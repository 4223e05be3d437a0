#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <initializer_list>
#include <variant>

namespace sanad {

/// What a log line may say besides its event: a number (an id, a count, milliseconds) or a key of ours
/// (`sync.unreachable`). Any other text becomes `?`, so that no name, number or typed word of a person can
/// get into a log, whatever a caller passes.
class LogValue {
public:
    LogValue(std::int64_t number) // NOLINT(google-explicit-constructor)
        : m_value(number)
    {
    }
    /// Lower-case words joined by dots or dashes, as error keys, acts and our own programs are called.
    LogValue(const QString& key); // NOLINT(google-explicit-constructor)

    QByteArray json() const;

private:
    std::variant<std::int64_t, QString> m_value;
};

struct LogField {
    QLatin1StringView name;
    LogValue value;
};

constexpr qint64 kLogBytes = 1024 * 1024; ///< A file is put aside at this size …
constexpr int kLogFiles = 5; ///< … and so many are kept, the one being written included.

/// Begins `folder/logs/PROGRAM.log`, which only its owner may read. Until then, and when it cannot be
/// written, nothing is logged: a log never keeps anybody from working. Messages of Qt are counted there by
/// their kind, without their text. Several processes of one program share its file. Main thread.
void openLog(const QString& folder, const QString& program);
void closeLog();

/// One JSON object a line: {"at":…,"event":…, fields}. Thread-safe.
void logEvent(QLatin1StringView event, std::initializer_list<LogField> fields = {});

/// The log files of a data folder, newest first.
QStringList logFiles(const QString& folder);

} // namespace sanad
