#include "core/base/log.h"

#include "core/base/clock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>

#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

struct Log {
    std::mutex mutex;
    std::unique_ptr<QFile> file;
    QtMessageHandler before = nullptr;
};

/// This thread is at the log: what Qt says meanwhile of the log's own files does not go into it.
class Inside {
public:
    Inside() { s_inside = true; }
    ~Inside() { s_inside = false; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    static bool already() { return s_inside; }

private:
    static thread_local bool s_inside;
};
thread_local bool Inside::s_inside = false;

Log& log()
{
    static Log instance;
    return instance;
}

QString aside(const QString& path, int n)
{
    return path + u'.' + QString::number(n);
}

bool begin(QFile& file)
{
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)) return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return true;
}

/// One process at a time; the others go on in the file that they have. A file that another one put aside
/// meanwhile is left, and where it cannot be put aside (held open by another, on Windows) none is lost.
void rotate(QFile& file)
{
    const QString path = file.fileName();
    QLockFile alone(path.chopped(3) + u"lock"_s);
    if (!alone.tryLock(0)) return;
    file.close();
    const bool full = QFileInfo(path).size() > kLogBytes / 2;
    if (full && (QFile::exists(aside(path, 0)) || QFile::rename(path, aside(path, 0)))) {
        QFile::remove(aside(path, kLogFiles - 1));
        for (int n = kLogFiles - 2; n >= 0; --n)
            QFile::rename(aside(path, n), aside(path, n + 1));
    }
    begin(file);
}

void countMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    static constexpr QLatin1StringView kKinds[] = {
        "qt.debug"_L1, "qt.warning"_L1, "qt.critical"_L1, "qt.fatal"_L1, "qt.info"_L1};
    logEvent(kKinds[type], {{"category"_L1, QString::fromLatin1(context.category)}});
    if (const auto before = log().before) before(type, context, text);
}

} // namespace

LogValue::LogValue(const QString& key)
{
    static const QRegularExpression shape(u"^[a-z][a-z0-9]*([.-][a-z0-9]+)+$"_s);
    m_value = key.size() <= 80 && shape.match(key).hasMatch() ? key : u"?"_s;
}

QByteArray LogValue::json() const
{
    if (const auto* number = std::get_if<std::int64_t>(&m_value))
        return QByteArray::number(qlonglong{*number});
    return '"' + std::get<QString>(m_value).toLatin1() + '"';
}

void openLog(const QString& folder, const QString& program)
{
    const QDir logs(QDir(folder).filePath(u"logs"_s));
    auto file = std::make_unique<QFile>(logs.filePath(program + u".log"_s));
    if (!logs.mkpath(u"."_s) || !begin(*file)) return;
    {
        const Inside inside;
        const std::lock_guard held(log().mutex);
        log().file = std::move(file);
    }
    if (!log().before) log().before = qInstallMessageHandler(countMessage);
}

void closeLog()
{
    if (log().before) qInstallMessageHandler(std::exchange(log().before, nullptr));
    const Inside inside;
    const std::lock_guard held(log().mutex);
    log().file.reset();
}

void logEvent(QLatin1StringView event, std::initializer_list<LogField> fields)
{
    if (Inside::already()) return;
    const Inside inside;
    const std::lock_guard held(log().mutex);
    QFile* file = log().file.get();
    if (!file) return;
    QByteArray line = "{\"at\":\"" + storedTime(QDateTime::currentDateTimeUtc()).toLatin1() +
        "\",\"event\":\"" + QByteArray(event.data(), event.size()) + '"';
    for (const LogField& field : fields)
        line += ",\"" + QByteArray(field.name.data(), field.name.size()) + "\":" + field.value.json();
    line += "}\n";
    if (file->size() + line.size() > kLogBytes) rotate(*file);
    if (file->isOpen()) {
        file->write(line);
        file->flush();
    }
}

QStringList logFiles(const QString& folder)
{
    QStringList paths;
    if (folder.isEmpty()) return paths;
    const QDir logs(QDir(folder).filePath(u"logs"_s));
    for (const QFileInfo& file : logs.entryInfoList({u"*.log"_s, u"*.log.*"_s}, QDir::Files, QDir::Time))
        paths << file.absoluteFilePath();
    return paths;
}

} // namespace sanad
