#include "ui/widgets/scan_burst.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kShortestScan = 6;

struct Row {
    quint32 first;
    QStringView plain, shifted;
};

constexpr std::array<Row, 4> kRows{{
    {2, u"1234567890-=", u"!@#$%^&*()_+"},
    {16, u"qwertyuiop[]", u"QWERTYUIOP{}"},
    {30, u"asdfghjkl;'`", u"ASDFGHJKL:\"~"},
    {43, u"\\zxcvbnm,./", u"|ZXCVBNM<>?"},
}};

/// Evdev numbering: what Windows sends for these keys, and X11 with 8 added.
quint32 evdevCode(const QKeyEvent& key)
{
    const quint32 native = key.nativeScanCode();
    if (native == 0) return 0;
    static const bool x11 = QGuiApplication::platformName() == u"xcb"_s;
    return x11 && native >= 8 ? native - 8 : native;
}

} // namespace

QChar characterOfScanCode(quint32 code, bool shift)
{
    if (code == 57) return u' ';
    for (const auto& row : kRows) {
        if (code < row.first || code >= row.first + static_cast<quint32>(row.plain.size())) continue;
        return (shift ? row.shifted : row.plain)[static_cast<qsizetype>(code - row.first)];
    }
    return {};
}

ScanBurst::ScanBurst(QLineEdit* edit)
    : QObject(edit)
    , m_edit(edit)
{
    edit->installEventFilter(this);
}

bool ScanBurst::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool close = m_since.isValid() && m_since.elapsed() <= m_threshold;
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        const bool scan = close && m_read.size() >= kShortestScan;
        const QString text = std::exchange(m_read, {});
        m_since.invalidate();
        if (!scan) return false;
        m_edit->setText(m_before + text);
        Q_EMIT scanned(text);
        return true;
    }
    if (!close) {
        m_read.clear();
        m_before = m_edit->text();
    }
    take(key);
    m_since.start();
    return false;
}

void ScanBurst::take(const QKeyEvent& key)
{
    const QChar fromCode = characterOfScanCode(evdevCode(key), key.modifiers().testFlag(Qt::ShiftModifier));
    if (!fromCode.isNull())
        m_read += fromCode;
    else if (evdevCode(key) == 0)
        m_read += key.text();
}

} // namespace sanad
