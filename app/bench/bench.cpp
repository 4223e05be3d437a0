#include "app/bench/bench.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace sanad::bench {

void Report::add(Figure figure)
{
    const QString against = figure.floor ? u"floor %1 %2, ratio %3"_s.arg(*figure.floor, 0, 'f', 3)
                                               .arg(figure.unit)
                                               .arg(figure.ratio(), 0, 'f', 2)
                                         : QString();
    const QString goal = figure.limit ? u"goal ≤ %1%2 %3"_s.arg(*figure.limit)
                                            .arg(figure.floor ? u"×"_s : u" "_s + figure.unit,
                                                figure.reached() ? u"reached"_s : u"NOT REACHED"_s)
                                      : u"for information"_s;
    std::printf("%-4s %-52s %10.3f %-6s %s %s %s\n", qUtf8Printable(figure.goal), qUtf8Printable(figure.name),
        figure.ours, qUtf8Printable(figure.unit), qUtf8Printable(against), qUtf8Printable(goal),
        qUtf8Printable(figure.note));
    std::fflush(stdout);
    m_figures.push_back(std::move(figure));
}

bool Report::writeJson(const QString& file) const
{
    QJsonArray list;
    for (const Figure& figure : m_figures) {
        QJsonObject row{{u"goal"_s, figure.goal}, {u"name"_s, figure.name}, {u"ours"_s, figure.ours},
            {u"unit"_s, figure.unit}, {u"reached"_s, figure.reached()}, {u"note"_s, figure.note}};
        if (figure.floor) {
            row[u"floor"_s] = *figure.floor;
            row[u"ratio"_s] = figure.ratio();
        }
        if (figure.limit) row[u"limit"_s] = *figure.limit;
        list.append(row);
    }
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return false;
    out.write(QJsonDocument(list).toJson());
    return out.flush();
}

DataFolder::DataFolder(const QString& name)
    : m_path(m_temporary.path())
{
    const QString kept = qEnvironmentVariable("SANAD_BENCH_DATA");
    if (kept.isEmpty()) return;
    m_path = kept + u'/' + name;
    m_fresh = !QFile::exists(m_path + u"/sanad.db"_s);
    QDir().mkpath(m_path);
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty()) return 0;
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

double wallMs(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double cpuMs(const std::function<void()>& work)
{
    const auto before = std::clock();
    work();
    return static_cast<double>(std::clock() - before) * 1000.0 / CLOCKS_PER_SEC;
}

Pair interleaved(int rounds, const std::function<double()>& ours, const std::function<double()>& floor)
{
    std::vector<double> a, b;
    for (int round = 0; round < rounds; ++round) {
        a.push_back(ours());
        b.push_back(floor());
    }
    return {median(std::move(a)), median(std::move(b))};
}

} // namespace sanad::bench
