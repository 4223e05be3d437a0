#include "ui/shell/auto_lock.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace sanad {

namespace {

using namespace std::chrono_literals;

/// At the latest so long after the computer woke up is it looked at how long it slept.
constexpr std::chrono::milliseconds kLookAgain = 2s;

bool isTouch(QEvent::Type type)
{
    switch (type) {
    case QEvent::ShortcutOverride: // a key that is a shortcut is pressed nowhere else
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        return true;
    default:
        return false;
    }
}

} // namespace

AutoLock::AutoLock(std::chrono::milliseconds idle, QObject* parent)
    : QObject(parent)
    , m_idle(idle)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::look);
    QCoreApplication::instance()->installEventFilter(this);
    touched();
}

void AutoLock::setIdle(std::chrono::milliseconds idle)
{
    m_idle = idle;
    touched();
}

void AutoLock::setClock(std::function<std::chrono::milliseconds()> clock)
{
    m_clock = std::move(clock);
    touched();
}

void AutoLock::touched()
{
    m_touchedAt = m_clock();
    m_timer.start(std::min(left(), kLookAgain));
}

std::chrono::milliseconds AutoLock::left() const
{
    return std::max(m_touchedAt + m_idle - m_clock(), 0ms);
}

bool AutoLock::look()
{
    if (left() > 0ms) {
        m_timer.start(std::min(left(), kLookAgain));
        return false;
    }
    m_timer.stop();
    Q_EMIT due();
    return true;
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    const auto* key = type == QEvent::KeyPress || type == QEvent::ShortcutOverride
        ? static_cast<const QKeyEvent*>(event)
        : nullptr;
    if (type == QEvent::KeyPress && std::exchange(m_swallowed, 0) == key->key() && key->key() != 0) {
        touched();
        return true;
    }
    if (!isTouch(type)) return QObject::eventFilter(watched, event);
    const bool slept = m_timer.isActive() && look();
    touched();
    if (!slept) return QObject::eventFilter(watched, event);
    if (type == QEvent::ShortcutOverride) m_swallowed = key->key();
    event->accept(); // no shortcut of it, and nobody above is asked
    return true;
}

} // namespace sanad
