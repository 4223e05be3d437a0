#include "ui/customers/customer_matches.h"

#include "ui/widgets/empty_state.h"
#include "ui/widgets/ui_language.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace sanad {

CustomerMatches::CustomerMatches(CustomersPresenter& presenter, QWidget* parent)
    : DataTable(parent)
    , m_presenter(presenter)
    , m_nobody(new EmptyState(Glyph::Search))
{
    setFocusPolicy(Qt::ClickFocus);
    setEmptyState(m_nobody);
    connect(&presenter, &CustomersPresenter::found, this, &CustomerMatches::refresh);
    retranslate();
}

void CustomerMatches::retranslate()
{
    setAccessibleName(tr("Matching customers"));
    setColumns({{tr("Name")}, {tr("Kind"), ColumnKind::Short, 110}, {tr("Identifier"), ColumnKind::Code, 150},
        {tr("Mobile"), ColumnKind::Code, 150}});
    refresh();
}

void CustomerMatches::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    std::vector<TableRow> lines;
    for (const auto& match : m_presenter.matches()) {
        const QString& first = arabic ? match.nameAr : match.nameEn;
        lines.push_back({match.id.raw(),
            {first.isEmpty() ? (arabic ? match.nameEn : match.nameAr) : first, customerKindText(match.kind),
                match.maskedIdentifier, match.maskedPhone},
            Tone::Plain,
            match.restricted ? RowMark{Glyph::Lock, tr("Restricted"), Tone::Warning} : RowMark()});
    }
    if (m_presenter.text().isEmpty())
        m_nobody->show(tr("Type a name or a number."), u"Insert"_s, tr("New customer"));
    else
        m_nobody->show(tr("No results."), u"Enter"_s, tr("New customer with what you typed"));
    rows().setRows(std::move(lines));
    choose(0);
}

void CustomerMatches::changeEvent(QEvent* event)
{
    DataTable::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

QString customerKindText(CustomerKind kind)
{
    switch (kind) {
    case CustomerKind::Citizen:
        return CustomerMatches::tr("Citizen");
    case CustomerKind::Resident:
        return CustomerMatches::tr("Resident");
    case CustomerKind::Visitor:
        return CustomerMatches::tr("Visitor");
    case CustomerKind::Company:
        return CustomerMatches::tr("Company");
    }
    return {};
}

} // namespace sanad
