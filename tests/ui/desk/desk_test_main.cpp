#include "tests/support/run_tests.h"

#include <QApplication>
#include <QStandardPaths>

/// Real windows on the offscreen platform, chosen before Catch looks for tests.
int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    return runTests(argc, argv);
}
