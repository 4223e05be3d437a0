#include "ui/queue/serve_page.h"

#include "core/base/isolates.h"
#include "ui/customers/customer_matches.h"
#include "ui/queue/line_picker.h"
#include "ui/text/format.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/scan_burst.h"
#include "ui/widgets/ui_language.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

ServePage::ServePage(
    QueuePresenter& queue, CustomersPresenter& customers, CurrentVisit& visit, QWidget* parent)
    : Page(parent)
    , m_queue(queue)
    , m_customers(customers)
    , m_visit(visit)
    , m_search(new NameEdit(this))
    , m_call(new KeyButton(KeyButton::Kind::Primary, this))
    , m_newTicket(new KeyButton(KeyButton::Kind::Plain, this))
    , m_stack(new QStackedWidget(this))
    , m_waitingTitle(new Label(TextSize::Body))
    , m_waiting(new DataTable)
    , m_nobody(new EmptyState(Glyph::People))
    , m_heldTitle(new Label(TextSize::Body))
    , m_held(new DataTable)
    , m_nothingHeld(new EmptyState(Glyph::Hold))
    , m_matches(new CustomerMatches(customers))
    , m_picker(new LinePicker(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_top = new QBoxLayout(QBoxLayout::LeftToRight);
    auto* buttons = new QHBoxLayout;
    m_top->addWidget(m_search, 1);
    buttons->addWidget(m_call);
    buttons->addWidget(m_newTicket);
    m_top->addLayout(buttons);
    column->addLayout(m_top);
    column->addWidget(m_stack, 1);
    auto* lists = new QWidget(this);
    auto* listColumn = new QVBoxLayout(lists);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(px(6));
    listColumn->addWidget(m_waitingTitle);
    listColumn->addWidget(m_waiting, 3);
    listColumn->addSpacing(px(8));
    listColumn->addWidget(m_heldTitle);
    listColumn->addWidget(m_held, 2);
    m_stack->addWidget(lists);
    m_stack->addWidget(m_matches);
    m_waitingTitle->setBold(true);
    m_heldTitle->setBold(true);
    m_waiting->setEmptyState(m_nobody);
    m_held->setEmptyState(m_nothingHeld);
    m_waiting->setFocusPolicy(Qt::ClickFocus);
    m_call->setKey(keyText(Command::CallNext));
    m_newTicket->setKey(keyText(Command::NewTicket));
    m_call->setFocusPolicy(Qt::TabFocus);
    m_newTicket->setFocusPolicy(Qt::TabFocus);

    m_search->installEventFilter(this);
    auto* scanner = new ScanBurst(m_search);
    connect(scanner, &ScanBurst::scanned, this, [this](const QString& text) {
        m_customers.search(text);
        m_enterWaits = true;
    });
    connect(m_call, &QPushButton::clicked, &queue, &QueuePresenter::callNext);
    connect(m_newTicket, &QPushButton::clicked, this, [this] { m_picker->open(m_queue.lines()); });
    connect(m_search, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_stack->setCurrentIndex(text.trimmed().isEmpty() ? 0 : 1);
        m_enterWaits = false;
        m_customers.search(text);
        Q_EMIT hintsChanged();
    });
    connect(&customers, &CustomersPresenter::found, this, [this] {
        if (isVisible() && std::exchange(m_enterWaits, false)) chooseMatch();
    });
    connect(&customers, &CustomersPresenter::failed, this, &Page::failed);
    connect(m_matches, &DataTable::opened, this,
        [this](qint64 id) { m_customers.choose(CustomerId::fromRaw(id)); });
    connect(
        m_held, &DataTable::opened, this, [this](qint64 id) { m_queue.resume(TransactionId::fromRaw(id)); });
    connect(m_picker, &LinePicker::picked, &queue, &QueuePresenter::issue);
    connect(m_picker, &LinePicker::picked, m_search, qOverload<>(&QWidget::setFocus));
    connect(m_picker, &LinePicker::left, m_search, qOverload<>(&QWidget::setFocus));
    connect(&queue, &QueuePresenter::loaded, this, &ServePage::refresh);
    connect(&queue, &QueuePresenter::issued, this, [this](const Ticket& ticket) {
        Q_EMIT said(Tone::Success, tr("Ticket %1 was issued.").arg(isolateLtr(ticket.number)));
    });
    connect(&queue, &QueuePresenter::called, this, [this](const Ticket& ticket) {
        Q_EMIT said(Tone::Success,
            tr("Ticket %1 was called. Press Enter when the person has come.").arg(isolateLtr(ticket.number)));
    });
    connect(&queue, &QueuePresenter::failed, this, &Page::failed);
    connect(&visit, &CurrentVisit::changed, this, &Page::hintsChanged);
    retranslate();
}

void ServePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    // A name wants its line: beside the buttons where there is room for it, else above them.
    const int buttons = m_call->sizeHint().width() + m_newTicket->sizeHint().width();
    m_top->setDirection(width() - buttons < px(280) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ServePage::arrive()
{
    m_search->clear();
    m_customers.search({});
    m_stack->setCurrentIndex(0);
    m_deleteAsked = false;
    m_search->setFocus();
    m_queue.load();
}

std::vector<KeyHint> ServePage::hints() const
{
    std::vector<KeyHint> list;
    if (!m_search->text().trimmed().isEmpty())
        list = {{u"Enter"_s, tr("Choose the customer")}, {u"↑ ↓"_s, tr("Move")}, {u"Esc"_s, tr("Clear")}};
    else if (m_visit.awaitsArrival())
        list = {{u"Enter"_s, tr("The person has come")}, {u"Shift+F2"_s, tr("Call again")},
            {u"Ctrl+F2"_s, tr("Did not come")}};
    else
        list = {
            {u"F2"_s, tr("Call next")}, {u"Insert"_s, tr("New ticket")}, {u"Shift+F7"_s, tr("Work on hold")}};
    list.push_back({u"Ctrl+K"_s, tr("All commands")});
    list.push_back({u"Ctrl+L"_s, tr("Lock")});
    return list;
}

bool ServePage::perform(Command command, int)
{
    switch (command) {
    case Command::CallNext:
        m_queue.callNext();
        return true;
    case Command::Recall:
        m_queue.recall();
        return true;
    case Command::NoShow:
        m_queue.noShow();
        return true;
    case Command::NewTicket:
        m_picker->open(m_queue.lines());
        return true;
    case Command::HeldList:
        m_held->choose(std::max(0, m_held->currentIndex().row()));
        m_held->setFocus();
        return true;
    case Command::Back:
        if (m_search->text().isEmpty() && m_search->hasFocus()) return true;
        arrive();
        Q_EMIT hintsChanged();
        return true;
    default:
        return false;
    }
}

void ServePage::enter()
{
    if (!m_search->text().trimmed().isEmpty()) {
        if (m_customers.searching())
            m_enterWaits = true;
        else
            chooseMatch();
        return;
    }
    if (m_visit.awaitsArrival()) {
        Q_EMIT said(Tone::Plain, {});
        return m_queue.arrived();
    }
    if (m_visit.customer()) return m_visit.goOn();
    if (const auto* work = m_queue.leftOpen(); work && !m_visit.hasWork()) m_queue.resume(work->id);
}

void ServePage::chooseMatch()
{
    if (m_matches->currentId() != 0)
        m_customers.choose(CustomerId::fromRaw(m_matches->currentId()));
    else
        Q_EMIT newCustomerWanted(m_search->text());
}

void ServePage::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const auto pick = [arabic](const QString& ar, const QString& en) {
        return arabic ? (ar.isEmpty() ? en : ar) : (en.isEmpty() ? ar : en);
    };
    std::vector<TableRow> waiting;
    for (const auto& ticket : m_queue.waiting()) {
        QString line = ticket.line;
        for (const auto& known : m_queue.lines())
            if (known.code == ticket.line) line = pick(known.nameAr, known.nameEn);
        const auto minutes = static_cast<int>(ticket.issuedAt.secsTo(QDateTime::currentDateTimeUtc()) / 60);
        waiting.push_back({ticket.id.raw(),
            {ticket.number, line, timeText(ticket.issuedAt), tr("%n min", nullptr, std::max(0, minutes))},
            Tone::Plain});
    }
    m_waitingTitle->setText(
        tr("Waiting: %1").arg(isolateLtr(numberText(static_cast<qint64>(waiting.size())))));
    m_waiting->rows().setRows(std::move(waiting));

    std::vector<TableRow> held;
    for (const auto& work : m_queue.held())
        held.push_back({work.id.raw(),
            {pick(work.customerAr, work.customerEn), pick(work.serviceAr, work.serviceEn),
                timeText(work.savedAt)},
            work.held ? Tone::Plain : Tone::Warning});
    m_held->rows().setRows(std::move(held));
    offerLeftOpen();
}

void ServePage::offerLeftOpen()
{
    const auto* work = m_queue.leftOpen();
    if (!work || m_visit.hasWork() || m_offered == work->id.text() || !isVisible()) return;
    m_offered = work->id.text();
    Q_EMIT told(Tone::Warning, [arabic = work->customerAr, english = work->customerEn, at = work->savedAt] {
        const QString who = uiLanguage() == Language::Arabic || english.isEmpty() ? arabic : english;
        return tr("The program ended suddenly. The transaction of %1 was restored as it was at %2. Enter "
                  "continues, Delete twice discards it.")
            .arg(isolateAuto(who), isolateLtr(timeText(at)));
    });
}

void ServePage::retranslate()
{
    m_search->setPlaceholderText(tr("Civil number, name, mobile, passport or CR"));
    m_search->setAccessibleName(tr("Search"));
    m_call->setText(tr("Call next"));
    m_newTicket->setText(tr("New ticket"));
    m_heldTitle->setText(tr("Work on hold"));
    m_waiting->setAccessibleName(tr("Waiting"));
    m_held->setAccessibleName(tr("Work on hold"));
    m_waiting->setColumns({{tr("Ticket"), ColumnKind::Code, 110}, {tr("Line")},
        {tr("Since"), ColumnKind::Code, 90}, {tr("Waiting time"), ColumnKind::Short, 130}});
    m_held->setColumns({{tr("Customer")}, {tr("Service")}, {tr("Saved"), ColumnKind::Code, 90}});
    m_nobody->show(tr("Nobody is waiting."), u"Insert"_s, tr("New ticket"));
    m_nothingHeld->show(tr("No work is on hold."), u"F7"_s, tr("sets aside what you are doing"));
    refresh();
}

bool ServePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    auto* list = m_stack->currentIndex() == 1 ? static_cast<DataTable*>(m_matches) : m_waiting;
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key.modifiers() & ~Qt::KeypadModifier) return false;
        enter();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        list->choose(list->currentIndex().row() + (key.key() == Qt::Key_Down ? 1 : -1));
        return true;
    case Qt::Key_Delete: {
        const auto* work = m_queue.leftOpen();
        if (!m_search->text().isEmpty() || !work) return false;
        if (std::exchange(m_deleteAsked, !m_deleteAsked))
            m_queue.discard(work->id);
        else
            Q_EMIT told(Tone::Warning,
                [] { return tr("Press Delete once more to discard the restored transaction."); });
        return true;
    }
    default:
        return Page::eventFilter(watched, event);
    }
}

} // namespace sanad
