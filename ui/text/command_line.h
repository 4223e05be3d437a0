#pragma once

#include "core/base/result.h"
#include "ui/text/language.h"

#include <QStringList>

class QCommandLineParser;

namespace sanad {

/// What every program of ours has in common on its command line: how it is read, and how it refuses.

/// The language of --lang, else that of the environment, else English.
Language askedLanguage(const QStringList& arguments);

/// `text` as an answer repeats what was typed: the middle of a long one and control characters are left out.
QString echoed(const QString& text);
/// The same for every argument of an error.
Error echoed(Error error);

/// The error's sentences and its code, with a line feed; `before` names where: a line of the input, a file.
QByteArray errorLine(const Error& error, Language language, const QString& before = {});
/// 1 refused, 2 usage, 3 could not reach or open, 4 input unusable.
int exitCodeOf(ErrorCode code);

/// Errors, all Usage: `program.option` (arg: what is not known), `program.option-value` (arg: the option),
/// `program.word` (arg: the word) for more words than `mostWords`.
Result<> parseOptions(QCommandLineParser& parser, const QStringList& arguments, qsizetype mostWords = 0);
/// Errors: Usage `program.number` (args: option, what was given, both ends).
Result<int> numberOption(const QCommandLineParser& parser, const QString& option, int least, int most);
/// One of a few words. Errors: Usage `program.choice` (args: option, what was given, the words).
Result<QString> choiceOption(
    const QCommandLineParser& parser, const QString& option, const QStringList& words);

} // namespace sanad
