#include "ui/customers/alike_table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/ui_language.h"

#include <QEvent>

#include <algorithm>

namespace sanad {

AlikeTable::AlikeTable(QWidget* parent)
    : DataTable(parent)
{
    setFocusPolicy(Qt::ClickFocus);
    retranslate();
}

void AlikeTable::show(const std::vector<PossibleDuplicate>& others)
{
    m_others = others;
    retranslate();
}

void AlikeTable::retranslate()
{
    setAccessibleName(tr("Possibly the same customer"));
    setColumns({{tr("Name")}, {tr("Identifier"), ColumnKind::Code, 140},
        {tr("Mobile"), ColumnKind::Code, 140}, {tr("The same"), ColumnKind::Short, 170}});
    const bool arabic = uiLanguage() == Language::Arabic;
    std::vector<TableRow> lines;
    for (const auto& [match, sameIdentifier, samePhone, sameBirthDate] : m_others) {
        const QString& first = arabic ? match.nameAr : match.nameEn;
        lines.push_back({match.id.raw(),
            {first.isEmpty() ? (arabic ? match.nameEn : match.nameAr) : first, match.maskedIdentifier,
                match.maskedPhone,
                sameIdentifier      ? tr("number")
                    : samePhone     ? tr("name and mobile")
                    : sameBirthDate ? tr("name and birth date")
                                    : QString()},
            sameIdentifier ? Tone::Error : Tone::Plain});
    }
    const int shown = static_cast<int>(std::min<std::size_t>(lines.size(), 3));
    rows().setRows(std::move(lines));
    setFixedHeight(px(40) * (shown + 1) + px(4));
    setVisible(!m_others.empty());
    if (shown > 0) choose(0);
}

void AlikeTable::changeEvent(QEvent* event)
{
    DataTable::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace sanad
