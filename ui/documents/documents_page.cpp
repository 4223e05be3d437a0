#include "ui/documents/documents_page.h"

#include "core/base/isolates.h"
#include "ui/approval/question_dialog.h"
#include "ui/documents/expiry_dialog.h"
#include "ui/documents/paper_dialog.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

DocumentsPage::DocumentsPage(DocumentsPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_title(new Label(TextSize::Body, this))
    , m_list(new DataTable(this))
    , m_none(new EmptyState(Glyph::Document))
    , m_look(new KeyButton(KeyButton::Kind::Plain, this))
    , m_scan(new KeyButton(KeyButton::Kind::Plain, this))
    , m_finish(new KeyButton(KeyButton::Kind::Primary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_look);
    row->addWidget(m_scan);
    row->addWidget(m_finish);
    column->addLayout(row);
    m_title->setBold(true);
    m_list->setEmptyState(m_none);
    m_list->installEventFilter(this);
    m_look->setKey(u"Enter"_s);
    m_scan->setKey(keyText(Command::Scan));
    m_finish->setKey(keyText(Command::Finish));
    connect(m_look, &QPushButton::clicked, this, &DocumentsPage::open);
    connect(m_scan, &QPushButton::clicked, this, &DocumentsPage::scan);
    connect(m_finish, &QPushButton::clicked, &presenter, &DocumentsPresenter::finish);
    connect(m_list, &DataTable::opened, this, &DocumentsPage::open);
    connect(m_list, &DataTable::chosen, this, [this] {
        const auto* item = chosen();
        m_look->setVisible(item && item->state == DocumentState::Scanned);
        Q_EMIT hintsChanged();
    });
    connect(&presenter, &DocumentsPresenter::found, this, &DocumentsPage::show);
    connect(&presenter, &DocumentsPresenter::removed, this, [this] {
        Q_EMIT told(
            Tone::Success, [] { return tr("The scan was removed; the paper stays marked as seen."); });
    });
    connect(&presenter, &DocumentsPresenter::loaded, this, &DocumentsPage::refresh);
    connect(&presenter, &DocumentsPresenter::failed, this, &Page::failed);
    connect(&presenter, &DocumentsPresenter::missing, this, [this](const ChecklistItem& item) {
        m_asked = item.code;
        Q_EMIT told(Tone::Error, [item] {
            return tr(
                "Still to be seen: %1. What you marked is kept. Press Space on it once you have seen it, "
                "or F7 to wait for it.")
                .arg(isolateAuto(paperName(item)));
        });
    });
    retranslate();
}

void DocumentsPage::arrive()
{
    m_asked.clear();
    m_presenter.load();
    m_list->choose(0);
    m_list->setFocus();
}

std::vector<KeyHint> DocumentsPage::hints() const
{
    const auto* item = chosen();
    const bool scanned = item && item->state == DocumentState::Scanned;
    std::vector<KeyHint> keys;
    if (scanned)
        keys = {{u"Enter"_s, tr("Look at the scan")}, {u"Delete"_s, tr("Remove the scan")}};
    else
        keys = {{u"Space"_s, tr("Seen")}, {u"Ctrl+1…9"_s, tr("Seen, by number")}};
    keys.push_back({u"F6"_s, tr("Keep a scan")});
    keys.push_back({u"Ctrl+Enter"_s, tr("Go on to the fees")});
    keys.push_back({u"F7"_s, tr("Put on hold")});
    keys.push_back({u"Esc"_s, tr("Back to the form")});
    return keys;
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

const ChecklistItem* DocumentsPage::chosen() const
{
    const int row = m_list->currentIndex().row();
    const auto& items = m_presenter.items();
    return row >= 0 && row < static_cast<int>(items.size()) ? &items[static_cast<std::size_t>(row)] : nullptr;
}

void DocumentsPage::open()
{
    const auto* item = chosen();
    if (!item) return;
    if (item->state == DocumentState::Scanned) return m_presenter.look(item->code);
    toggle(m_list->currentIndex().row());
}

void DocumentsPage::show(const ChecklistItem& item)
{
    auto* dialog = new PaperDialog(this, m_presenter, item);
    connect(dialog, &PaperDialog::removeWanted, this,
        [this, dialog](const DocumentFile& file) { remove(dialog, file); });
    connect(&m_presenter, &DocumentsPresenter::removed, dialog, &QDialog::reject);
    connect(&m_presenter, &DocumentsPresenter::failed, dialog, &QDialog::reject);
    dialog->open();
}

void DocumentsPage::remove(QWidget* over, const DocumentFile& file)
{
    QuestionDialog::ask(over, tr("Remove the scan"),
        tr("The scan of %1 is removed for good. The paper itself stays marked as seen.")
            .arg(isolateLtr(dateTimeText(file.addedAt))),
        tr("Remove it"), [this, file] { m_presenter.remove(file); });
}

void DocumentsPage::scan()
{
    const auto* item = chosen();
    if (!item) return;
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Scan to keep"), {}, tr("Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"));
    m_list->setFocus();
    if (path.isEmpty()) return;
    ExpiryDialog::ask(this, paperName(*item), [this, code = item->code, path](const QDate& expiry) {
        m_presenter.add(code, path, expiry);
        m_list->setFocus();
    });
}

void DocumentsPage::refresh()
{
    const int row = m_list->currentIndex().row();
    std::vector<TableRow> rows;
    for (const auto& item : m_presenter.items()) {
        const bool there = item.state != DocumentState::Missing;
        const QString state = item.state == DocumentState::Scanned ? tr("✓ Scanned")
            : there                                                ? tr("✓ Seen")
            : item.required                                        ? tr("Missing")
                                                                   : tr("If there is one");
        // What matters is the paper that lasts longest.
        QDate expiry;
        for (const auto& file : item.files)
            if (file.expiry.isValid())
                expiry = expiry.isValid() ? std::max(expiry, file.expiry) : file.expiry;
        const bool over = isOver(expiry);
        const Tone tone = over ? Tone::Error
            : there            ? Tone::Success
            : item.required    ? Tone::Warning
                               : Tone::Plain;
        const auto number = static_cast<qint64>(rows.size()) + 1;
        rows.push_back({number,
            {QString::number(number), paperName(item), item.required ? tr("Required") : tr("Optional"), state,
                over                   ? expiryWords(expiry, true)
                    : expiry.isValid() ? isolateLtr(dateText(expiry))
                                       : QString()},
            tone});
    }
    m_list->rows().setRows(std::move(rows));
    m_list->choose(std::max(0, row));
    const auto& items = m_presenter.items();
    const bool isAsked = std::any_of(items.begin(), items.end(), [this](const ChecklistItem& item) {
        return item.code == m_asked && item.state == DocumentState::Missing;
    });
    if (m_asked.isEmpty() || isAsked) return;
    m_asked.clear();
    Q_EMIT said(Tone::Plain, {});
}

void DocumentsPage::retranslate()
{
    m_title->setText(tr("Have you seen these papers?"));
    m_look->setText(tr("Look at the scan"));
    m_scan->setText(tr("Keep a scan"));
    m_finish->setText(tr("Go on"));
    m_list->setAccessibleName(tr("Checklist of papers"));
    m_list->setColumns(
        {{tr("No."), ColumnKind::Code, 56}, {tr("Paper")}, {tr("Need"), ColumnKind::Short, 110},
            {tr("State"), ColumnKind::Short, 150}, {tr("Expires"), ColumnKind::Short, 150}});
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
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        // The newest; the others through the window that shows them.
        if (const auto* item = chosen(); item && !item->files.empty()) remove(this, item->files.back());
        return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace sanad
