#include "ui/text/act_text.h"

#include "core/base/isolates.h"
#include "core/base/search_text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

static void registerActNames()
{
    Q_INIT_RESOURCE(act_names);
}

namespace sanad {

namespace {

struct Name {
    QString arabic, english;
    QStringList arabicWords, englishWords; ///< As foldedWords() has them.
};

QStringList foldedWords(const QString& text)
{
    static const QRegularExpression between(u"[^\\p{L}\\p{M}\\p{N}]+"_s);
    QStringList words;
    for (const QString& word : text.split(between, Qt::SkipEmptyParts))
        words << (hasRtlLetters(word) ? foldArabic(word) : word.toCaseFolded());
    return words;
}

QMap<QString, Name> readAll()
{
    registerActNames();
    QMap<QString, Name> all;
    QFile file(u":/acts.json"_s);
    if (!file.open(QIODevice::ReadOnly)) return all;
    const QJsonObject entries = QJsonDocument::fromJson(file.readAll()).object();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const QString arabic = entry->toObject()[u"ar"].toString(),
                      english = entry->toObject()[u"en"].toString();
        all.insert(entry.key(), {arabic, english, foldedWords(arabic), foldedWords(english)});
    }
    return all;
}

const QMap<QString, Name>& names()
{
    static const QMap<QString, Name> all = readAll();
    return all;
}

bool hasEvery(const QStringList& words, const QStringList& wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& beginning) {
        return std::any_of(
            words.begin(), words.end(), [&](const QString& word) { return word.startsWith(beginning); });
    });
}

} // namespace

QString actText(const QString& act, Language language)
{
    const auto found = names().constFind(act);
    if (found == names().cend()) return act;
    return language == Language::Arabic ? found->arabic : found->english;
}

QStringList namedActs()
{
    return names().keys();
}

QStringList actsMeant(const QString& typed)
{
    const QString text = typed.simplified();
    if (text.isEmpty()) return {};
    const bool isKey = text.contains(u'.');
    const QStringList wanted = isKey ? QStringList() : foldedWords(text);
    QStringList acts;
    for (auto name = names().begin(); name != names().end(); ++name) {
        if (name->arabic == text || name->english.compare(text, Qt::CaseInsensitive) == 0)
            return {name.key()};
        const bool named = !wanted.isEmpty() &&
            (hasEvery(name->arabicWords, wanted) || hasEvery(name->englishWords, wanted));
        if (named || name.key().startsWith(text, Qt::CaseInsensitive)) acts << name.key();
    }
    return acts;
}

} // namespace sanad
