#include "ui/pay/fee_additions.h"

#include "core/base/isolates.h"
#include "ui/text/format.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/ui_language.h"

#include <QCheckBox>
#include <QEvent>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

bool finesByMonth(const FeeRule& rule)
{
    return rule.lateFine.kind == LateFine::Kind::PerMonth && rule.lateFine.perMonth;
}

} // namespace

FeeAdditions::FeeAdditions(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_months(new LtrEdit(this))
    , m_monthsRow(new FieldRow({}, m_months, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(16));
    row->addLayout(m_column, 1);
    row->addWidget(m_monthsRow, 0, Qt::AlignTop);
    static const QRegularExpression digits(u"[0-9٠-٩۰-۹]{0,3}"_s);
    m_months->setValidator(new QRegularExpressionValidator(digits, m_months));
    m_monthsRow->setFixedWidth(px(260));
    connect(m_months, &QLineEdit::textEdited, this, &FeeAdditions::edited);
    retranslate();
}

void FeeAdditions::offer(const FeeRule& rule, const QStringList& extras, int monthsLate)
{
    m_rule = rule;
    qDeleteAll(m_boxes);
    m_boxes.clear();
    m_extras.clear();
    for (const auto& extra : rule.extras) {
        if (!extra.amount) continue;
        auto* box = new QCheckBox(this);
        box->setChecked(extras.contains(extra.code));
        connect(box, &QCheckBox::clicked, this, &FeeAdditions::edited);
        m_column->addWidget(box);
        m_boxes.push_back(box);
        m_extras.push_back(extra);
    }
    const bool fines = finesByMonth(rule);
    m_months->setText(fines && monthsLate > 0 ? QString::number(monthsLate) : QString());
    m_monthsRow->setVisible(fines);
    retranslate();
}

bool FeeAdditions::isEmpty() const
{
    return m_boxes.empty() && !finesByMonth(m_rule);
}

QStringList FeeAdditions::extras() const
{
    QStringList codes;
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i]->isChecked()) codes << m_extras[i].code;
    return codes;
}

int FeeAdditions::monthsLate() const
{
    return m_months->text().toInt();
}

bool FeeAdditions::perform(int number)
{
    const auto at = static_cast<std::size_t>(number - 1);
    if (number < 1 || at >= fields().size()) return false;
    fields()[at]->setFocus(Qt::TabFocusReason);
    if (at < m_boxes.size()) m_boxes[at]->click();
    return true;
}

std::vector<QWidget*> FeeAdditions::fields() const
{
    std::vector<QWidget*> list(m_boxes.begin(), m_boxes.end());
    if (finesByMonth(m_rule)) list.push_back(m_months);
    return list;
}

void FeeAdditions::retranslate()
{
    const Language language = uiLanguage();
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const auto& extra = m_extras[i];
        const QString name = language == Language::Arabic || extra.en.isEmpty() ? extra.ar : extra.en;
        QString text = isolateAuto(name) + u" – "_s + moneyText(*extra.amount, language);
        m_boxes[i]->setText(text.replace(u'&', u"&&"_s));
    }
    m_monthsRow->setLabel(tr("Months late"));
    if (!finesByMonth(m_rule)) return;
    const auto& fine = m_rule.lateFine;
    m_monthsRow->setHint(fine.cap
            ? tr("%1 for each month, %2 at most")
                  .arg(moneyText(*fine.perMonth, language), moneyText(*fine.cap, language))
            : tr("%1 for each month").arg(moneyText(*fine.perMonth, language)));
}

void FeeAdditions::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace sanad
