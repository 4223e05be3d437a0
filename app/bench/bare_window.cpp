#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QTimer>

/// The floor of the start-up figures: a bare Qt window, shown, painted, left.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("سند")));
    window.resize(1366, 768);
    window.show();
    QTimer::singleShot(0, &application, [] { QCoreApplication::exit(0); });
    return QApplication::exec();
}
