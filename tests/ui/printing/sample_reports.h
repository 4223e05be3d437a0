#pragma once

#include "core/reports/day_report.h"

namespace sanad::test {

/// A day with every section filled.
DayReport sampleReport();
DayClose sampleClose();

} // namespace sanad::test
