#pragma once

#include "ui/text/language.h"

#include <QStringList>

namespace sanad {

/// What an act of the audit trail is called, by `resources/acts.json`: "Receipt issued" for `receipt.issued`.
/// One without a name (our bug; tools/check-acts finds it) is called by its key.
QString actText(const QString& act, Language language);

/// Every act that has a name, in the order of the keys.
QStringList namedActs();

/// The acts that somebody means by what they typed: the one that is called so in either language; otherwise
/// those whose key begins so and those whose name has every word of it, from its first letters on. What has a
/// dot is a key.
QStringList actsMeant(const QString& typed);

} // namespace sanad
