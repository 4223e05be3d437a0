#include "ui/queue/line_picker.h"

#include "core/base/digits.h"
#include "core/base/isolates.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace sanad {

LinePicker::LinePicker(QWidget* parent)
    : QFrame(parent)
    , m_title(new Label(TextSize::Body, this))
    , m_list(new DataTable(this))
{
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_list);
    m_title->setBold(true);
    m_list->horizontalHeader()->setVisible(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    setFocusProxy(m_list);
    connect(m_list, &DataTable::opened, this, [this](qint64 row) {
        setVisible(false);
        Q_EMIT picked(m_lines[static_cast<std::size_t>(row - 1)].code);
    });
    setVisible(false);
}

void LinePicker::showLines()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const int chosen = std::max(0, m_list->currentIndex().row());
    showTitle();
    m_list->setAccessibleName(tr("New ticket: which line?"));
    m_list->setColumns(
        {{tr("No."), ColumnKind::Code, 44}, {tr("Line")}, {tr("Letter"), ColumnKind::Code, 60}});
    std::vector<TableRow> rows;
    for (const auto& line : m_lines) {
        const auto number = static_cast<qint64>(rows.size()) + 1;
        rows.push_back({number,
            {QString::number(number), arabic || line.nameEn.isEmpty() ? line.nameAr : line.nameEn, line.code},
            Tone::Plain});
    }
    m_list->rows().setRows(std::move(rows));
    if (m_unknown.isEmpty()) m_list->choose(chosen);
}

void LinePicker::showTitle()
{
    m_title->setTone(m_unknown.isEmpty() ? Tone::Plain : Tone::Error);
    m_title->setText(m_unknown.isEmpty()
            ? tr("New ticket: which line?")
            : tr("There is no line %1. Choose one of these.").arg(isolateAuto(m_unknown)));
}

void LinePicker::open(const std::vector<TicketLine>& lines)
{
    m_lines.clear();
    m_unknown.clear();
    for (const auto& line : lines)
        if (line.open) m_lines.push_back(line);
    showLines();
    m_list->choose(0);
    const QRect room = parentWidget()->rect();
    const int height = std::min(room.height() - px(32), px(78) + px(42) * static_cast<int>(m_lines.size()));
    setGeometry((room.width() - px(440)) / 2, px(16), px(440), height);
    setVisible(true);
    raise();
    m_list->setFocus();
}

void LinePicker::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible()) showLines();
}

bool LinePicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && isVisible()) setVisible(false);
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.key() == Qt::Key_Escape) {
            setVisible(false);
            Q_EMIT left();
            return true;
        }
        const QString text = asciiDigits(key.text()).toUpper();
        for (std::size_t i = 0; i < m_lines.size() && !text.isEmpty(); ++i) {
            if (text != QString::number(i + 1) && text != m_lines[i].code) continue;
            m_unknown.clear();
            showTitle();
            m_list->choose(static_cast<int>(i));
            return true;
        }
        // What was typed means no line: none is chosen by it.
        if (!text.trimmed().isEmpty() && text[0].isPrint()) {
            m_unknown = text;
            showTitle();
            m_list->setCurrentIndex({});
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void LinePicker::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace sanad
