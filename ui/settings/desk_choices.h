#pragma once

#include "ui/text/language.h"
#include "ui/theme/colours.h"

#include <QString>

namespace sanad {

/// How this desk looks and prints; each desk of a centre has its own.
struct DeskChoices {
    Language language = Language::Arabic;
    Scheme scheme = Scheme::Light;
    int zoom = 100; ///< 100…150 per cent.
    QString printer; ///< Path of the receipt printer's device; empty: none.
    int lockMinutes = 10;

    bool operator==(const DeskChoices&) const = default;
};

/// What was kept in the file; defaults for what was not, or cannot be right.
DeskChoices readDeskChoices(const QString& file);
/// False when the file cannot be written.
bool writeDeskChoices(const QString& file, const DeskChoices& choices);

} // namespace sanad
