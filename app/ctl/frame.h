#pragma once

#include "app/ctl/texts.h"
#include "core/base/actor.h"
#include "core/base/approval.h"
#include "core/storage/database.h"
#include "ui/text/language.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace sanad::ctl {

/// How the program ends.
enum class Exit { Done = 0, Refused = 1, Usage = 2, Unreachable = 3, Unusable = 4 };
Exit exitFor(ErrorCode code);

/// An open database and the person who signed in to it.
struct Session {
    std::unique_ptr<Database> db;
    Actor actor;
};

/// What every command has: the options before the noun, the way to the data, and the two ways of speaking.
/// Results go to stdout, one line or one JSON object each and flushed; everything else goes to stderr.
class Frame {
public:
    std::string data, files, user, counter, lang, approver;
    bool json = false;
    std::function<Exit(Frame&)> command; ///< Chosen by the parser.
    QString commandKey; ///< The command as the log names it: `ctl.customer.find`.

    /// The language of all texts, from the start.
    void speak(Language language);
    Language language() const { return m_language; }

    /// What --data says, else SANAD_DATA; an empty folder when neither does.
    DataLocation location() const;
    /// Data that is opened to be written, and was there before, gets its log from here on. Errors: Usage
    /// `ctl.no-data`; those of Database::open().
    Result<std::unique_ptr<Database>> open(OpenMode mode) const;
    /// Opens and signs in: password from SANAD_PASSWORD, else asked for. Errors besides: Usage
    /// `ctl.no-user`, `ctl.no-password`; those of SignIn.
    Result<Session> signIn() const;

    /// The consent of the person whom --approve names, with the PIN from SANAD_APPROVER_PIN, else asked for,
    /// anew for each act, with what it is and what it is done to (`about`, else the act's subject); nobody's
    /// without that option. Errors: those of Approvals::give().
    Result<Approval> approval(const Session& session, const ApprovedAct& act, const QString& reason,
        const QString& about = {}) const;

    /// One line of the result. False when it could not be written (a closed pipe, a full disk).
    bool print(const QString& line) const;
    bool print(const QJsonObject& object) const;
    bool printBytes(const QByteArray& bytes) const;
    /// A terminal would show bytes as noise. Errors: Usage `ctl.output-terminal`.
    static Result<> bytesMayBePrinted();
    /// `text`, or `object` with --json.
    bool result(const QString& text, const QJsonObject& object) const;
    /// The same as a command's last act.
    Exit done(const QString& text, const QJsonObject& object) const;
    /// Neither result nor error: progress, hints.
    void note(const QString& text) const;
    /// What a person should know although nothing was refused: on stderr, as an error is, and changes no exit
    /// code. `before` as in fail().
    void warn(const Error& warning, const QString& before = {}) const;

    /// Tells the error on stderr; returns the exit code that belongs to it. `before` names where: a line of
    /// the input.
    Exit fail(const Error& error, const QString& before = {}) const;
    /// For results that could not be written.
    Exit failOutput() const;
    /// What fail() writes, with its line feed.
    QByteArray errorLine(const Error& error, const QString& before = {}) const;
    /// A part of the input is refused and the command goes on: told on stderr as fail() does, unless --json
    /// tells it among the results, and left in the log as a line of its own, by its key alone.
    void refuseLine(const Error& error, const QString& before) const;
    /// Runs `command`, with the one line in the log that says how it ended; a refusal of the whole has left
    /// it already.
    Exit run();
    /// The log of the data that --data names; in no folder that holds none.
    void beginLog() const;

    /// The error as `--json` shows it.
    QJsonObject errorObject(const Error& error) const;

private:
    void logRefused(const Error& error) const;

    Language m_language = Language::English;
    mutable bool m_refused = false;
};

/// Reads a whole file, `-` for stdin. Errors: Unreachable `ctl.cannot-read` (arg: its path), Unusable
/// `ctl.file-too-large` (args: its path, bytes).
Result<QByteArray> readInput(const QString& path, qsizetype mostBytes);
/// Whether writeOutput() could write there; leaves nothing behind. Errors: as writeOutput().
Result<> checkOutput(const QString& path);
/// Errors: those of mayWriteTo(); Unreachable `ctl.cannot-write`, `ctl.pipe-unread` (arg: its path). Replaces
/// the file whole or not at all.
Result<> writeOutput(const QString& path, const QByteArray& bytes);

/// A day as the command line takes it: 2026-11-21. Errors: Usage `ctl.day` (arg).
Result<QDate> dayArgument(const std::string& text);
/// An amount in rials. Errors: Usage `ctl.amount`.
Result<Money> amountArgument(const std::string& text);
/// Free text of the command line as it was given; for `-` the next line of stdin, which the list of processes
/// does not show. Errors: Unusable `text.invalid-utf8`; Usage `ctl.no-line`, `ctl.argument-too-long` (arg:
/// the limit).
Result<QString> givenText(const std::string& text);
/// The same, cleaned. Errors besides: those of cleanText().
Result<QString> textArgument(const std::string& text);
constexpr qsizetype kMostArgument = 16 * 1024; ///< Characters.

/// "2026-11-21T08:30:00.000Z", or null.
QJsonValue jsonTime(const QDateTime& utc);
QJsonValue jsonDay(const QDate& day);
inline QJsonValue jsonMoney(Money amount)
{
    return qint64{amount.baisa()};
}

} // namespace sanad::ctl

/// Ends a command with the error of EXPR, a Result, when it has one; else declares NAME as its value.
#define CTL_VALUE(FRAME, NAME, EXPR)                                                                         \
    auto NAME##_result_ = (EXPR);                                                                            \
    if (!NAME##_result_) return (FRAME).fail(NAME##_result_.error());                                        \
    [[maybe_unused]] auto& NAME = *NAME##_result_
