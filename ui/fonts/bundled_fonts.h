#pragma once

#include <QStringList>

namespace sanad {

/// Gives the program its own faces: Noto Sans and Noto Sans Arabic UI, regular and bold. Needs a
/// QGuiApplication (offscreen will do); calls after the first do nothing. Thread-safe.
void loadBundledFonts();

/// Latin first: digits and Latin words come from the first family, Arabic falls through to the second.
QStringList bundledFamilies();

} // namespace sanad
