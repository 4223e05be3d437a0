#include "ui/text/error_text.h"

#include "core/base/isolates.h"
#include "ui/text/permission_text.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

static void registerErrorSentences()
{
    Q_INIT_RESOURCE(error_sentences);
}

namespace sanad {

namespace {

struct Sentences {
    ErrorText arabic;
    ErrorText english;
    QString arabicCommand, englishCommand; ///< What to do at the command line; empty where it is the same.
    QString arabicCommandKept, englishCommandKept; ///< What is safe there; likewise.
};

ErrorText readText(const QJsonObject& object)
{
    return {object[u"happened"].toString(), object[u"kept"].toString(), object[u"todo"].toString(), {}};
}

QHash<QString, Sentences> readAll()
{
    registerErrorSentences();
    QHash<QString, Sentences> all;
    const QDir folder(u":/errors"_s);
    for (const QString& name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QJsonObject entries = QJsonDocument::fromJson(file.readAll()).object();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            const QJsonObject texts = entry->toObject();
            const QJsonObject arabic = texts[u"ar"].toObject(), english = texts[u"en"].toObject();
            all.insert(entry.key(),
                {readText(arabic), readText(english), arabic[u"command"].toString(),
                    english[u"command"].toString(), arabic[u"commandKept"].toString(),
                    english[u"commandKept"].toString()});
        }
    }
    return all;
}

const QHash<QString, Sentences>& sentences()
{
    static const QHash<QString, Sentences> all = readAll();
    return all;
}

/// For a key that nobody wrote sentences for.
Sentences general()
{
    return {{u"تعذّر إتمام العملية."_s, u"لم يتغيّر شيء محفوظ."_s,
                u"أعد المحاولة، وإن تكرّر فأرسل هذا الرمز للدعم."_s, {}},
        {u"The operation could not be completed."_s, u"Nothing that was saved has changed."_s,
            u"Try again; if it happens again, send this code to support."_s, {}},
        {}, {}, {}, {}};
}

QString isolated(const QString& argument, Language language)
{
    if (hasRtlLetters(argument)) return isolateAuto(argument);
    return language == Language::Arabic ? isolateLtr(argument) : argument;
}

/// Which of a language's plural forms goes with a number: English one, other; Arabic zero, one, two, few,
/// many, other.
qsizetype pluralForm(qint64 number, Language language)
{
    if (language == Language::English) return number == 1 ? 0 : 1;
    if (number >= 0 && number <= 2) return number;
    const qint64 rest = number % 100;
    return rest >= 3 && rest <= 10 ? 3 : rest >= 11 ? 4 : 5;
}

/// `{1|second|seconds}`: the form that goes with the number in the first argument; the last for no number.
QString withPlurals(const QString& pattern, const QStringList& arguments, Language language)
{
    static const QRegularExpression choice(u"\\{([1-9])\\|([^}]*)\\}"_s);
    QString text;
    qsizetype from = 0;
    for (auto found = choice.globalMatch(pattern); found.hasNext();) {
        const auto match = found.next();
        const QStringList forms = match.captured(2).split(u'|');
        bool isNumber = false;
        const qint64 number = arguments.value(match.captured(1).toInt() - 1).toLongLong(&isNumber);
        const qsizetype last = forms.size() - 1;
        text += pattern.mid(from, match.capturedStart() - from);
        text += forms[isNumber ? std::min(pluralForm(number, language), last) : last];
        from = match.capturedEnd();
    }
    return text + pattern.mid(from);
}

/// An argument as people read it: of a permission its name, not its key.
QString readable(const QString& argument, Language language)
{
    const auto permission = permissionFromKey(argument);
    return permission ? permissionText(*permission, language) : argument;
}

/// Sets %1 … %9 in one pass, so that an argument that itself holds a % is left as it is.
QString filled(const QString& sentence, const QStringList& arguments, Language language)
{
    const QString pattern = withPlurals(sentence, arguments, language);
    QString text;
    text.reserve(pattern.size() + 32);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool marker =
            pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1] >= u'1' && pattern[i + 1] <= u'9';
        if (!marker) {
            text += pattern[i];
            continue;
        }
        const qsizetype number = pattern[i + 1].digitValue() - 1;
        if (number < arguments.size()) text += isolated(readable(arguments[number], language), language);
        ++i;
    }
    return text;
}

} // namespace

QString ErrorText::sentence() const
{
    QStringList parts{happened, kept, todo};
    parts.removeAll(QString());
    return parts.join(u' ');
}

ErrorText errorText(const Error& error, Language language)
{
    const auto found = sentences().constFind(error.key);
    const Sentences both = found != sentences().cend() ? *found : general();
    ErrorText text = language == Language::Arabic ? both.arabic : both.english;
    for (QString* part : {&text.happened, &text.kept, &text.todo})
        *part = filled(*part, error.args, language);
    text.code = error.key;
    return text;
}

ErrorText commandErrorText(const Error& error, Language language)
{
    ErrorText text = errorText(error, language);
    const auto found = sentences().constFind(error.key);
    if (found == sentences().cend()) return text;
    const QString& command = language == Language::Arabic ? found->arabicCommand : found->englishCommand;
    if (!command.isEmpty()) text.todo = filled(command, error.args, language);
    const QString& kept = language == Language::Arabic ? found->arabicCommandKept : found->englishCommandKept;
    if (!kept.isEmpty()) text.kept = filled(kept, error.args, language);
    return text;
}

bool hasErrorText(const QString& key)
{
    const auto found = sentences().constFind(key);
    return found != sentences().cend() && !found->arabic.happened.isEmpty() &&
        !found->english.happened.isEmpty();
}

} // namespace sanad
