#pragma once

#include "core/base/actor.h"
#include "core/sync/channel.h"
#include "core/sync/connector.h"
#include "core/sync/sync_repository.h"
#include "core/sync/sync_service.h"

#include <QHash>

#include <deque>
#include <set>

namespace sanad {

/// One pass over the channels: each sends what is due, two batches in flight (one while its server is
/// doubtful), then takes in what is new. Every answer is applied in a commit of its own.
class SyncRun {
public:
    SyncRun(Database& db, SyncSink& sink, Actor by, std::function<void()> over);
    ~SyncRun();

    /// `connector` outlives the run.
    void add(const SyncChannel& channel, Connector& connector);
    /// The channel cannot be used now.
    void skip(const QString& channel) { m_report.unreached << channel; }
    /// It must not be used, which is noted as a failure of it.
    void refuse(const SyncChannel& channel, const Error& why);
    void begin();
    const SyncReport& report() const { return m_report; }

private:
    struct Lane;

    void pump(Lane& lane);
    /// The next frozen batch; nothing when nothing is due.
    Result<std::optional<Batch>> nextBatch(Lane& lane);
    void sent(Lane& lane, const Batch& batch, std::variant<Acknowledgement, ExchangeFailure> outcome);
    Result<> settle(Lane& lane, const Batch& batch, const Acknowledgement& acknowledgement);
    void settleRow(
        Tx& tx, const Lane& lane, const SendableRow& row, const ItemResult& result, SyncReport& counts);
    /// When the commit of a whole batch is refused by what one item does to its feature: each in a commit of
    /// its own, and that one aside.
    Result<> settleOneByOne(
        Lane& lane, const Batch& batch, const QHash<QString, const ItemResult*>& results, SyncReport& counts);
    /// A batch that the portal refuses whole is frozen anew in halves, until the bad item stands alone and
    /// aside.
    Result<> dissolve(Lane& lane, const Batch& batch, const QString& reason);
    void poll(Lane& lane);
    /// A page that was asked for behind a cursor which another counter has moved since is dropped, and asked
    /// for anew behind that one: what came with it is done, or comes again.
    Result<> apply(Lane& lane, const Updates& updates);
    /// Keeps what the portal holds of the audit chain, and records when this desk does not hold it too.
    void compare(Tx& tx, const Lane& lane, const Anchor& anchor);
    void pause(Lane& lane, const ExchangeFailure& failure);
    /// The channel's failure, and when to try next. False where it could not be written.
    bool note(const SyncChannel& channel, const ExchangeFailure& failure);
    void stop(Lane& lane, const Error& why);
    void end(); ///< Leaves the outcome in the log, unless nothing happened.
    void tell(Tx& tx, const Lane& lane, const SendableRow& row, const ItemResult& result);

    Database& m_db;
    SyncSink& m_sink;
    Actor m_by;
    std::function<void()> m_over;
    SyncReport m_report;
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace sanad
