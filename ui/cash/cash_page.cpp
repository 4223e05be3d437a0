#include "ui/cash/cash_page.h"

#include "core/base/isolates.h"
#include "ui/cash/cash_move_panel.h"
#include "ui/cash/count_grid.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QDir>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// The row that opens this counter's drawer.
constexpr qint64 kOpenRow = 1'000'000;
/// Rows of days follow those of shifts.
constexpr qint64 kFirstDayRow = 10'000;

QString stateText(ShiftState state)
{
    switch (state) {
    case ShiftState::Open:
        return CashPage::tr("Open");
    case ShiftState::Waiting:
        return CashPage::tr("To be counted");
    case ShiftState::Closed:
        return CashPage::tr("To be signed off");
    case ShiftState::SignedOff:
        return CashPage::tr("Signed off");
    }
    return {};
}

} // namespace

CashPage::CashPage(CashPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_list(new DataTable(this))
    , m_steps(new QStackedWidget(this))
    , m_nothing(new EmptyState(Glyph::Drawer))
    , m_title(new Label(TextSize::Heading, this))
    , m_in(new KeyButton(KeyButton::Kind::Plain, this))
    , m_out(new KeyButton(KeyButton::Kind::Plain, this))
    , m_move(new CashMovePanel)
    , m_finish(new KeyButton(KeyButton::Kind::Primary, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(24));
    auto* start = new QVBoxLayout;
    start->setSpacing(px(12));
    start->addWidget(m_list, 1);
    auto* moves = new QHBoxLayout;
    moves->addWidget(m_in);
    moves->addWidget(m_out);
    moves->addStretch(1);
    start->addLayout(moves);
    row->addLayout(start, 1);
    auto* column = new QVBoxLayout;
    row->addLayout(column, 1);
    column->addWidget(m_title);
    column->addWidget(m_steps, 1);
    column->addWidget(m_finish, 0, Qt::AlignLeading);
    m_title->setBold(true);
    m_finish->setKey(keyText(Command::Finish));

    m_steps->addWidget(m_nothing);
    m_steps->addWidget(makeOpen());
    m_steps->addWidget(makeCount());
    m_steps->addWidget(makeDifference());
    m_steps->addWidget(makeConfirm());
    m_steps->addWidget(m_move);
    m_in->setKey(u"Ctrl+1"_s);
    m_out->setKey(u"Ctrl+2"_s);
    connect(m_in, &QPushButton::clicked, this, [this] { beginMove(CashDirection::In); });
    connect(m_out, &QPushButton::clicked, this, [this] { beginMove(CashDirection::Out); });
    connect(m_move, &CashMovePanel::entered, this, &CashPage::finish);

    connect(m_list, &DataTable::chosen, this, &CashPage::chosen);
    connect(m_list, &DataTable::opened, this, [this](qint64 id) {
        chosen(id);
        focusStep();
    });
    connect(m_finish, &QPushButton::clicked, this, &CashPage::finish);
    connect(&presenter, &CashPresenter::loaded, this, &CashPage::refresh);
    connect(&presenter, &CashPresenter::failed, this, &Page::failed);
    connect(&presenter, &CashPresenter::opened, this, [this](const QString& counter) {
        m_float->clear();
        Q_EMIT said(Tone::Success, tr("The drawer of counter %1 is open.").arg(isolateLtr(counter)));
    });
    connect(&presenter, &CashPresenter::moved, this, [this](const CashMove& move) {
        if (m_step == Step::Move) go(m_beforeMove);
        m_list->setFocus();
        const QString amount = moneyText(move.amount, uiLanguage());
        Q_EMIT said(Tone::Success,
            move.direction == CashDirection::In
                ? tr("%1 is in the drawer, with its reason.").arg(amount)
                : tr("%1 is out of the drawer, with its reason.").arg(amount));
    });
    connect(&presenter, &CashPresenter::counted, this,
        [this](const CountResult& result) { showDifference(result.counted, result.expected); });
    connect(&presenter, &CashPresenter::summarised, this, [this](const ShiftSummary& summary) {
        if (summary.count) {
            m_countedAmount = summary.count->counted;
            m_expectedAmount = summary.count->expected;
        }
        askConfirmation();
    });
    connect(&presenter, &CashPresenter::closed, this, [this](const ShiftSummary& summary) {
        m_reason->clear();
        m_grid->clear();
        Q_EMIT said(Tone::Success,
            tr("The shift of %1 is closed and waits for its sign-off.")
                .arg(isolateAuto(summary.shift.clerk)));
    });
    connect(&presenter, &CashPresenter::signedOff, this,
        [this] { Q_EMIT said(Tone::Success, tr("The shift is signed off.")); });
    connect(&presenter, &CashPresenter::dayClosed, this, [this](const DayClose& close, const QString& path) {
        QString text = tr("The day %1 is closed as number %2.")
                           .arg(isolateLtr(dateText(close.businessDay)), isolateLtr(close.numberText()));
        if (!path.isEmpty())
            text += u' ' + tr("Saved as %1.").arg(isolateLtr(QDir::toNativeSeparators(path)));
        Q_EMIT said(Tone::Success, text);
    });
    retranslate();
}

QWidget* CashPage::makeOpen()
{
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    m_float = new MoneyEdit;
    m_floatRow = new FieldRow({}, m_float);
    column->addWidget(m_floatRow);
    column->addStretch(1);
    return panel;
}

QWidget* CashPage::makeCount()
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    m_grid = new CountGrid;
    area->setWidget(m_grid);
    return area;
}

QWidget* CashPage::makeDifference()
{
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    m_counted = new Label(TextSize::Body);
    m_expected = new Label(TextSize::Body);
    m_difference = new Label(TextSize::Heading);
    m_difference->setBold(true);
    m_reason = new NameEdit;
    m_reasonRow = new FieldRow({}, m_reason);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_counted, m_expected, m_difference, m_reasonRow})
        column->addWidget(widget);
    column->addStretch(1);
    return panel;
}

QWidget* CashPage::makeConfirm()
{
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    m_confirmText = new Label(TextSize::Body);
    m_confirmText->setWrapping(true);
    m_user = new LtrEdit;
    m_userRow = new FieldRow({}, m_user);
    m_pin = new LtrEdit;
    m_pin->setEchoMode(QLineEdit::Password);
    m_pinRow = new FieldRow({}, m_pin);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_confirmText, m_userRow, m_pinRow})
        column->addWidget(widget);
    column->addStretch(1);
    connect(m_user, &QLineEdit::returnPressed, m_pin, qOverload<>(&QWidget::setFocus));
    connect(m_pin, &QLineEdit::returnPressed, this, &CashPage::finish);
    return panel;
}

void CashPage::arrive()
{
    m_list->setFocus();
    m_presenter.load();
}

std::vector<KeyHint> CashPage::hints() const
{
    std::vector<KeyHint> list{{u"↑ ↓"_s, tr("Move")}};
    if (m_step != Step::Nothing) {
        list.push_back({u"Enter"_s, tr("Next field")});
        list.push_back({u"Ctrl+Enter"_s, m_finish->text()});
        list.push_back({u"Esc"_s, tr("Back to the list")});
    }
    if (mayMove() && m_step != Step::Move) list.push_back({u"Ctrl+1…2"_s, tr("Cash in or out")});
    return list;
}

bool CashPage::mayMove() const
{
    return m_presenter.hasDrawer();
}

void CashPage::beginMove(CashDirection direction)
{
    if (!mayMove()) return;
    if (m_step != Step::Move) m_beforeMove = m_step;
    m_move->begin(direction);
    go(Step::Move);
    m_move->takeFocus();
}

bool CashPage::perform(Command command, int number)
{
    if (command == Command::Nth) {
        if (!mayMove() || number > 2) return false;
        beginMove(number == 1 ? CashDirection::In : CashDirection::Out);
        return true;
    }
    if (command == Command::Finish) {
        finish();
        return true;
    }
    if (command == Command::Back && !m_list->hasFocus()) {
        if (m_step == Step::Move) {
            m_list->setFocus();
            go(m_beforeMove);
        } else if (m_step == Step::Difference) {
            go(Step::Count);
            m_grid->takeFocus();
        } else {
            m_list->setFocus();
        }
        return true;
    }
    return false;
}

const Shift* CashPage::shift() const
{
    const auto index = static_cast<std::size_t>(m_row - 1);
    return m_row >= 1 && m_row < kFirstDayRow && index < m_presenter.shifts().size()
        ? &m_presenter.shifts()[index]
        : nullptr;
}

QDate CashPage::day() const
{
    const auto index = static_cast<std::size_t>(m_row - kFirstDayRow);
    return m_row >= kFirstDayRow && index < m_presenter.days().size() ? m_presenter.days()[index] : QDate();
}

CashPage::Subject CashPage::subject() const
{
    if (const Shift* chosen = shift()) return {chosen->id, chosen->state, {}};
    return {{}, {}, day()};
}

void CashPage::refresh()
{
    std::vector<TableRow> rows;
    int same = -1;
    const auto add = [&](TableRow row, bool isSubject) {
        if (isSubject) same = static_cast<int>(rows.size());
        rows.push_back(std::move(row));
    };
    qint64 number = 0;
    for (const Shift& shift : m_presenter.shifts())
        add({++number,
                {isolateLtr(shift.counter) + u" · "_s + isolateAuto(shift.clerk), dateText(shift.businessDay),
                    stateText(shift.state)},
                shift.state == ShiftState::Open ? Tone::Plain : Tone::Warning},
            shift.id == m_subject.shift);
    number = kFirstDayRow;
    for (const QDate& day : m_presenter.days())
        add({number++, {tr("Day"), dateText(day), tr("To be closed")}, Tone::Warning}, day == m_subject.day);
    // What the days before left open comes before a new drawer.
    if (m_presenter.drawerMissing())
        add({kOpenRow, {tr("This counter"), {}, tr("Drawer not open")}, Tone::Warning}, m_row == kOpenRow);
    for (auto* button : {m_in, m_out})
        button->setVisible(mayMove());
    const bool nothing = rows.empty();
    m_list->rows().setRows(std::move(rows));
    if (nothing)
        chosen(0);
    else
        m_list->choose(std::max(0, same));
}

void CashPage::chosen(qint64 row)
{
    const bool sameRow = row == m_row;
    if (m_step == Step::Move && !sameRow && m_list->hasFocus()) m_step = m_beforeMove;
    m_row = row;
    const Subject now = subject();
    if (now == m_subject && (sameRow || row < kOpenRow) && row != 0 && m_step != Step::Nothing) return;
    m_subject = now;
    m_grid->clear();
    m_reason->clear();
    m_pin->clear();
    m_pinRow->setFault(Fault::None, {});
    if (row == kOpenRow) return go(Step::Open);
    if (now.day.isValid()) return askConfirmation();
    if (now.shift.isNull()) return go(Step::Nothing);
    if (now.state == ShiftState::Closed) return m_presenter.showSummary(now.shift);
    go(Step::Count);
}

void CashPage::go(Step step)
{
    m_step = step;
    m_steps->setCurrentIndex(static_cast<int>(step));
    m_finish->setVisible(step != Step::Nothing);
    switch (step) {
    case Step::Nothing:
        m_title->setText({});
        break;
    case Step::Open:
        m_title->setText(tr("Open the drawer"));
        m_finish->setText(tr("Open the drawer"));
        break;
    case Step::Count:
        m_title->setText(tr("Count the drawer"));
        m_finish->setText(tr("Keep this count"));
        break;
    case Step::Difference:
        m_title->setText(tr("Difference"));
        m_finish->setText(tr("Close the shift"));
        break;
    case Step::Confirm:
        m_title->setText(day().isValid() ? tr("Close the day %1").arg(isolateLtr(dateText(day())))
                                         : tr("Sign off the shift"));
        m_finish->setText(day().isValid() ? tr("Close the day") : tr("Sign off"));
        break;
    case Step::Move: {
        const bool in = m_move->direction() == CashDirection::In;
        m_title->setText(in ? tr("Cash into the drawer") : tr("Cash out of the drawer"));
        m_finish->setText(in ? tr("Put it in") : tr("Take it out"));
        break;
    }
    }
    if (!m_list->hasFocus() && isVisible()) focusStep();
    Q_EMIT hintsChanged();
}

void CashPage::focusStep()
{
    if (m_step == Step::Open) m_float->setFocus();
    if (m_step == Step::Count) m_grid->takeFocus();
    if (m_step == Step::Difference) m_reason->setFocus();
    if (m_step == Step::Confirm) m_pin->setFocus();
    if (m_step == Step::Move) m_move->takeFocus();
}

void CashPage::showDifference(Money counted, Money expected)
{
    const Language language = uiLanguage();
    m_countedAmount = counted;
    m_expectedAmount = expected;
    const Money difference = counted - expected;
    m_counted->setText(tr("Counted: %1").arg(moneyText(counted, language)));
    m_expected->setText(tr("Expected: %1").arg(moneyText(expected, language)));
    m_difference->setTone(difference.isZero() ? Tone::Success : Tone::Error);
    m_difference->setText(difference.isZero() ? tr("No difference")
            : difference.isNegative()         ? tr("Short: %1").arg(moneyText(difference, language))
                                              : tr("Over: %1").arg(moneyText(difference, language)));
    m_reasonRow->setVisible(!difference.isZero());
    if (!difference.isZero())
        Q_EMIT told(Tone::Warning, [difference] {
            return tr("The difference is %1. The count is kept. Count again or write the reason.")
                .arg(moneyText(difference, uiLanguage()));
        });
    m_finish->setFocus();
    go(Step::Difference);
}

void CashPage::askConfirmation()
{
    const Language language = uiLanguage();
    m_user->setText(m_presenter.user());
    m_confirmText->setText(day().isValid()
            ? tr("After this the day is read-only and numbered. Corrections are documents of a later day.")
            : tr("Counted %1, expected %2, difference %3.")
                  .arg(moneyText(m_countedAmount, language), moneyText(m_expectedAmount, language),
                      moneyText(m_countedAmount - m_expectedAmount, language)));
    go(Step::Confirm);
}

void CashPage::finish()
{
    const Shift* chosen = shift();
    switch (m_step) {
    case Step::Nothing:
        return;
    case Step::Open: {
        const auto amount = m_float->isEmpty() ? Result<Money>(Money()) : m_float->amount();
        if (!amount) return Q_EMIT failed(amount.error());
        return m_presenter.openDrawer(*amount);
    }
    case Step::Count:
        if (chosen) m_presenter.count(chosen->id, m_grid->count());
        return;
    case Step::Difference:
        if (chosen) m_presenter.close(chosen->id, m_reason->text().trimmed());
        return;
    case Step::Confirm: {
        // Nothing typed is no try.
        if (m_pin->text().trimmed().isEmpty()) {
            m_pinRow->explain(Fault::Block, [] { return tr("Type the PIN first."); });
            return m_pin->setFocus();
        }
        m_pinRow->setFault(Fault::None, {});
        const Confirmation confirmation{m_user->text().trimmed(), m_pin->text()};
        m_pin->clear();
        if (day().isValid()) return m_presenter.closeDay(day(), confirmation, uiLanguage());
        if (chosen) m_presenter.signOff(chosen->id, confirmation);
        return;
    }
    case Step::Move:
        if (const auto move = m_move->move()) m_presenter.move(*move);
        return;
    }
}

void CashPage::retranslate()
{
    m_list->setAccessibleName(tr("Drawers and days"));
    m_list->setColumns(
        {{tr("Counter")}, {tr("Day"), ColumnKind::Code, 112}, {tr("State"), ColumnKind::Short, 140}});
    m_nothing->show(tr("Every drawer is counted and every day is closed."));
    m_nothing->setVisible(m_step == Step::Nothing);
    m_floatRow->setLabel(tr("Opening float"));
    m_reasonRow->setLabel(tr("Reason of the difference"), true);
    m_reasonRow->setHint(tr("It stays readable in the books: no names or numbers of customers."));
    m_userRow->setLabel(tr("Signed off by"), true);
    m_pinRow->setLabel(tr("PIN"), true);
    m_grid->retranslate();
    m_move->retranslate();
    m_in->setText(tr("Cash in"));
    m_out->setText(tr("Cash out"));
    refresh();
    go(m_step);
    if (m_step == Step::Difference) showDifference(m_countedAmount, m_expectedAmount);
    if (m_step == Step::Confirm) askConfirmation();
}

} // namespace sanad
