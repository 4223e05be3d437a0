#include "app/first_paint.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

/// The floor of the start-up figures: a bare Qt window, shown, painted, left.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    sanad::ExitAfterFirstPaint painted;
    application.installEventFilter(&painted);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("سند")));
    window.resize(1366, 768);
    window.show();
    return QApplication::exec();
}
