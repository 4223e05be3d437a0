#pragma once

#include "core/base/time_since_start.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace sanad {

/// Tells when nobody has touched keyboard or mouse for a while. Time that the computer slept counts: it is
/// told before the first key or click after it does anything, and that one does nothing else.
class AutoLock : public QObject {
    Q_OBJECT

public:
    /// Watches the whole application.
    explicit AutoLock(std::chrono::milliseconds idle, QObject* parent = nullptr);
    /// Begins anew with the time that is given.
    void setIdle(std::chrono::milliseconds idle);
    std::chrono::milliseconds idle() const { return m_idle; }
    /// timeSinceStart() until set; tests set it. Begins anew.
    void setClock(std::function<std::chrono::milliseconds()> clock);

Q_SIGNALS:
    void due();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void touched();
    std::chrono::milliseconds left() const;
    /// Looks again soon, or tells that it is due. True when it told.
    bool look();

    std::function<std::chrono::milliseconds()> m_clock = timeSinceStart;
    std::chrono::milliseconds m_idle;
    std::chrono::milliseconds m_touchedAt{};
    QTimer m_timer; ///< Stands still while the computer sleeps, and after it was told until the next touch.
    int m_swallowed = 0; ///< The key whose press is still to come.
};

} // namespace sanad
