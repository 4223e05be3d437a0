#pragma once

#include <QDate>
#include <QStringView>

namespace sanad {

/// A date as people and their spreadsheets write it: 2026-11-21, 21/11/2026 or 1/2/2026, in digits of either
/// set, with space around it. Invalid for anything else, and for a day that does not exist.
QDate dateFromText(QStringView text);

} // namespace sanad
