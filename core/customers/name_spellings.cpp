#include "core/customers/name_spellings.h"

#include "core/base/search_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVarLengthArray>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qsizetype kMostOfWord = 3;
constexpr qsizetype kMostTexts = 4;

struct Spelling {
    QString text;
    int weight = 1;
};

/// The words of both scripts by their keys and, for Latin ones, their sounds.
class Lists {
public:
    Lists()
    {
        QFile file(u":/domain/names.json"_s);
        if (!file.open(QIODevice::ReadOnly)) return;
        const auto names = QJsonDocument::fromJson(file.readAll()).object();
        for (const QString& list :
            {u"omani_given_male"_s, u"omani_given_female"_s, u"omani_family"_s, u"other_residents"_s})
            addAll(names[list].toArray());
        const auto asian = names[u"south_asian"_s].toObject();
        for (const auto& list : asian)
            addAll(list.toArray());
    }

    QStringList of(const QString& key) const
    {
        std::vector<Spelling> found;
        const auto take = [&](const QString& from) {
            const auto [first, last] = m_words.equal_range(from);
            for (auto at = first; at != last; ++at)
                found.push_back(at->second);
        };
        take(key);
        if (const QString sound = soundKey(key); found.empty() && sound.size() > 1) take(sound);
        std::stable_sort(
            found.begin(), found.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
        QStringList texts;
        for (const Spelling& spelling : found)
            if (!texts.contains(spelling.text) && texts.size() < kMostOfWord) texts << spelling.text;
        return texts;
    }

private:
    void addAll(const QJsonArray& entries)
    {
        for (const auto& value : entries)
            add(value.toObject());
    }

    void add(const QJsonObject& entry)
    {
        const int weight = entry[u"weight"_s].toInt(1);
        const QString arabic = entry[u"ar"_s].toString(entry[u"ar_m"_s].toString());
        const QString latin = entry[u"en"_s].toString();
        QStringList latinForms{latin, entry[u"en_joined"_s].toString()};
        for (const auto& variant : entry[u"en_variants"_s].toArray())
            latinForms << variant.toString();
        // In Latin letters a family is the same of men and women.
        QStringList arabicForms{arabic, entry[u"ar_f"_s].toString()};
        arabicForms.removeDuplicates();
        for (const QString& each : std::as_const(arabicForms)) {
            for (const QString& form : std::as_const(latinForms))
                put(form, each, weight);
            put(each, latin, weight);
        }
    }

    /// A name of several words is known word by word, where both scripts have as many.
    void put(const QString& form, const QString& other, int weight)
    {
        const QStringList keys = searchWords(form);
        const QStringList words = keys.size() == 1 ? QStringList{other} : other.split(u' ');
        if (other.isEmpty() || keys.size() != words.size()) return;
        for (qsizetype i = 0; i < keys.size(); ++i) {
            m_words.emplace(keys[i], Spelling{words[i], weight});
            if (const QString sound = soundKey(keys[i]); !sound.isEmpty())
                m_words.emplace(sound, Spelling{words[i], weight});
        }
    }

    std::multimap<QString, Spelling> m_words;
};

bool isLatinLetter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'`' || c == QChar(0x2019);
}

/// Moh'd too.
bool isShortMohammed(QStringView word)
{
    constexpr qsizetype kMost = 4;
    QVarLengthArray<char16_t, kMost> letters;
    for (const QChar c : word) {
        if (isApostrophe(c)) continue;
        if (letters.size() == kMost) return false;
        letters.append(c.toLower().unicode());
    }
    const QStringView typed(letters.constData(), letters.size());
    return typed == u"mohd" || typed == u"muhd" || typed == u"mhd" || typed == u"md";
}

} // namespace

QString writtenOut(const QString& name)
{
    QString text;
    qsizetype done = 0;
    for (qsizetype start = 0; start < name.size();) {
        qsizetype end = start;
        while (end < name.size() && (isLatinLetter(name[end]) || (end > start && isApostrophe(name[end]))))
            ++end;
        const auto word = QStringView(name).mid(start, end - start);
        const bool joined = start > 0 && name[start - 1].isLetterOrNumber();
        if (!word.isEmpty() && !joined && isShortMohammed(word)) {
            text += name.mid(done, start - done);
            text += u"Mohammed"_s;
            done = end;
        }
        start = std::max(end, start + 1);
    }
    return done == 0 ? name : text + name.mid(done);
}

QStringList otherSpellings(const QString& name)
{
    static const Lists lists;
    QStringList texts{QString()};
    for (const QString& word : searchWords(name)) {
        const QStringList spellings = lists.of(word);
        if (spellings.isEmpty()) continue;
        QStringList longer;
        for (const QString& text : texts)
            for (const QString& spelling : spellings)
                if (longer.size() < kMostTexts) longer << text + u' ' + spelling;
        texts = longer;
    }
    texts.removeAll(QString());
    return texts;
}

} // namespace sanad
