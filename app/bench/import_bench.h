#pragma once

#include "app/bench/bench_centre.h"

namespace sanad::bench {

/// That many customers as a file brings them in.
QByteArray customersCsv(int count);
/// Imports it with every check and ends the bench at a rejected row.
void importCsv(BenchCentre& centre, const QByteArray& csv);

} // namespace sanad::bench
