#include "app/ctl/frame.h"

#include "app/ctl/device_output.h"
#include "app/ctl/password_prompt.h"
#include "core/base/iso_date.h"
#include "core/base/log.h"
#include "core/base/text_gate.h"
#include "core/base/whole_file.h"
#include "core/people/approvals.h"
#include "core/people/sign_in.h"
#include "core/settings/settings_repository.h"
#include "core/storage/durable_files.h"
#include "core/storage/output_path.h"
#include "ui/text/act_text.h"
#include "ui/text/command_line.h"
#include "ui/text/error_text.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

bool isTerminal(std::FILE* stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

bool write(std::FILE* stream, const QByteArray& bytes)
{
    const auto count = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, count, stream) == count && std::fflush(stream) == 0;
}

Error cannotWrite(const QString& path, const QString& detail)
{
    return {ErrorCode::Unreachable, u"ctl.cannot-write"_s, {path}, detail};
}

/// The next line of stdin, without its end.
Result<std::string> inputLine()
{
    std::string line;
    int c = std::getchar();
    if (c == EOF) return Error{ErrorCode::Usage, u"ctl.no-line"_s, {}, {}};
    for (; c != EOF && c != '\n'; c = std::getchar()) {
        if (line.size() >= kMostArgument)
            return Error{ErrorCode::Usage, u"ctl.argument-too-long"_s, {QString::number(kMostArgument)}, {}};
        line += static_cast<char>(c);
    }
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

/// Empty stands for no counter.
Result<> knownCounter(Database& db, const QString& code)
{
    if (code.isEmpty()) return {};
    return db.read([&](Tx& tx) -> Result<> {
        QStringList known;
        for (const Counter& one : SettingsRepository(tx).counters())
            if (one.active) known << one.code;
        if (known.contains(code)) return {};
        return Error{ErrorCode::NotFound, u"ctl.no-counter"_s, {code, known.join(u", "_s)}, {}};
    });
}

} // namespace

Exit exitFor(ErrorCode code)
{
    return static_cast<Exit>(exitCodeOf(code));
}

void Frame::speak(Language language)
{
    m_language = language;
    Ctl::speak(language);
}

DataLocation Frame::location() const
{
    const QString where = data.empty() ? qEnvironmentVariable("SANAD_DATA") : QString::fromStdString(data);
    return DataLocation::parse(where, QString::fromStdString(files));
}

Result<std::unique_ptr<Database>> Frame::open(OpenMode mode) const
{
    const DataLocation where = location();
    if (where.folder.isEmpty() && !where.isServer()) return Error{ErrorCode::Usage, u"ctl.no-data"_s, {}, {}};
    if (mode != OpenMode::ReadOnly) beginLog();
    return Database::open(where, mode);
}

Result<Session> Frame::signIn() const
{
    if (user.empty()) return Error{ErrorCode::Usage, u"ctl.no-user"_s, {}, {}};
    SANAD_TRY_VALUE(database, open(OpenMode::Write));
    SANAD_TRY(knownCounter(*database, QString::fromStdString(counter)));
    SANAD_TRY_VALUE(
        password, secret("SANAD_PASSWORD", Ctl::tr("Password of %1: ").arg(QString::fromStdString(user))));
    SANAD_TRY_VALUE(actor,
        SignIn(*database).withPassword(
            QString::fromStdString(user), password, QString::fromStdString(counter)));
    return Session{std::move(database), actor};
}

Result<Approval> Frame::approval(
    const Session& session, const ApprovedAct& act, const QString& reason, const QString& about) const
{
    if (approver.empty()) return Approval();
    const QString name = QString::fromStdString(approver);
    const QString question =
        Ctl::tr("To be approved: %1 (%2)\nPIN of %3: ")
            .arg(actText(act.act, language()), about.isEmpty() ? act.subject : about, name);
    SANAD_TRY_VALUE(pin, secret("SANAD_APPROVER_PIN", question));
    return Approvals(*session.db).give(name, pin, act, reason, session.actor);
}

bool Frame::print(const QString& line) const
{
    return write(stdout, line.toUtf8() + '\n');
}

bool Frame::print(const QJsonObject& object) const
{
    return write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

bool Frame::printBytes(const QByteArray& bytes) const
{
    return write(stdout, bytes);
}

Result<> Frame::bytesMayBePrinted()
{
    if (!isTerminal(stdout)) return {};
    return Error{ErrorCode::Usage, u"ctl.output-terminal"_s, {}, {}};
}

bool Frame::result(const QString& text, const QJsonObject& object) const
{
    return json ? print(object) : print(text);
}

Exit Frame::done(const QString& text, const QJsonObject& object) const
{
    return result(text, object) ? Exit::Done : failOutput();
}

void Frame::note(const QString& text) const
{
    write(stderr, text.toUtf8() + '\n');
}

void Frame::warn(const Error& warning, const QString& before) const
{
    if (json) {
        QJsonObject object{{u"warning"_s, errorObject(warning)}};
        if (!before.isEmpty()) object.insert(u"where"_s, before);
        write(stderr, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    } else {
        const QString word = Ctl::tr("Warning");
        write(stderr, errorLine(warning, before.isEmpty() ? word : word + u": "_s + before));
    }
}

QJsonObject Frame::errorObject(const Error& error) const
{
    const Error brief = echoed(error);
    const ErrorText text = commandErrorText(brief, language());
    QJsonObject object{{u"code"_s, text.code}, {u"happened"_s, text.happened}, {u"todo"_s, text.todo},
        {u"args"_s, QJsonArray::fromStringList(brief.args)}};
    if (!text.kept.isEmpty()) object.insert(u"kept"_s, text.kept);
    return object;
}

QByteArray Frame::errorLine(const Error& error, const QString& before) const
{
    if (!json) return sanad::errorLine(error, language(), before);
    QJsonObject object{{u"error"_s, errorObject(error)}};
    if (!before.isEmpty()) object.insert(u"where"_s, before);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Exit Frame::fail(const Error& error, const QString& before) const
{
    write(stderr, errorLine(error, before));
    logRefused(error);
    return exitFor(error.code);
}

void Frame::refuseLine(const Error& error, const QString& before) const
{
    if (!json) write(stderr, errorLine(error, before));
    logEvent("line.refused"_L1, {{"command"_L1, commandKey}, {"key"_L1, error.key}});
}

Exit Frame::run()
{
    QElapsedTimer took;
    took.start();
    keepOutputsOutOf(location().folder);
    const Exit ended = command(*this);
    if (!m_refused)
        logEvent("command.done"_L1,
            {{"command"_L1, commandKey}, {"exit"_L1, int(ended)}, {"ms"_L1, took.elapsed()}});
    closeLog();
    return ended;
}

void Frame::logRefused(const Error& error) const
{
    if (m_refused) return;
    m_refused = true;
    logEvent("command.refused"_L1,
        {{"command"_L1, commandKey}, {"key"_L1, error.key}, {"exit"_L1, int(exitFor(error.code))}});
}

void Frame::beginLog() const
{
    const DataLocation where = location();
    // A server is no folder: what is kept beside it is the centre's own once it is there.
    const bool isCentre = where.isServer() ? !where.folder.isEmpty() && QFileInfo(where.folder).isDir()
                                           : hasDatabaseFile(where.folder);
    if (isCentre) openLog(where.folder, u"sanadctl"_s);
}

Exit Frame::failOutput() const
{
    return fail({ErrorCode::Unreachable, u"ctl.output"_s, {}, {}});
}

Result<QByteArray> readInput(const QString& path, qsizetype mostBytes)
{
    QFile file(path);
    const bool isOpen =
        path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QString name = path == u"-"_s ? u"stdin"_s : path;
    const bool readable = isOpen && !QFileInfo(path).isDir();
    if (!readable) return Error{ErrorCode::Unreachable, u"ctl.cannot-read"_s, {name}, file.errorString()};
    QByteArray bytes;
    while (bytes.size() <= mostBytes) { // a pipe gives what its writer has written so far, not the whole
        const QByteArray part = file.read(mostBytes + 1 - bytes.size());
        if (part.isEmpty()) break;
        bytes += part;
    }
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Unreachable, u"ctl.cannot-read"_s, {name}, file.errorString()};
    if (bytes.size() > mostBytes)
        return Error{ErrorCode::Unusable, u"ctl.file-too-large"_s, {name, QString::number(mostBytes)}, {}};
    return bytes;
}

Result<> checkOutput(const QString& path)
{
    SANAD_TRY(mayWriteTo(path));
    if (isDevice(path)) return checkDevice(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());
    file.cancelWriting();
    return {};
}

Result<> writeOutput(const QString& path, const QByteArray& bytes)
{
    SANAD_TRY(mayWriteTo(path));
    if (isDevice(path)) return writeDevice(path, bytes);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && commitWhole(file)) return {};
    return cannotWrite(path, file.errorString());
}

Result<QDate> dayArgument(const std::string& text)
{
    const QDate day = isoDate(QString::fromStdString(text));
    if (!day.isValid()) return Error{ErrorCode::Usage, u"ctl.day"_s, {QString::fromStdString(text)}, {}};
    return day;
}

Result<Money> amountArgument(const std::string& text)
{
    const auto amount = Money::parse(QString::fromStdString(text));
    if (!amount) return Error{ErrorCode::Usage, u"ctl.amount"_s, {QString::fromStdString(text)}, {}};
    return amount;
}

Result<QString> givenText(const std::string& text)
{
    std::string given = text;
    if (text == "-") {
        SANAD_TRY_VALUE(line, inputLine());
        given = line;
    }
    return textFromUtf8(QByteArrayView(given.data(), static_cast<qsizetype>(given.size())));
}

Result<QString> textArgument(const std::string& text)
{
    SANAD_TRY_VALUE(given, givenText(text));
    return cleanText(given);
}

QJsonValue jsonTime(const QDateTime& utc)
{
    return utc.isValid() ? QJsonValue(storedTime(utc)) : QJsonValue(QJsonValue::Null);
}

QJsonValue jsonDay(const QDate& day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

} // namespace sanad::ctl
