#include "tests/support/run_tests.h"

#include <QCoreApplication>
#include <QStandardPaths>

/// Tests without windows; those with windows have a main of their own (tests/ui/ui_test_main.cpp).
int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication app(argc, argv);
    return runTests(argc, argv);
}
