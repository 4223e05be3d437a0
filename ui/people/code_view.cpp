#include "ui/people/code_view.h"

#include "core/base/isolates.h"
#include "ui/people/field_chain.h"
#include "ui/shell/key_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

CodeView::CodeView(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(TextSize::Heading, this))
    , m_shown(new Label(TextSize::Heading, this))
    , m_advice(new Label(TextSize::Body, this))
    , m_back(new LtrEdit(this))
    , m_backRow(new FieldRow({}, m_back, this))
    , m_print(new KeyButton(KeyButton::Kind::Plain, this))
    , m_warning(new Label(TextSize::Small, this))
    , m_done(new KeyButton(KeyButton::Kind::Primary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    for (QWidget* each :
        std::initializer_list<QWidget*>{m_title, m_shown, m_advice, m_print, m_warning, m_backRow, m_done})
        column->addWidget(each);
    m_title->setBold(true);
    m_shown->setBold(true);
    m_advice->setWrapping(true);
    m_warning->setWrapping(true);
    m_warning->setTone(Tone::Warning);
    m_print->setKey(keyText(Command::Print));
    connect(m_print, &QPushButton::clicked, this, &CodeView::print);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_done->setKey(u"Enter"_s);
    new FieldChain(
        {m_back}, [this] { confirm(); }, this);
    connect(m_done, &QPushButton::clicked, this, &CodeView::confirm);
    retranslate();
}

void CodeView::show(const QString& code)
{
    m_code = code;
    m_shown->setText(isolateLtr(code));
    m_back->clear();
    m_back->setFocus();
}

void CodeView::print()
{
    if (!m_code.isEmpty()) Q_EMIT printWanted(m_code);
    m_back->setFocus();
}

void CodeView::confirm()
{
    if (m_back->text().trimmed().toUpper() != m_code.section(u'-', -1)) {
        m_backRow->setFault(Fault::Block, tr("These are not the last five characters of the code."));
        m_back->selectAll();
        return m_back->setFocus();
    }
    m_backRow->setFault(Fault::None, {});
    m_code.clear();
    m_shown->setText({});
    m_back->clear();
    Q_EMIT confirmed();
}

void CodeView::retranslate()
{
    m_title->setText(tr("The recovery code"));
    m_advice->setText(tr(
        "It is shown this once. Write it on paper and lock it away, outside this computer: with it an owner "
        "who forgot the password gets back in. Without password and code nobody can, we included."));
    m_backRow->setLabel(tr("Its last five characters, to show that it is noted"));
    m_done->setText(tr("It is noted"));
    m_print->setText(tr("Print the code"));
    m_warning->setText(
        tr("On the receipt printer of this desk, on paper alone: nothing is kept in a file. Stand by "
           "the printer and take the paper at once; whoever has it can open this centre."));
}

} // namespace sanad
