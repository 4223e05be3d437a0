#include "ui/shell/auto_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace sanad {

AutoLock::AutoLock(int minutes, QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(minutes * 60'000);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::due);
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start();
}

void AutoLock::setMinutes(int minutes)
{
    m_timer.setInterval(minutes * 60'000);
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel)
        m_timer.start();
    return QObject::eventFilter(watched, event);
}

} // namespace sanad
