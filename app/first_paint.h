#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace sanad {

/// Leaves the program as soon as a window has been painted: what a start costs until something can be seen.
class ExitAfterFirstPaint : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType() &&
            static_cast<QWidget*>(watched)->isWindow())
            QTimer::singleShot(0, this, [] { QCoreApplication::exit(0); });
        return false;
    }
};

} // namespace sanad
