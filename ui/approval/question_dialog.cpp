#include "ui/approval/question_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

void QuestionDialog::ask(QWidget* over, const QString& title, const QString& question, const QString& yes,
    std::function<void()> act)
{
    auto* dialog = new QuestionDialog(over->window(), title, question, yes);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, over, std::move(act));
    dialog->open();
}

QuestionDialog::QuestionDialog(
    QWidget* over, const QString& title, const QString& question, const QString& yes)
    : QDialog(over)
{
    setWindowTitle(title);
    setMinimumWidth(px(480));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(28), px(24), px(28), px(24));
    column->setSpacing(px(18));
    auto* text = new Label(question, TextSize::Body, this);
    text->setWrapping(true);
    text->setBold(true);
    column->addWidget(text);
    auto* buttons = new QHBoxLayout;
    auto* back = new KeyButton(tr("Back"), u"Esc"_s, KeyButton::Kind::Plain, this);
    auto* act = new KeyButton(yes, {}, KeyButton::Kind::Primary, this);
    act->setAutoDefault(false);
    back->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(act);
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    back->setFocus();
}

} // namespace sanad
