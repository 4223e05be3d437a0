#include "core/sync/sync_run.h"

#include "core/audit/audit_trail.h"
#include "core/base/log.h"
#include "core/settings/settings_repository.h"
#include "core/sync/back_off.h"
#include "core/sync/batch_writer.h"

#include <QHash>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::size_t kInFlight = 2;
constexpr int kShortestPostponement = 5;
constexpr int kLongestOwnPostponement = 3600;

/// When an item that the portal wants again later may go again: later each time.
QDateTime postponed(const QDateTime& now, int attempts, int retryAfterSeconds)
{
    const int pause =
        std::min(kShortestPostponement << std::clamp(attempts - 1, 0, 10), kLongestOwnPostponement);
    return now.addSecs(std::max(pause, retryAfterSeconds));
}

/// Of one channel in one run: a portal gone bad neither keeps it going nor fills the trail, which nobody may
/// shorten.
constexpr int kMostPages = 100, kMostNotices = 20;

/// Whether trying again later may help, and nothing else: the disk, the server, the lock.
bool isOfStorage(const Error& error)
{
    return error.key.startsWith(u"storage.") || error.key.startsWith(u"vault.");
}

} // namespace

/// One channel on its way through a run.
struct SyncRun::Lane {
    SyncChannel channel;
    Connector& connector;
    std::deque<Batch> frozen; ///< Left over from before, to be sent first.
    std::set<BatchId> inFlight;
    std::optional<Anchor> anchor; ///< The one compared last.
    bool drained = false; ///< Nothing more is due.
    bool polling = false;
    bool caughtUp = false; ///< All updates seen, or as many as one run takes.
    int pages = 0; ///< Of updates, taken in by this run.
    int notices = 0; ///< Recorded by this run.
    bool stopped = false; ///< Nothing more in this run.
    bool over = false;
};

SyncRun::SyncRun(Database& db, SyncSink& sink, Actor by, std::function<void()> over)
    : m_db(db)
    , m_sink(sink)
    , m_by(std::move(by))
    , m_over(std::move(over))
{
}

SyncRun::~SyncRun() = default;

void SyncRun::add(const SyncChannel& channel, Connector& connector)
{
    m_lanes.push_back(std::unique_ptr<Lane>(new Lane{channel, connector, {}, {}, {}}));
}

void SyncRun::end()
{
    const SyncReport& r = m_report;
    const bool stopped =
        std::any_of(m_lanes.begin(), m_lanes.end(), [](const auto& each) { return each->stopped; });
    if (r.batches > 0 || r.updates > 0 || stopped)
        logEvent("sync.over"_L1,
            {{"batches"_L1, r.batches}, {"delivered"_L1, r.delivered}, {"aside"_L1, r.aside},
                {"postponed"_L1, r.postponed}, {"updates"_L1, r.updates},
                {"unreached"_L1, r.unreached.size()}});
    m_over();
}

void SyncRun::begin()
{
    if (m_lanes.empty()) return end();
    for (const auto& lane : m_lanes) {
        const auto frozen = m_db.read([&](Tx& tx) -> Result<std::vector<Batch>> {
            lane->anchor = SyncRepository(tx).anchor(lane->channel.id);
            return SyncRepository(tx).openBatches(lane->channel.name);
        });
        if (!frozen) {
            stop(*lane, frozen.error());
        } else {
            lane->frozen.assign(frozen->begin(), frozen->end());
        }
    }
    for (const auto& lane : m_lanes)
        pump(*lane);
}

void SyncRun::pump(Lane& lane)
{
    // One probe while the server is doubtful; the flow starts again once it has answered.
    while (!lane.stopped && !lane.drained &&
        lane.inFlight.size() < (lane.channel.failures > 0 ? 1 : kInFlight)) {
        auto batch = nextBatch(lane);
        if (!batch) {
            stop(lane, batch.error());
        } else if (!*batch) {
            lane.drained = true;
        } else {
            lane.inFlight.insert((*batch)->id);
            ++m_report.batches;
            lane.connector.send(**batch,
                [this, &lane, batch = **batch](auto outcome) { sent(lane, batch, std::move(outcome)); });
        }
    }
    if (!lane.stopped && lane.inFlight.empty() && !lane.polling && !lane.caughtUp) return poll(lane);
    if (lane.over || !lane.inFlight.empty() || lane.polling) return;
    lane.over = true;
    if (std::all_of(m_lanes.begin(), m_lanes.end(), [](const auto& each) { return each->over; })) end();
}

Result<std::optional<Batch>> SyncRun::nextBatch(Lane& lane)
{
    if (!lane.frozen.empty()) {
        Batch batch = std::move(lane.frozen.front());
        lane.frozen.pop_front();
        return std::optional(std::move(batch));
    }
    return m_db.write([&](Tx& tx) -> Result<std::optional<Batch>> {
        SyncRepository repository(tx);
        const auto rows = repository.sendable(lane.channel.name, tx.now());
        BatchWriter writer;
        int limit = kBatchItems;
        OutboxId last;
        for (const SendableRow& row : rows) {
            limit = std::min(limit, row.batchLimit);
            if (writer.count() > 0 && writer.count() >= limit) break;
            if (!writer.add(row.uuid, row.kind, row.payload)) break;
            last = row.id;
        }
        if (writer.count() == 0) return std::optional<Batch>();
        const AuditTrail::Head head = AuditTrail(tx).head();
        Batch batch = writer.freeze(SettingsRepository(tx).signingKey(),
            head.number > 0 ? std::optional(Anchor{head.number, head.hash}) : std::nullopt);
        repository.freeze(lane.channel.name, batch, rows.front().id, last);
        return std::optional(std::move(batch));
    });
}

void SyncRun::sent(Lane& lane, const Batch& batch, std::variant<Acknowledgement, ExchangeFailure> outcome)
{
    lane.inFlight.erase(batch.id);
    Result<> applied;
    if (const auto* failure = std::get_if<ExchangeFailure>(&outcome)) {
        if (failure->error.key != u"sync.batch-refused") {
            pause(lane, *failure);
            return pump(lane);
        }
        applied = dissolve(lane, batch, failure->error.detail);
    } else if (const auto& acknowledgement = std::get<Acknowledgement>(outcome);
               acknowledgement.key != batch.key) {
        pause(lane, {{ErrorCode::Unusable, u"sync.malformed-answer"_s, {}, u"key"_s}, {}});
        return pump(lane);
    } else {
        applied = settle(lane, batch, acknowledgement);
    }
    if (!applied) stop(lane, applied.error());
    pump(lane);
}

void SyncRun::tell(Tx& tx, const Lane& lane, const SendableRow& row, const ItemResult& result)
{
    const bool accepted =
        result.kind == ItemResult::Kind::Accepted || result.kind == ItemResult::Kind::Duplicate;
    m_sink.settled(tx,
        {row.kind, row.uuid, lane.channel.name, row.subjectId, accepted, result.reference, result.faults});
}

void SyncRun::settleRow(
    Tx& tx, const Lane& lane, const SendableRow& row, const ItemResult& result, SyncReport& counts)
{
    SyncRepository repository(tx);
    switch (result.kind) {
    case ItemResult::Kind::Accepted:
    case ItemResult::Kind::Duplicate:
        repository.deliver(row.id, result.reference);
        tell(tx, lane, row, result);
        ++counts.delivered;
        break;
    case ItemResult::Kind::Rejected:
        repository.putAside(row.id, result.faults);
        tell(tx, lane, row, result);
        ++counts.aside;
        break;
    case ItemResult::Kind::Retry:
        repository.waitAgain(row.id, postponed(tx.now(), row.attempts, result.retryAfterSeconds));
        ++counts.postponed;
        break;
    }
}

Result<> SyncRun::settle(Lane& lane, const Batch& batch, const Acknowledgement& acknowledgement)
{
    static const ItemResult unanswered;
    QHash<QString, const ItemResult*> results;
    for (const ItemResult& result : acknowledgement.results)
        results.insert(result.uuid, &result);

    SyncReport counts;
    const auto close = [&](Tx& tx) {
        SyncRepository repository(tx);
        repository.closeBatch(batch.id, u"settled"_s);
        repository.succeeded(lane.channel, counts.delivered);
        AuditTrail(tx).record(m_by, u"sync.batch-settled"_s, batch.id,
            {{u"aside"_s, static_cast<qint64>(counts.aside)}, {u"channel"_s, lane.channel.name},
                {u"delivered"_s, static_cast<qint64>(counts.delivered)}});
        tx.touched(u"outbox"_s);
    };
    auto done = m_db.write([&](Tx& tx) -> Result<> {
        counts = {};
        for (const SendableRow& row : SyncRepository(tx).rowsOf(lane.channel.name, batch.id))
            settleRow(tx, lane, row, *results.value(row.uuid, &unanswered), counts);
        close(tx);
        return {};
    });
    if (!done && !isOfStorage(done.error())) {
        SANAD_TRY(settleOneByOne(lane, batch, results, counts));
        done = m_db.write([&](Tx& tx) -> Result<> {
            close(tx);
            return {};
        });
    }
    if (!done) return done;
    // What was settled may have put something more into the outbox.
    lane.drained = false;
    m_report.delivered += counts.delivered;
    m_report.aside += counts.aside;
    m_report.postponed += counts.postponed;
    logEvent("sync.batch-settled"_L1,
        {{"batch"_L1, batch.id.raw()}, {"channel"_L1, lane.channel.id.raw()},
            {"delivered"_L1, counts.delivered}, {"aside"_L1, counts.aside},
            {"postponed"_L1, counts.postponed}});
    lane.channel.failures = 0;
    lane.channel.downSince = {};
    return {};
}

Result<> SyncRun::settleOneByOne(
    Lane& lane, const Batch& batch, const QHash<QString, const ItemResult*>& results, SyncReport& counts)
{
    static const ItemResult unanswered;
    SANAD_TRY_VALUE(rows, m_db.read([&](Tx& tx) -> Result<std::vector<SendableRow>> {
        return SyncRepository(tx).rowsOf(lane.channel.name, batch.id);
    }));
    counts = {};
    for (const SendableRow& row : rows) {
        SyncReport one;
        const auto done = m_db.write([&](Tx& tx) -> Result<> {
            one = {};
            settleRow(tx, lane, row, *results.value(row.uuid, &unanswered), one);
            return {};
        });
        if (done) {
            counts.delivered += one.delivered;
            counts.aside += one.aside;
            counts.postponed += one.postponed;
            continue;
        }
        if (isOfStorage(done.error())) return done;
        SANAD_TRY(m_db.write([&](Tx& tx) -> Result<> {
            SyncRepository(tx).putAside(row.id, {{{}, done.error().key, {}, {}}});
            return {};
        }));
        ++counts.aside;
    }
    return {};
}

Result<> SyncRun::dissolve(Lane& lane, const Batch& batch, const QString& reason)
{
    // The rows are due again at once.
    lane.drained = false;
    logEvent("sync.batch-refused"_L1,
        {{"batch"_L1, batch.id.raw()}, {"channel"_L1, lane.channel.id.raw()}, {"items"_L1, batch.count}});
    return m_db.write([&](Tx& tx) -> Result<> {
        SyncRepository repository(tx);
        const auto rows = repository.rowsOf(lane.channel.name, batch.id);
        for (const SendableRow& row : rows) {
            if (rows.size() > 1) {
                repository.waitAgain(row.id, std::nullopt, static_cast<int>(rows.size()) / 2);
                continue;
            }
            ItemResult refused{
                row.uuid, ItemResult::Kind::Rejected, {}, 0, {{{}, u"sync.batch-refused"_s, {}, reason}}};
            repository.putAside(row.id, refused.faults);
            tell(tx, lane, row, refused);
            ++m_report.aside;
        }
        repository.closeBatch(batch.id, u"dissolved"_s);
        AuditTrail(tx).record(m_by, u"sync.batch-dissolved"_s, batch.id,
            {{u"channel"_s, lane.channel.name}, {u"items"_s, batch.count}});
        tx.touched(u"outbox"_s);
        return {};
    });
}

void SyncRun::poll(Lane& lane)
{
    lane.polling = true;
    lane.connector.poll(lane.channel.cursor, [this, &lane](std::variant<Updates, ExchangeFailure> outcome) {
        lane.polling = false;
        if (const auto* failure = std::get_if<ExchangeFailure>(&outcome)) {
            pause(lane, *failure);
        } else {
            const Updates& updates = std::get<Updates>(outcome);
            // A feed that says "more" without moving on, or for ever, would never end; the next run goes on.
            lane.caughtUp =
                !updates.more || updates.cursor == lane.channel.cursor || ++lane.pages >= kMostPages;
            if (const auto applied = apply(lane, updates); !applied) stop(lane, applied.error());
        }
        pump(lane);
    });
}

Result<> SyncRun::apply(Lane& lane, const Updates& updates)
{
    const bool nothingNew = updates.updates.empty() && updates.cursor == lane.channel.cursor &&
        (!updates.anchor || updates.anchor == lane.anchor);
    if (nothingNew && lane.channel.failures == 0) return {};
    int notices = 0;
    std::optional<QString> stored;
    auto done = m_db.write([&](Tx& tx) -> Result<> {
        notices = lane.notices;
        SyncRepository repository(tx);
        stored = repository.cursor(lane.channel.id);
        if (stored != lane.channel.cursor) return {};
        for (const Update& update : updates.updates) {
            if (update.kind == Update::Kind::Notice) {
                if (notices++ < kMostNotices)
                    m_sink.noticed(tx, {lane.channel.name, update.textAr, update.textEn, update.at});
            } else if (const auto row = repository.subjectOf(update.item, lane.channel.name)) {
                m_sink.updated(tx,
                    {update.item, lane.channel.name, row->subjectId, update.kind == Update::Kind::Fee,
                        update.state, update.reference, update.textAr, update.textEn, update.at});
            }
        }
        if (updates.anchor && updates.anchor != lane.anchor &&
            updates.anchor != repository.anchor(lane.channel.id))
            compare(tx, lane, *updates.anchor);
        repository.saveCursor(lane.channel.name, updates.cursor);
        repository.succeeded(lane.channel, 0);
        if (!updates.updates.empty())
            AuditTrail(tx).record(m_by, u"sync.updates-applied"_s, lane.channel.id,
                {{u"channel"_s, lane.channel.name},
                    {u"updates"_s, static_cast<qint64>(updates.updates.size())}});
        tx.touched(u"outbox"_s);
        return {};
    });
    if (!done) return done;
    if (stored != lane.channel.cursor) {
        lane.channel.cursor = stored.value_or(QString());
        lane.caughtUp = !stored || ++lane.pages >= kMostPages;
        return {};
    }
    m_report.updates += static_cast<std::int64_t>(updates.updates.size());
    lane.notices = notices;
    lane.channel.cursor = updates.cursor;
    if (updates.anchor) lane.anchor = updates.anchor;
    lane.channel.failures = 0;
    lane.channel.downSince = {};
    return {};
}

void SyncRun::compare(Tx& tx, const Lane& lane, const Anchor& anchor)
{
    AuditTrail chain(tx);
    const bool holds = chain.hashOf(anchor.number) == anchor.hash;
    SyncRepository(tx).saveAnchor(lane.channel.id, anchor, holds);
    if (!holds)
        chain.record(m_by, u"anchor.differs"_s, lane.channel.id,
            {{u"channel"_s, lane.channel.name}, {u"hash"_s, QString::fromLatin1(anchor.hash.toHex())},
                {u"number"_s, qint64{anchor.number}}});
}

void SyncRun::pause(Lane& lane, const ExchangeFailure& failure)
{
    if (lane.stopped) return; // The second batch in flight failed for the same reason.
    stop(lane, failure.error);
    // Left unnoted, the next run tries at once instead of pausing: no item is at risk.
    if (note(lane.channel, failure)) ++lane.channel.failures;
}

bool SyncRun::note(const SyncChannel& channel, const ExchangeFailure& failure)
{
    const auto rest =
        pauseAfter(channel.failures + 1, failure.retryAfter, QRandomGenerator::global()->generateDouble());
    const auto noted = m_db.write([&](Tx& tx) -> Result<> {
        SyncRepository(tx).failed(channel, failure.error.key, tx.now().addMSecs(rest.count()));
        tx.touched(u"outbox"_s);
        return {};
    });
    return noted.has_value();
}

void SyncRun::refuse(const SyncChannel& channel, const Error& why)
{
    skip(channel.name);
    note(channel, {why, {}});
    logEvent("sync.stopped"_L1, {{"channel"_L1, channel.id.raw()}, {"key"_L1, why.key}});
}

void SyncRun::stop(Lane& lane, const Error& why)
{
    if (lane.stopped) return;
    lane.stopped = true;
    m_report.unreached << lane.channel.name;
    logEvent("sync.stopped"_L1, {{"channel"_L1, lane.channel.id.raw()}, {"key"_L1, why.key}});
}

} // namespace sanad
