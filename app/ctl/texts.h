#pragma once

#include "ui/text/language.h"

#include <QCoreApplication>

#include <string>

namespace sanad::ctl {

/// The texts of sanadctl: English as written in the sources (its plurals of translations/ctl_en.ts), Arabic
/// of translations/ctl_ar.ts. Errors have theirs in resources/errors.
class Ctl {
    Q_DECLARE_TR_FUNCTIONS(sanadctl)
public:
    /// From now on texts are in `language`.
    static void speak(Language language);
    /// A text of the help; tools/translate knows this name beside tr().
    static std::string help(const char* english) { return tr(english).toStdString(); }
    /// Parts of a sentence one after the other, with the comma of the language.
    static QString list(const QStringList& parts) { return parts.join(tr(", ")); }
    /// The word for a key that stands in the data: a state, a role, a kind. In English the key itself.
    static QString word(const QString& key);
};

} // namespace sanad::ctl
