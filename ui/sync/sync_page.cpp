#include "ui/sync/sync_page.h"

#include "core/base/isolates.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::size_t kOutagesShown = 3;

/// One sentence for why a portal refused: its own words where it has any, else ours for its code.
QString reasonText(const FieldFault& fault, Language language)
{
    QString words = language == Language::Arabic ? fault.messageAr : fault.messageEn;
    if (words.isEmpty())
        words =
            hasErrorText(fault.code) ? errorText({{}, fault.code, {}, {}}, language).happened : fault.code;
    return fault.pointer.isEmpty() ? isolateAuto(words)
                                   : isolateLtr(fault.pointer) + u' ' + isolateAuto(words);
}

} // namespace

SyncPage::SyncPage(SyncPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_summary(new Label(TextSize::Heading))
    , m_send(new KeyButton(KeyButton::Kind::Primary))
    , m_channels(new DataTable)
    , m_noChannels(new EmptyState(Glyph::Sync))
    , m_asideTitle(new Label(TextSize::Body))
    , m_retryAll(new KeyButton(KeyButton::Kind::Plain))
    , m_aside(new DataTable)
    , m_nothingAside(new EmptyState(Glyph::Tick))
    , m_outages(new Label(TextSize::Small))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    auto* top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_send);
    column->addLayout(top);
    column->addWidget(m_channels, 2);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_asideTitle, 1);
    middle->addWidget(m_retryAll);
    column->addLayout(middle);
    column->addWidget(m_aside, 3);
    column->addWidget(m_outages);
    m_summary->setBold(true);
    m_asideTitle->setBold(true);
    m_outages->setSecondary(true);
    m_outages->setWrapping(true);
    m_send->setKey(keyText(Command::SyncNow));
    m_retryAll->setKey(keyText(Command::Finish));
    m_channels->setEmptyState(m_noChannels);
    m_aside->setEmptyState(m_nothingAside);

    connect(m_send, &QPushButton::clicked, &presenter, &SyncPresenter::sendNow);
    connect(m_retryAll, &QPushButton::clicked, this, [this] { m_presenter.retry({}); });
    connect(m_aside, &DataTable::opened, this, [this](qint64 id) {
        for (const OutboxRow& row : m_presenter.aside())
            if (row.id.raw() == id) m_presenter.retry(row.uuid);
    });
    connect(&presenter, &SyncPresenter::loaded, this, &SyncPage::refresh);
    connect(&presenter, &SyncPresenter::started, this,
        [this] { Q_EMIT said(Tone::Plain, tr("Sending. You can go on working.")); });
    connect(&presenter, &SyncPresenter::retried, this, [this](qint64 items) {
        Q_EMIT said(Tone::Success, tr("%n item(s) will be sent again.", nullptr, static_cast<int>(items)));
    });
    connect(&presenter, &SyncPresenter::failed, this, &Page::failed);
    retranslate();
}

void SyncPage::arrive()
{
    (m_presenter.aside().empty() ? m_channels : m_aside)->setFocus();
    m_presenter.load();
}

std::vector<KeyHint> SyncPage::hints() const
{
    return {{u"F5"_s, tr("Send now")}, {u"↑ ↓"_s, tr("Move")}, {u"Enter"_s, tr("Send this item again")},
        {u"Ctrl+Enter"_s, tr("Send all again")}};
}

bool SyncPage::perform(Command command, int)
{
    if (command == Command::SyncNow) {
        m_presenter.sendNow();
        return true;
    }
    if (command == Command::Finish) {
        m_presenter.retry({});
        return true;
    }
    return false;
}

void SyncPage::refresh()
{
    const std::int64_t unsent = m_presenter.unsent();
    m_summary->setTone(m_presenter.offline() ? Tone::Warning : Tone::Plain);
    m_summary->setText(m_presenter.offline()
            ? tr("No connection. Everything is kept here and will be sent by itself: %1")
                  .arg(isolateLtr(numberText(unsent)))
            : unsent > 0 ? tr("Waiting to be sent: %1").arg(isolateLtr(numberText(unsent)))
                         : tr("Everything has been sent."));
    refreshChannels();
    refreshAside();
    refreshOutages();
}

void SyncPage::refreshChannels()
{
    std::vector<TableRow> rows;
    const Language language = uiLanguage();
    for (const ChannelStatus& channel : m_presenter.channels()) {
        QString state = tr("Connected");
        Tone tone = Tone::Success;
        if (channel.connector.isEmpty()) {
            state = tr("Not set up");
            tone = Tone::Plain;
        } else if (!channel.anchorHolds) {
            state = errorText(
                {{}, u"sync.anchor-differs"_s, {QString::number(channel.anchorNumber)}, {}}, language)
                        .happened;
            tone = Tone::Error;
        } else if (channel.downSince.isValid()) {
            state = tr("Offline since %1").arg(isolateLtr(dateTimeText(channel.downSince)));
            if (hasErrorText(channel.lastError))
                state += u" · "_s + errorText({{}, channel.lastError, {}, {}}, language).happened;
            tone = Tone::Warning;
        }
        rows.push_back({static_cast<qint64>(rows.size()) + 1,
            {m_presenter.channelName(channel.name, language), state,
                numberText(channel.waiting + channel.sending), numberText(channel.aside),
                numberText(channel.delivered), dateTimeText(channel.lastSuccess)},
            tone});
    }
    m_channels->rows().setRows(std::move(rows));
}

void SyncPage::refreshAside()
{
    const Language language = uiLanguage();
    std::vector<TableRow> rows;
    for (const OutboxRow& row : m_presenter.aside()) {
        QStringList reasons;
        for (const FieldFault& fault : row.faults)
            reasons << reasonText(fault, language);
        const QString kind = row.kind == u"transaction" ? tr("Transaction") : tr("Fee payment");
        rows.push_back({row.id.raw(),
            {kind, m_presenter.channelName(row.channel, language), reasons.join(u" · "_s),
                dateTimeText(row.createdAt), numberText(row.attempts)},
            Tone::Error});
    }
    m_asideTitle->setText(tr("Refused, needs a person: %1")
                              .arg(isolateLtr(numberText(static_cast<std::int64_t>(rows.size())))));
    m_retryAll->setVisible(!rows.empty());
    m_aside->rows().setRows(std::move(rows));
}

void SyncPage::refreshOutages()
{
    QStringList lines;
    for (const Outage& outage : m_presenter.outages()) {
        if (lines.size() == kOutagesShown) break;
        const QString ended = outage.ended.isValid() ? dateTimeText(outage.ended) : tr("now");
        lines << isolateAuto(m_presenter.channelName(outage.channel, uiLanguage())) + u" · "_s +
                tr("down from %1 to %2").arg(isolateLtr(dateTimeText(outage.began)), isolateAuto(ended));
    }
    m_outages->setText(lines.join(u'\n'));
    m_outages->setVisible(!lines.isEmpty());
}

void SyncPage::retranslate()
{
    m_send->setText(tr("Send now"));
    m_retryAll->setText(tr("Send all again"));
    m_channels->setAccessibleName(tr("Channels"));
    m_aside->setAccessibleName(tr("Refused"));
    m_channels->setColumns({{tr("Channel")}, {tr("State"), ColumnKind::Short, 130},
        {tr("Waiting"), ColumnKind::Amount, 110}, {tr("Refused"), ColumnKind::Amount, 100},
        {tr("Delivered"), ColumnKind::Amount, 110}, {tr("Last success"), ColumnKind::Code, 180}});
    m_aside->setColumns({{tr("Kind"), ColumnKind::Short, 130}, {tr("Channel"), ColumnKind::Short, 140},
        {tr("Reason")}, {tr("Since"), ColumnKind::Code, 170}, {tr("Attempts"), ColumnKind::Amount, 100}});
    m_noChannels->show(tr("No channel is set up yet."));
    m_nothingAside->show(tr("Nothing was refused."));
    refresh();
}

} // namespace sanad
