#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace sanad {

/// The same text in both languages.
struct TextPair {
    QString ar, en;
    const QString& in(bool arabic) const { return arabic ? ar : en; }
};

struct NoticeSection {
    TextPair title, text;
};

/// One column of the database that holds something about a person.
struct ProcessingColumn {
    QString table, column;
    TextPair what;
    bool sealed = false; ///< Encrypted, or a keyed index.
};

/// What the centre does with data about people, as the law's record of processing asks.
struct ProcessingActivity {
    TextPair activity, basis, people, recipients, kept;
    std::vector<ProcessingColumn> columns;
    std::int64_t rows = 0; ///< Of its first table, as of now; 0 in the texts.
};

/// resources/privacy/privacy.json: the words that people are shown and consent to, and what every column of
/// the database holds.
struct PrivacyTexts {
    QString version; ///< Of consent and notice; a consent records it.
    TextPair consent;
    std::vector<NoticeSection> notice;
    std::vector<ProcessingActivity> record;
    QMap<QString, QStringList> plain; ///< Columns without personal data, by table; `*` for all.
};
const PrivacyTexts& privacyTexts();

} // namespace sanad
