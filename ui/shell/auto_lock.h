#pragma once

#include <QObject>
#include <QTimer>

namespace sanad {

/// Tells when nobody has touched keyboard or mouse for a while.
class AutoLock : public QObject {
    Q_OBJECT

public:
    /// Watches the whole application.
    explicit AutoLock(int minutes, QObject* parent = nullptr);
    void setMinutes(int minutes);

Q_SIGNALS:
    void due();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
};

} // namespace sanad
