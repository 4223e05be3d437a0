#include "ui/sync/sync_presenter.h"

#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

struct SyncPresenter::State {
    std::vector<ChannelStatus> channels;
    std::vector<OutboxRow> aside;
    std::vector<Outage> outages;
    QHash<QString, std::pair<QString, QString>> names;
};

namespace {

constexpr int kAsideShown = 200;

} // namespace

SyncPresenter::SyncPresenter(Tasks& tasks, Session& session, SyncAccess access, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_access(std::move(access))
{
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics.contains(u"outbox"_s) || topics.contains(u"sync"_s)) load();
    });
}

void SyncPresenter::load()
{
    if (!m_session.signedIn() || !m_session.actor().holds(Permission::ViewSync)) return;
    m_tasks.run(
        this,
        [access = m_access, by = m_session.actor()](Database& db) -> Result<State> {
            SyncService& sync = access(db, by);
            State state;
            SANAD_TRY_VALUE(channels, sync.status(by));
            SANAD_TRY_VALUE(aside, sync.aside(kAsideShown, by));
            state.channels = channels;
            state.aside = aside;
            for (const ChannelStatus& channel : channels) {
                SANAD_TRY_VALUE(outages, sync.outages(channel.name, by));
                state.outages.insert(state.outages.end(), outages.begin(), outages.end());
            }
            return db.read([&](Tx& tx) -> Result<State> {
                CatalogueRepository catalogue(tx);
                for (const ServiceChannel& channel : catalogue.catalogue()->channels(catalogueDay(tx.now())))
                    state.names.insert(channel.code, {channel.nameAr, channel.nameEn});
                return state;
            });
        },
        [this](const Result<State>& state) {
            if (!state) return Q_EMIT failed(state.error());
            m_channels = state->channels;
            m_aside = state->aside;
            m_outages = state->outages;
            m_names = state->names;
            Q_EMIT loaded();
        });
}

QString SyncPresenter::channelName(const QString& channel, Language language) const
{
    if (channel == u"assisted" && !m_names.contains(channel)) return tr("By hand at the agency's site");
    const auto [arabic, english] = m_names.value(channel, {channel, channel});
    return language == Language::Arabic ? arabic : english;
}

std::int64_t SyncPresenter::unsent() const
{
    std::int64_t sum = 0;
    for (const ChannelStatus& channel : m_channels)
        sum += channel.waiting + channel.sending + channel.aside;
    return sum;
}

bool SyncPresenter::offline() const
{
    return std::any_of(m_channels.begin(), m_channels.end(),
        [](const ChannelStatus& channel) { return channel.downSince.isValid(); });
}

void SyncPresenter::sendNow()
{
    m_tasks.run(
        this,
        [access = m_access, by = m_session.actor()](
            Database& db) -> Result<> { return access(db, by).start(by, [](const SyncReport&) {}); },
        [this](const Result<>& done) {
            // A run that began by itself is what was asked for.
            if (!done && done.error().key != u"sync.running") return Q_EMIT failed(done.error());
            Q_EMIT started();
        });
}

void SyncPresenter::retry(const QString& uuid)
{
    m_tasks.run(
        this,
        [access = m_access, uuid, by = m_session.actor()](
            Database& db) { return access(db, by).retry({}, uuid, by); },
        [this](const Result<std::int64_t>& items) {
            if (!items) return Q_EMIT failed(items.error());
            Q_EMIT retried(*items);
            sendNow();
        });
}

} // namespace sanad
