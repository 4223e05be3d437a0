#include "ui/privacy/privacy_page.h"

#include "core/base/isolates.h"
#include "core/privacy/erasure.h"
#include "ui/approval/approval_dialog.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QComboBox>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kSoonDays = 7, kSoonHours = 24;
constexpr RequestKind kKinds[] = {RequestKind::Access, RequestKind::Correction, RequestKind::Restriction,
    RequestKind::Erasure, RequestKind::Objection};

Tone toneOf(bool overdue, bool soon)
{
    return overdue ? Tone::Error : soon ? Tone::Warning : Tone::Plain;
}

} // namespace

PrivacyPage::PrivacyPage(PrivacyPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_summary(new Label(TextSize::Heading, this))
    , m_requests(new DataTable(this))
    , m_noRequests(new EmptyState(Glyph::Tick))
    , m_answer(new NameEdit(this))
    , m_answerRow(new FieldRow({}, m_answer, this))
    , m_answered(new KeyButton(KeyButton::Kind::Primary, this))
    , m_refused(new KeyButton(KeyButton::Kind::Plain, this))
    , m_breachTitle(new Label(TextSize::Body, this))
    , m_breaches(new DataTable(this))
    , m_noBreaches(new EmptyState(Glyph::Tick))
    , m_reported(new KeyButton(KeyButton::Kind::Plain, this))
    , m_told(new KeyButton(KeyButton::Kind::Plain, this))
    , m_closed(new KeyButton(KeyButton::Kind::Plain, this))
    , m_search(new NameEdit(this))
    , m_searchRow(new FieldRow({}, m_search, this))
    , m_matches(new DataTable(this))
    , m_state(new Label(TextSize::Small, this))
    , m_kind(new QComboBox(this))
    , m_kindRow(new FieldRow({}, m_kind, this))
    , m_words(new NameEdit(this))
    , m_wordsRow(new FieldRow({}, m_words, this))
    , m_take(new KeyButton(KeyButton::Kind::Primary, this))
    , m_copy(new KeyButton(KeyButton::Kind::Plain, this))
    , m_restrict(new KeyButton(KeyButton::Kind::Plain, this))
    , m_erase(new KeyButton(KeyButton::Kind::Plain, this))
    , m_breach(new KeyButton(KeyButton::Kind::Plain, this))
    , m_notice(new KeyButton(KeyButton::Kind::Plain, this))
    , m_keeping(new KeyButton(KeyButton::Kind::Plain, this))
{
    build();
    connectButtons();
    connect(m_search, &QLineEdit::textEdited, &m_presenter, &PrivacyPresenter::find);
    connect(m_matches, &DataTable::chosen, this, [this] { enableButtons(); });
    connect(m_requests, &DataTable::chosen, this, [this] { enableButtons(); });
    connect(m_breaches, &DataTable::chosen, this, [this] { enableButtons(); });
    connect(&m_presenter, &PrivacyPresenter::loaded, this, &PrivacyPage::refresh);
    connect(&m_presenter, &PrivacyPresenter::found, this, &PrivacyPage::showMatches);
    connect(&m_presenter, &PrivacyPresenter::done, this, [this] {
        m_answer->clear();
        m_words->clear();
        Q_EMIT said(Tone::Success, tr("Saved."));
    });
    connect(&m_presenter, &PrivacyPresenter::erased, this, [this] {
        m_search->clear();
        Q_EMIT said(Tone::Success, tr("Erased. What tax law needs stays without the name."));
    });
    connect(&m_presenter, &PrivacyPresenter::saved, this, [this](const QString& path) {
        Q_EMIT said(Tone::Success, tr("It is in %1.").arg(isolateLtr(path)));
    });
    connect(&m_presenter, &PrivacyPresenter::failed, this, [this](const Error& error) {
        if (isVisible()) Q_EMIT failed(error);
    });
    retranslate();
}

void PrivacyPage::build()
{
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(px(20));
    const auto row = [](std::initializer_list<QWidget*> widgets) {
        auto* line = new QHBoxLayout;
        for (QWidget* widget : widgets)
            line->addWidget(widget);
        line->addStretch();
        return line;
    };

    auto* registers = new QVBoxLayout;
    registers->setSpacing(px(8));
    registers->addWidget(m_summary);
    registers->addWidget(m_requests, 3);
    registers->addWidget(m_answerRow);
    registers->addLayout(row({m_answered, m_refused}));
    registers->addWidget(m_breachTitle);
    registers->addWidget(m_breaches, 2);
    registers->addLayout(row({m_reported, m_told, m_closed}));
    whole->addLayout(registers, 7);

    auto* person = new QVBoxLayout;
    person->setSpacing(px(8));
    person->addWidget(m_searchRow);
    person->addWidget(m_matches, 1);
    person->addWidget(m_state);
    person->addLayout(row({m_copy, m_restrict, m_erase}));
    person->addWidget(m_kindRow);
    person->addWidget(m_wordsRow);
    person->addLayout(row({m_take, m_breach}));
    person->addWidget(m_notice);
    person->addWidget(m_keeping);
    whole->addLayout(person, 4);

    m_summary->setBold(true);
    m_breachTitle->setBold(true);
    m_state->setWrapping(true);
    m_state->setSecondary(true);
    m_requests->setEmptyState(m_noRequests);
    m_breaches->setEmptyState(m_noBreaches);
    m_answered->setKey(keyText(Command::Finish));
    m_take->setKey(keyText(Command::NewTicket));
    m_notice->setKey(keyText(Command::Pdf));
    m_keeping->setKey(u"Ctrl+1"_s);
}

void PrivacyPage::connectButtons()
{
    connect(m_answered, &QPushButton::clicked, this, [this] { close(RequestState::Done); });
    connect(m_refused, &QPushButton::clicked, this, [this] { close(RequestState::Refused); });
    using Step = PrivacyPresenter::BreachStep;
    for (const auto& [button, step] :
        {std::pair{m_reported, Step::Reported}, {m_told, Step::Told}, {m_closed, Step::Closed}})
        connect(button, &QPushButton::clicked, this, [this, step = step] {
            if (const qint64 number = m_breaches->currentId(); number != 0)
                m_presenter.takeBreachOn(number, step, m_answer->text());
        });
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (!customer().isNull())
            m_presenter.takeRequest(
                customer(), static_cast<RequestKind>(m_kind->currentData().toInt()), m_words->text());
    });
    connect(m_breach, &QPushButton::clicked, this, [this] {
        std::vector<CustomerId> people;
        if (!customer().isNull()) people.push_back(customer());
        m_presenter.recordBreach(m_words->text(), people);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (!customer().isNull()) m_presenter.exportSubject(customer());
    });
    connect(m_restrict, &QPushButton::clicked, this, [this] {
        if (!customer().isNull())
            m_presenter.setRestricted(customer(), !m_presenter.isRestricted(customer()));
    });
    connect(m_erase, &QPushButton::clicked, this, &PrivacyPage::askErasure);
    connect(m_keeping, &QPushButton::clicked, this, [this] { Q_EMIT wanted(u"keeping"_s); });
    connect(m_notice, &QPushButton::clicked, this, [this] { m_presenter.printNotice(uiLanguage()); });
}

void PrivacyPage::arrive()
{
    m_presenter.load();
    m_search->setFocus();
}

std::vector<KeyHint> PrivacyPage::hints() const
{
    return {{u"Ctrl+Enter"_s, tr("Answered")}, {keyText(Command::NewTicket), tr("Take a request")},
        {u"Ctrl+P"_s, tr("Privacy notice")}, {u"Ctrl+1"_s, tr("How long papers are kept")},
        {u"Tab"_s, tr("Next field")}};
}

bool PrivacyPage::perform(Command command, int number)
{
    const auto press = [](KeyButton* button) {
        button->click();
        return true;
    };
    if (command == Command::Finish) return press(m_answered);
    if (command == Command::NewTicket) return press(m_take);
    if (command == Command::Pdf) return press(m_notice);
    if (command == Command::Nth && number == 1) return press(m_keeping);
    return false;
}

CustomerId PrivacyPage::customer() const
{
    return CustomerId::fromRaw(m_matches->currentId());
}

void PrivacyPage::askErasure()
{
    const CustomerId id = customer();
    if (id.isNull()) return;
    ApprovalDialog::ask(this, m_presenter.tasks(), m_presenter.session(),
        {erasureAct(id),
            tr("Everything about this customer is erased for good. Receipts stay without the name."), {}},
        [this, id](const Approval& approval) { m_presenter.erase(id, approval); });
}

void PrivacyPage::close(RequestState state)
{
    if (const qint64 number = m_requests->currentId(); number != 0)
        m_presenter.closeRequest(number, state, m_answer->text());
}

QString PrivacyPage::kindText(RequestKind kind) const
{
    switch (kind) {
    case RequestKind::Access:
        return tr("Copy of the data");
    case RequestKind::Correction:
        return tr("Correction");
    case RequestKind::Restriction:
        return tr("Restriction");
    case RequestKind::Erasure:
        return tr("Erasure");
    case RequestKind::Objection:
        return tr("Objection");
    }
    return {};
}

void PrivacyPage::refresh()
{
    const Language language = uiLanguage();
    std::vector<TableRow> rows;
    int open = 0;
    for (const PrivacyRequest& request : m_presenter.requests()) {
        const bool isOpen = request.state == RequestState::Open;
        const int left = request.daysLeft(m_presenter.today());
        QString state = request.state == RequestState::Done ? tr("Answered") : tr("Refused");
        if (isOpen)
            state =
                left < 0 ? tr("Overdue by %n day(s)", nullptr, -left) : tr("%n day(s) left", nullptr, left);
        open += isOpen ? 1 : 0;
        const QString name = m_presenter.customerName(request.customer, language);
        rows.push_back({request.number,
            {QString::number(request.number), kindText(request.kind), name.isEmpty() ? tr("erased") : name,
                dateText(request.dueOn), state},
            isOpen ? toneOf(left < 0, left <= kSoonDays) : Tone::Plain});
    }
    m_requests->rows().setRows(std::move(rows));

    rows.clear();
    int openBreaches = 0;
    for (const PrivacyBreach& breach : m_presenter.breaches()) {
        const int left = breach.hoursLeft(m_presenter.now());
        const bool reported = breach.reportedAt.isValid();
        openBreaches += breach.closedAt.isValid() ? 0 : 1;
        QString state = tr("Reported");
        if (breach.closedAt.isValid())
            state = tr("Closed");
        else if (!reported)
            state =
                left < 0 ? tr("Overdue by %n hour(s)", nullptr, -left) : tr("%n hour(s) left", nullptr, left);
        rows.push_back({breach.number,
            {QString::number(breach.number), breach.words, dateTimeText(breach.foundAt),
                numberText(static_cast<std::int64_t>(breach.people.size())), state},
            reported ? Tone::Plain : toneOf(left < 0, left <= kSoonHours)});
    }
    m_breaches->rows().setRows(std::move(rows));

    const int overdue = m_presenter.overdue();
    m_summary->setTone(overdue > 0 ? Tone::Error : Tone::Plain);
    m_summary->setText(overdue > 0 ? tr("Overdue: %1").arg(isolateLtr(QString::number(overdue)))
                                   : tr("Open requests: %1").arg(isolateLtr(QString::number(open))));
    m_breachTitle->setText(tr("Open breaches: %1").arg(isolateLtr(QString::number(openBreaches))));
    enableButtons();
}

void PrivacyPage::showMatches()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    std::vector<TableRow> rows;
    for (const CustomerMatch& match : m_presenter.matches()) {
        const QString& first = arabic ? match.nameAr : match.nameEn;
        rows.push_back({match.id.raw(),
            {first.isEmpty() ? (arabic ? match.nameEn : match.nameAr) : first, match.maskedIdentifier},
            Tone::Plain});
    }
    m_matches->rows().setRows(std::move(rows));
    if (!m_presenter.matches().empty()) m_matches->choose(0);
    enableButtons();
}

void PrivacyPage::enableButtons()
{
    const CustomerId id = customer();
    const bool restricted = !id.isNull() && m_presenter.isRestricted(id);
    for (auto* button : {m_take, m_copy, m_restrict, m_erase})
        button->setEnabled(!id.isNull());
    for (auto* button : {m_answered, m_refused})
        button->setEnabled(m_requests->currentId() != 0);
    for (auto* button : {m_reported, m_told, m_closed})
        button->setEnabled(m_breaches->currentId() != 0);
    m_restrict->setText(restricted ? tr("Lift the restriction") : tr("Restrict"));
    const int beingSent = restricted ? m_presenter.beingSent(id) : 0;
    m_state->setText(id.isNull() ? tr("Choose a customer.")
            : beingSent > 0 ? tr("Restricted: nothing new is done or sent with this record. %n message(s) "
                                 "went out before and can't be held back.",
                                  nullptr, beingSent)
            : restricted    ? tr("Restricted: nothing new is done or sent with this record.")
                            : tr("Not restricted."));
    m_state->setTone(restricted ? Tone::Warning : Tone::Plain);
}

void PrivacyPage::retranslate()
{
    m_requests->setAccessibleName(tr("Requests"));
    m_breaches->setAccessibleName(tr("Breaches"));
    m_matches->setAccessibleName(tr("Customers"));
    m_requests->setColumns({{tr("No."), ColumnKind::Code, 50}, {tr("Request"), ColumnKind::Short},
        {tr("Customer")}, {tr("Answer by"), ColumnKind::Code, 115}, {tr("State"), ColumnKind::Short}});
    m_breaches->setColumns(
        {{tr("No."), ColumnKind::Code, 60}, {tr("What happened")}, {tr("Found"), ColumnKind::Code, 170},
            {tr("People"), ColumnKind::Amount, 80}, {tr("State"), ColumnKind::Short, 150}});
    m_matches->setColumns({{tr("Customer")}, {tr("Identifier"), ColumnKind::Code, 120}});
    m_noRequests->show(tr("Nobody has asked for anything. Choose a customer and press Insert."));
    m_noBreaches->show(tr("No breach was recorded."));
    m_answerRow->setLabel(tr("Answer, or reference of the authority"));
    m_answered->setText(tr("Answered"));
    m_refused->setText(tr("Refused"));
    m_reported->setText(tr("Reported to the authority"));
    m_told->setText(tr("People were told"));
    m_closed->setText(tr("Close"));
    m_searchRow->setLabel(tr("Customer: name, number or phone"));
    m_kindRow->setLabel(tr("What is asked for"));
    m_wordsRow->setLabel(tr("In the person's words, or what happened"));
    m_take->setText(tr("Take a request"));
    m_breach->setText(tr("Record a breach"));
    m_copy->setText(tr("Give a copy"));
    m_erase->setText(tr("Erase"));
    m_notice->setText(tr("Privacy notice"));
    m_keeping->setText(tr("How long papers are kept"));
    const int chosen = m_kind->currentIndex();
    m_kind->clear();
    for (const RequestKind kind : kKinds)
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_kind->setCurrentIndex(std::max(0, chosen));
    refresh();
    showMatches();
}

} // namespace sanad
