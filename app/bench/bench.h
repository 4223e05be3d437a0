#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <optional>
#include <vector>

namespace sanad::bench {

/// One line of the report: what was measured, beside its floor from the same run.
struct Figure {
    QString goal; ///< `G1`; empty for what is printed for information.
    QString name;
    double ours = 0; ///< Median, in `unit`.
    std::optional<double> floor; ///< Median of the floor, interleaved with ours.
    QString unit; ///< ms, µs, MB, syncs …
    std::optional<double> limit; ///< The goal: a ratio where there is a floor, else a value in `unit`.
    QString note;

    double ratio() const { return floor && *floor > 0 ? ours / *floor : 0; }
    bool reached() const { return !limit || (floor ? ratio() : ours) <= *limit; }
};

/// Collects figures, prints each as it comes and writes them as JSON at the end.
class Report {
public:
    void add(Figure figure);
    const std::vector<Figure>& figures() const { return m_figures; }
    bool writeJson(const QString& file) const;

private:
    std::vector<Figure> m_figures;
};

double median(std::vector<double> values);
double percentile(std::vector<double> values, double share);

/// Milliseconds of wall clock that `work` takes.
double wallMs(const std::function<void()>& work);
/// Milliseconds of this process's CPU that `work` takes.
double cpuMs(const std::function<void()>& work);

/// Runs the two in turn, `rounds` times, and gives the two medians: drift of the machine hits both alike.
struct Pair {
    double ours = 0;
    double floor = 0;
};
Pair interleaved(int rounds, const std::function<double()>& ours, const std::function<double()>& floor);

/// Where a part keeps what it measures: a folder that goes away again, or one under SANAD_BENCH_DATA, where
/// the next round finds what this one made.
class DataFolder {
public:
    explicit DataFolder(const QString& name);
    const QString& path() const { return m_path; }
    /// Nothing was made in it so far.
    bool isFresh() const { return m_fresh; }

private:
    QTemporaryDir m_temporary;
    QString m_path;
    bool m_fresh = true;
};

/// What one file of this folder measures. `scale` shrinks the data for a short round (1 = full size).
using Bench = void (*)(Report& report, double scale);
struct NamedBench {
    const char* name;
    Bench run;
};
/// In the order they run; each lives in `<name>_bench.cpp`.
const std::vector<NamedBench>& allBenches();

} // namespace sanad::bench
