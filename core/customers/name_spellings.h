#pragma once

#include <QStringList>

namespace sanad {

/// A name written in the other script, as the lists of names in `resources/domain/names.json` have its words;
/// a word that is in none is left out. Most usual spellings first, a few at most. Finds a person whose name
/// stands in one script only by the other.
QStringList otherSpellings(const QString& name);

/// The same name with Mohd, Muhd, Mhd and Md, as cards and clerks shorten it, written out as Mohammed.
QString writtenOut(const QString& name);

} // namespace sanad
