#include "ui/shell/auto_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace sanad {

AutoLock::AutoLock(std::chrono::milliseconds idle, QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(idle);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::due);
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start();
}

void AutoLock::setIdle(std::chrono::milliseconds idle)
{
    m_timer.start(idle);
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel)
        m_timer.start();
    return QObject::eventFilter(watched, event);
}

} // namespace sanad
