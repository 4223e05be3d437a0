#pragma once

#include <QElapsedTimer>
#include <QObject>

class QKeyEvent;
class QLineEdit;

namespace sanad {

/// Tells a bar-code scanner, which types, from a person: keys closer together than the threshold, with Enter
/// at the end. The text is read from scan codes, because an Arabic layout garbles the letters; where the
/// platform gives none, from the typed text.
class ScanBurst : public QObject {
    Q_OBJECT

public:
    /// Watches `edit`; a scan takes the place of what the burst typed there.
    explicit ScanBurst(QLineEdit* edit);

    void setThreshold(int milliseconds) { m_threshold = milliseconds; }

Q_SIGNALS:
    void scanned(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QKeyEvent& key);

    QLineEdit* m_edit;
    QElapsedTimer m_since;
    QString m_before; ///< The edit's text when the burst began.
    QString m_read;
    int m_threshold = 15;
};

/// The character of a key on a US keyboard; null when `code` (evdev numbering) is none that scanners send.
QChar characterOfScanCode(quint32 code, bool shift);

} // namespace sanad
