#include "ui/catalogue/services_page.h"

#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

ServicesPage::ServicesPage(ServicesPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_search(new NameEdit(this))
    , m_title(new Label(TextSize::Body, this))
    , m_list(new DataTable(this))
    , m_none(new EmptyState(Glyph::Service))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_search);
    column->addSpacing(px(4));
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    m_title->setBold(true);
    m_list->setFocusPolicy(Qt::ClickFocus);
    m_list->setEmptyState(m_none);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_enterWaits = false;
        m_presenter.search(text);
    });
    connect(m_list, &DataTable::opened, this, [this](qint64 row) { choose(static_cast<int>(row) - 1); });
    connect(&presenter, &ServicesPresenter::found, this, [this] {
        refresh();
        if (std::exchange(m_enterWaits, false) && isVisible()) choose(m_list->currentIndex().row());
    });
    connect(&presenter, &ServicesPresenter::failed, this, &Page::failed);
    retranslate();
}

void ServicesPage::arrive()
{
    m_search->clear();
    m_search->setFocus();
    m_presenter.search({});
}

std::vector<KeyHint> ServicesPage::hints() const
{
    return {{u"Enter"_s, tr("Choose")}, {u"Ctrl+1…9"_s, tr("Favourite")}, {u"↑ ↓"_s, tr("Move")},
        {u"F7"_s, tr("Put on hold")}, {u"Esc"_s, tr("Back")}};
}

bool ServicesPage::perform(Command command, int number)
{
    if (command == Command::Nth) {
        choose(number - 1);
        return true;
    }
    if (command == Command::Back && !m_search->text().isEmpty()) {
        arrive();
        return true;
    }
    return false;
}

void ServicesPage::choose(int row)
{
    const auto& services = m_presenter.services();
    if (row < 0 || row >= static_cast<int>(services.size())) return;
    m_presenter.choose(services[static_cast<std::size_t>(row)].code);
}

void ServicesPage::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const bool favourites = m_presenter.text().isEmpty();
    m_title->setText(favourites ? tr("Favourites") : tr("Matching services"));
    std::vector<TableRow> rows;
    for (const auto& service : m_presenter.services()) {
        const auto number = static_cast<qint64>(rows.size()) + 1;
        rows.push_back({number,
            {favourites && number <= 9 ? u"Ctrl+"_s + QString::number(number) : QString::number(number),
                arabic || service.nameEn.isEmpty() ? service.nameAr : service.nameEn,
                m_presenter.agencyName(service.agency, arabic), amountText(service.serviceFee)},
            Tone::Plain});
    }
    m_list->rows().setRows(std::move(rows));
    m_list->choose(0);
}

void ServicesPage::retranslate()
{
    m_search->setPlaceholderText(tr("Name, code or alias of the service"));
    m_search->setAccessibleName(tr("Search services"));
    m_list->setAccessibleName(tr("Services"));
    m_list->setColumns({{tr("Key"), ColumnKind::Code, 84}, {tr("Service")},
        {tr("Agency"), ColumnKind::Text, 273}, {tr("Service fee"), ColumnKind::Amount, 120}});
    m_none->show(tr("No service matches. Try another word, or the code."));
    refresh();
}

bool ServicesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_list->choose(m_list->currentIndex().row() + (key.key() == Qt::Key_Down ? 1 : -1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key.modifiers() & ~Qt::KeypadModifier) return false;
        if (m_presenter.searching())
            m_enterWaits = true;
        else
            choose(m_list->currentIndex().row());
        return true;
    default:
        return Page::eventFilter(watched, event);
    }
}

} // namespace sanad
