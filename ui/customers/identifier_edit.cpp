#include "ui/customers/identifier_edit.h"

#include "ui/theme/theme.h"
#include "ui/widgets/date_edit.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const QStringList& kinds()
{
    static const QStringList all{u"civil_number"_s, u"passport_number"_s, u"cr_number"_s, u"vatin"_s,
        u"tax_card_tin"_s, u"occi_number"_s, u"labour_permit_number"_s, u"iban_om"_s};
    return all;
}

} // namespace

IdentifierEdit::IdentifierEdit(QWidget* parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_value(new LtrEdit(this))
    , m_country(new LtrEdit(this))
    , m_expiry(new DateEdit(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(m_kind, 4);
    row->addWidget(m_value, 4);
    row->addWidget(m_country);
    row->addWidget(m_expiry, 5);
    m_value->setMaxLength(40);
    m_country->setMaxLength(3);
    m_country->setFixedWidth(px(70));
    setFocusProxy(m_value);
    connect(m_kind, &QComboBox::activated, this, [this] {
        offer(m_kind->currentData().toString());
        Q_EMIT edited();
    });
    for (LtrEdit* edit : {m_value, m_country, m_expiry->edit()})
        connect(edit, &QLineEdit::textEdited, this, &IdentifierEdit::edited);
    retranslate();
}

void IdentifierEdit::show(const CustomerIdentifier& identifier)
{
    m_shown = identifier;
    offer(identifier.kind);
    m_value->setText(identifier.value);
    m_country->setText(identifier.country);
    m_expiry->setDate(identifier.expiry);
}

void IdentifierEdit::offer(const QString& chosen)
{
    QStringList offered = kinds();
    if (!m_shown.kind.isEmpty() && !offered.contains(m_shown.kind)) offered.append(m_shown.kind);
    m_kind->clear();
    for (const QString& kind : offered)
        m_kind->addItem(identifierKindText(kind), kind);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(chosen)));
    m_country->setVisible(m_kind->currentData().toString() == "passport_number"_L1);
}

CustomerIdentifier IdentifierEdit::identifier() const
{
    CustomerIdentifier typed;
    typed.kind = m_kind->currentData().toString();
    typed.value = m_value->text().trimmed();
    // Only passports say by whom; what came with another number stays with it.
    if (!m_country->isHidden())
        typed.country = m_country->text().trimmed();
    else if (typed.kind == m_shown.kind && !m_shown.country.isEmpty())
        typed.country = m_shown.country;
    typed.expiry = m_expiry->date();
    return typed;
}

bool IdentifierEdit::isExpiryUnreadable() const
{
    return !m_expiry->isEmpty() && !m_expiry->date().isValid();
}

std::vector<QWidget*> IdentifierEdit::fields() const
{
    return {m_kind, m_value, m_country, m_expiry->edit()};
}

void IdentifierEdit::retranslate()
{
    offer(m_kind->currentData().toString());
    m_kind->setAccessibleName(tr("Kind of number"));
    m_value->setAccessibleName(tr("Number"));
    m_country->setAccessibleName(tr("Issued by: three letters of the country"));
    m_country->setPlaceholderText(u"OMN"_s);
    m_country->setToolTip(tr("Issued by: three letters of the country"));
    m_expiry->edit()->setAccessibleName(tr("Valid until"));
}

void IdentifierEdit::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

QString identifierKindText(const QString& kind)
{
    if (kind == "civil_number"_L1) return IdentifierEdit::tr("Civil number");
    if (kind == "passport_number"_L1) return IdentifierEdit::tr("Passport number");
    if (kind == "cr_number"_L1) return IdentifierEdit::tr("Commercial registration number");
    if (kind == "vatin"_L1) return IdentifierEdit::tr("VATIN");
    if (kind == "tax_card_tin"_L1) return IdentifierEdit::tr("Tax card number");
    if (kind == "occi_number"_L1) return IdentifierEdit::tr("Chamber of commerce number");
    if (kind == "labour_permit_number"_L1) return IdentifierEdit::tr("Work permit number");
    if (kind == "iban_om"_L1) return IdentifierEdit::tr("IBAN");
    return kind;
}

} // namespace sanad
