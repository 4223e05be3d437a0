#include "tests/support/run_tests.h"

#include <QGuiApplication>
#include <QStandardPaths>

/// For tests that paint but open no window.
int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QGuiApplication app(argc, argv);
    return runTests(argc, argv);
}
