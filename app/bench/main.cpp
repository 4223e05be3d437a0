#include "app/bench/bench.h"

#include <QApplication>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sanad::bench;

/// sanad-bench [--json FILE] [--scale N] [NAME…]: the figures of docs/performance.md.
int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QString json;
    double scale = 1;
    QStringList names;
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--json"_L1 && i + 1 < arguments.size())
            json = arguments[++i];
        else if (arguments[i] == "--scale"_L1 && i + 1 < arguments.size())
            scale = arguments[++i].toDouble();
        else
            names << arguments[i];
    }
    Report report;
    for (const auto& bench : allBenches())
        if (names.isEmpty() || names.contains(QLatin1StringView(bench.name))) bench.run(report, scale);
    if (!json.isEmpty() && !report.writeJson(json)) {
        std::fprintf(stderr, "cannot write %s\n", qUtf8Printable(json));
        return 3;
    }
    return 0;
}
