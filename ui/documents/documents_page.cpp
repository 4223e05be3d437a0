#include "ui/documents/documents_page.h"

#include "core/base/isolates.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

DocumentsPage::DocumentsPage(DocumentsPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_title(new Label(TextSize::Body, this))
    , m_list(new DataTable(this))
    , m_none(new EmptyState(Glyph::Document))
    , m_scan(new KeyButton(KeyButton::Kind::Plain, this))
    , m_finish(new KeyButton(KeyButton::Kind::Primary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_scan);
    row->addWidget(m_finish);
    column->addLayout(row);
    m_title->setBold(true);
    m_list->setEmptyState(m_none);
    m_list->installEventFilter(this);
    m_scan->setKey(keyText(Command::Scan));
    m_finish->setKey(keyText(Command::Finish));
    connect(m_scan, &QPushButton::clicked, this, &DocumentsPage::scan);
    connect(m_finish, &QPushButton::clicked, &presenter, &DocumentsPresenter::finish);
    connect(m_list, &DataTable::opened, this, [this] { toggle(m_list->currentIndex().row()); });
    connect(&presenter, &DocumentsPresenter::loaded, this, &DocumentsPage::refresh);
    connect(&presenter, &DocumentsPresenter::failed, this, &Page::failed);
    connect(&presenter, &DocumentsPresenter::missing, this, [this](const ChecklistItem& item) {
        Q_EMIT told(Tone::Error, [item] {
            const QString name =
                uiLanguage() == Language::Arabic || item.nameEn.isEmpty() ? item.nameAr : item.nameEn;
            return tr(
                "Still to be seen: %1. What you marked is kept. Press Space on it once you have seen it, "
                "or F7 to wait for it.")
                .arg(isolateAuto(name));
        });
    });
    retranslate();
}

void DocumentsPage::arrive()
{
    m_presenter.load();
    m_list->choose(0);
    m_list->setFocus();
}

std::vector<KeyHint> DocumentsPage::hints() const
{
    return {{u"Space"_s, tr("Seen")}, {u"Ctrl+1…9"_s, tr("Seen, by number")}, {u"F6"_s, tr("Keep a scan")},
        {u"Ctrl+Enter"_s, tr("Go on to the fees")}, {u"F7"_s, tr("Put on hold")},
        {u"Esc"_s, tr("Back to the form")}};
}

bool DocumentsPage::perform(Command command, int number)
{
    switch (command) {
    case Command::Finish:
        m_presenter.finish();
        return true;
    case Command::Nth:
        toggle(number - 1);
        return true;
    case Command::Scan:
        scan();
        return true;
    default:
        return false;
    }
}

void DocumentsPage::toggle(int row)
{
    const auto& items = m_presenter.items();
    if (row < 0 || row >= static_cast<int>(items.size())) return;
    m_presenter.toggle(items[static_cast<std::size_t>(row)].code);
    m_list->choose(std::min(row + 1, static_cast<int>(items.size()) - 1));
}

void DocumentsPage::scan()
{
    const int row = m_list->currentIndex().row();
    if (row < 0) return;
    const QString code = m_presenter.items()[static_cast<std::size_t>(row)].code;
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Scan to keep"), {}, tr("Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"));
    if (!path.isEmpty()) m_presenter.add(code, path);
    m_list->setFocus();
}

void DocumentsPage::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const int row = m_list->currentIndex().row();
    std::vector<TableRow> rows;
    for (const auto& item : m_presenter.items()) {
        const bool there = item.state != DocumentState::Missing;
        const QString state = item.state == DocumentState::Scanned ? tr("✓ Scanned")
            : there                                                ? tr("✓ Seen")
            : item.required                                        ? tr("Missing")
                                                                   : tr("If there is one");
        const Tone tone = there ? Tone::Success : item.required ? Tone::Warning : Tone::Plain;
        const auto number = static_cast<qint64>(rows.size()) + 1;
        rows.push_back({number,
            {QString::number(number), arabic || item.nameEn.isEmpty() ? item.nameAr : item.nameEn,
                item.required ? tr("Required") : tr("Optional"), state},
            tone});
    }
    m_list->rows().setRows(std::move(rows));
    m_list->choose(std::max(0, row));
}

void DocumentsPage::retranslate()
{
    m_title->setText(tr("Have you seen these papers?"));
    m_scan->setText(tr("Keep a scan"));
    m_finish->setText(tr("Go on"));
    m_list->setAccessibleName(tr("Checklist of papers"));
    m_list->setColumns({{tr("No."), ColumnKind::Code, 56}, {tr("Paper")},
        {tr("Need"), ColumnKind::Short, 110}, {tr("State"), ColumnKind::Short, 150}});
    m_none->show(tr("This service needs no papers."), u"Ctrl+Enter"_s, tr("Go on to the fees"));
    refresh();
}

bool DocumentsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        toggle(m_list->currentIndex().row());
        return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace sanad
