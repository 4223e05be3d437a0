#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace sanad {

/// Tells when nobody has touched keyboard or mouse for a while.
class AutoLock : public QObject {
    Q_OBJECT

public:
    /// Watches the whole application.
    explicit AutoLock(std::chrono::milliseconds idle, QObject* parent = nullptr);
    /// Begins anew with the time that is given.
    void setIdle(std::chrono::milliseconds idle);
    std::chrono::milliseconds idle() const { return m_timer.intervalAsDuration(); }

Q_SIGNALS:
    void due();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
};

} // namespace sanad
