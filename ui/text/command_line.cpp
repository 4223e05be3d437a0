#include "ui/text/command_line.h"

#include "ui/text/error_text.h"

#include <QCommandLineParser>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Error usage(const QString& key, const QStringList& args)
{
    return {ErrorCode::Usage, key, args, {}};
}

} // namespace

Language askedLanguage(const QStringList& arguments)
{
    QString asked;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang"_L1) asked = arguments.value(i + 1);
        if (arguments[i].startsWith("--lang="_L1)) asked = arguments[i].section(u'=', 1);
    }
    if (const auto language = languageFromKey(asked)) return *language;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty()) return value.startsWith("ar"_L1) ? Language::Arabic : Language::English;
    }
    return Language::English;
}

QString echoed(const QString& text)
{
    // A list of what there is, is ours and worth more room.
    constexpr qsizetype kMost = 80, kMostOfList = 400;
    const qsizetype most = text.contains(u", "_s) ? kMostOfList : kMost;
    const qsizetype half = (most - 1) / 2;
    QString shown = text.size() <= most ? text : text.left(half) + u'…' + text.right(half);
    for (QChar& c : shown) // nothing that a terminal obeys, from whatever input it comes
        if (c.category() == QChar::Other_Control) c = QChar::ReplacementCharacter;
    return shown;
}

Error echoed(Error error)
{
    for (QString& argument : error.args)
        argument = echoed(argument);
    return error;
}

QByteArray errorLine(const Error& error, Language language, const QString& before)
{
    const ErrorText text = commandErrorText(echoed(error), language);
    const QString line = text.sentence() + u" ["_s + text.code + u']';
    return (before.isEmpty() ? line : before + u": "_s + line).toUtf8() + '\n';
}

int exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return 2;
    case ErrorCode::Unreachable:
        return 3;
    case ErrorCode::Unusable:
        return 4;
    default:
        return 1;
    }
}

Result<> parseOptions(QCommandLineParser& parser, const QStringList& arguments, qsizetype mostWords)
{
    const bool parsed = parser.parse(arguments);
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        return usage(u"program.option"_s, {u"--"_s + unknown.front()});
    if (!parsed) {
        // The parser names the option between quotes, with the value behind it when it takes none.
        static const QRegularExpression quoted(u"'([^'=]*)"_s);
        return usage(u"program.option-value"_s, {quoted.match(parser.errorText()).captured(1)});
    }
    const QStringList words = parser.positionalArguments();
    if (words.size() > mostWords) return usage(u"program.word"_s, {words.at(mostWords)});
    return {};
}

Result<int> numberOption(const QCommandLineParser& parser, const QString& option, int least, int most)
{
    const QString given = parser.value(option);
    bool isNumber = false;
    const int value = given.toInt(&isNumber);
    if (isNumber && value >= least && value <= most) return value;
    return usage(
        u"program.number"_s, {u"--"_s + option, given, QString::number(least), QString::number(most)});
}

Result<QString> choiceOption(
    const QCommandLineParser& parser, const QString& option, const QStringList& words)
{
    const QString given = parser.value(option);
    if (words.contains(given)) return given;
    return usage(u"program.choice"_s, {u"--"_s + option, given, words.join(u", "_s)});
}

} // namespace sanad
