#include "ui/people/sign_in_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/ui_language.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

SignInPage::SignInPage(SignInPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_card(new QWidget(this))
    , m_title(new Label(TextSize::Heading, m_card))
    , m_centre(new Label(TextSize::Body, m_card))
    , m_clerk(new QComboBox(m_card))
    , m_secret(new LtrEdit(m_card))
    , m_counter(new QComboBox(m_card))
    , m_float(new MoneyEdit(m_card))
    , m_clerkRow(new FieldRow({}, m_clerk, m_card))
    , m_secretRow(new FieldRow({}, m_secret, m_card))
    , m_counterRow(new FieldRow({}, m_counter, m_card))
    , m_floatRow(new FieldRow({}, m_float, m_card))
    , m_enter(new KeyButton(KeyButton::Kind::Primary, m_card))
    , m_forgot(new KeyButton(KeyButton::Kind::Quiet, m_card))
    , m_restore(new KeyButton(KeyButton::Kind::Quiet, m_card))
{
    m_card->setFixedWidth(px(440));
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(px(32), px(24), px(32), px(20));
    column->setSpacing(px(14));
    column->addWidget(m_title);
    column->addWidget(m_centre);
    for (auto* row : {m_clerkRow, m_secretRow, m_counterRow, m_floatRow})
        column->addWidget(row);
    column->addSpacing(px(6));
    column->addWidget(m_enter);
    auto* others = new QVBoxLayout;
    others->setSpacing(0);
    others->addWidget(m_forgot);
    others->addWidget(m_restore);
    column->addLayout(others);
    m_title->setBold(true);
    m_centre->setSecondary(true);
    m_centre->setWrapping(true);
    m_secret->setEchoMode(QLineEdit::Password);
    m_enter->setKey(u"Enter"_s);

    // The row reckons the height of what wraps at the width of the card, not of the window.
    auto* middle = new QVBoxLayout(this);
    middle->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    middle->addStretch();
    middle->addLayout(row);
    middle->addStretch();
    row->addStretch();
    row->addWidget(m_card);
    row->addStretch();

    for (QWidget* field : std::initializer_list<QWidget*>{m_clerk, m_secret, m_counter, m_float})
        field->installEventFilter(this);
    connect(
        m_clerk, &QComboBox::currentIndexChanged, this, [this] { m_clerkRow->setFault(Fault::None, {}); });
    connect(m_enter, &QPushButton::clicked, this, &SignInPage::submit);
    connect(&m_presenter, &SignInPresenter::loaded, this, &SignInPage::show);
    connect(&m_presenter, &SignInPresenter::busyChanged, m_enter, &QWidget::setDisabled);
    connect(&m_presenter, &SignInPresenter::failed, this, &SignInPage::refuse);
    connect(m_forgot, &QPushButton::clicked, this, [this] { Q_EMIT wanted(u"recovery"_s); });
    m_forgot->setFocusPolicy(Qt::TabFocus);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT wanted(u"restore"_s); });
    m_restore->setFocusPolicy(Qt::TabFocus);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        --m_wait;
        showWait();
    });
    retranslate();
}

void SignInPage::refuse(const Error& error)
{
    m_secret->selectAll();
    m_secret->setFocus();
    if (error.key == u"sign-in.wait"_s) {
        m_wait = error.args.value(0).toInt();
        m_second.start();
    }
    showWait();
    Q_EMIT failed(error);
}

void SignInPage::showWait()
{
    if (m_wait <= 0) m_second.stop();
    m_secretRow->setHint(m_wait > 0 ? tr("The next try counts in %1 s.").arg(m_wait) : QString());
}

void SignInPage::arrive()
{
    m_wait = 0;
    showWait();
    m_secret->clear();
    // What was typed for an earlier drawer must not open another.
    m_float->clear();
    m_presenter.load();
}

std::vector<KeyHint> SignInPage::hints() const
{
    return {{u"Enter"_s, tr("Next field, then sign in")}, {u"Tab"_s, tr("Next field")}};
}

bool SignInPage::perform(Command command, int)
{
    if (command == Command::Finish) {
        submit();
        return true;
    }
    return command == Command::Back;
}

void SignInPage::show(const SignInChoices& choices)
{
    const QString before = m_clerk->currentData().toString();
    const QString user = choices.clerks.size() == 1 ? choices.clerks.front().user
        : choices.last.isEmpty()                    ? before
                                                    : choices.last;
    const QString counter = m_counter->currentData().toString();
    m_choices = choices;
    m_clerk->clear();
    m_counter->clear();
    retranslate();
    m_clerk->setCurrentIndex(user.isEmpty() ? -1 : m_clerk->findData(user));
    m_counter->setCurrentIndex(std::max(0, m_counter->findData(counter)));
    const bool known = m_clerk->currentIndex() >= 0;
    (choices.pinIsEnough && known ? static_cast<QWidget*>(m_secret) : m_clerk)->setFocus();
}

void SignInPage::retranslate()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const auto name = [arabic](
                          const QString& ar, const QString& en) { return arabic || en.isEmpty() ? ar : en; };
    m_title->setText(tr("Sign in"));
    m_centre->setText(name(m_choices.centre.nameAr, m_choices.centre.nameEn));
    m_clerkRow->setLabel(tr("Clerk"));
    m_clerk->setPlaceholderText(tr("Choose your name"));
    m_secretRow->setLabel(m_choices.pinIsEnough ? tr("PIN") : tr("Password"));
    m_counterRow->setLabel(tr("Counter"));
    m_floatRow->setLabel(tr("Opening float (rials)"));
    m_floatRow->setHint(tr("Counts only when this counter's drawer is not open yet."));
    m_enter->setText(tr("Sign in"));
    m_forgot->setText(tr("The owner forgot the password"));
    m_restore->setText(tr("Restore a backup"));
    const int clerk = m_clerk->currentIndex();
    const int counter = m_counter->currentIndex();
    m_clerk->clear();
    m_counter->clear();
    for (const auto& choice : m_choices.clerks)
        m_clerk->addItem(name(choice.nameAr, choice.nameEn), choice.user);
    for (const auto& choice : m_choices.counters) {
        const QString text = name(choice.nameAr, choice.nameEn);
        m_counter->addItem(text.isEmpty() ? choice.code : text, choice.code);
    }
    m_clerk->setCurrentIndex(clerk);
    m_counter->setCurrentIndex(counter);
}

bool SignInPage::lacksClerk()
{
    if (m_clerk->currentIndex() >= 0) return false;
    m_clerkRow->explain(Fault::Block, [] { return tr("Choose who signs in."); });
    m_clerk->setFocus();
    return true;
}

void SignInPage::submit()
{
    if (lacksClerk()) return;
    SignInRequest request;
    request.user = m_clerk->currentData().toString();
    request.secret = m_secret->text();
    request.counter = m_counter->currentData().toString();
    if (!m_float->isEmpty()) {
        const auto amount = m_float->amount();
        if (!amount) {
            m_float->setFocus();
            return Q_EMIT failed(amount.error());
        }
        request.openingFloat = *amount;
    }
    m_presenter.signIn(request);
}

void SignInPage::next(QWidget* from)
{
    if (from == m_clerk && lacksClerk()) return;
    if (from == m_clerk)
        m_secret->setFocus();
    else if (from == m_secret)
        m_counter->setFocus();
    else if (from == m_counter)
        m_float->setFocus();
    else
        submit();
}

bool SignInPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
            // A PIN is enough to go on where one was.
            if (watched == m_secret && m_choices.pinIsEnough)
                submit();
            else
                next(static_cast<QWidget*>(watched));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void SignInPage::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.hairline, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace sanad
