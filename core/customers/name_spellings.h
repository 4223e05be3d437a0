#pragma once

#include <QStringList>

namespace sanad {

/// What was typed of a name, written in the other script, as the lists of names in
/// `resources/domain/names.json` have its words; the last word may still grow. Most usual spellings first, a
/// few at most; none when a word is in no list. Finds a person whose name stands in one script only by the
/// other.
QStringList otherSpellings(const QString& typed);

} // namespace sanad
