#pragma once

#include "core/sync/connector.h"
#include "core/sync/sync_service.h"

#include <QObject>

#include <deque>
#include <set>

namespace sanad::test {

/// A portal and its connector in one: records items by uuid, and plays the faults it is told to, in order.
struct ScriptedPortal {
    enum class Fault { None, LoseRequest, LoseAnswer, RefuseBatch, RefuseDesk };
    std::deque<Fault> faults;
    std::set<QString> recorded; ///< uuids.
    std::map<QString, int> arrivals; ///< How often each uuid arrived.
    std::map<QString, QByteArray> keys; ///< Content hash by idempotency key.
    std::set<QString> reject; ///< uuids to reject.
    std::set<QString> postpone; ///< uuids to answer with retry, once each.
    QString poison; ///< A uuid whose presence has the whole batch refused.
    std::vector<Update> updates;
    std::vector<QString> sendOrder; ///< uuids as they were recorded.
    std::chrono::seconds retryAfter{0};
    bool endless = false; ///< Every page has a notice and more behind it.
    int polls = 0;
    std::function<void()> meanwhile; ///< Happens while a page is on its way.
    std::optional<Anchor> anchor; ///< Of the audit chain, as the portal was told it.
    int inFlight = 0, mostInFlight = 0, sends = 0;
};

/// The items of a frozen batch, unpacked.
QStringList uuidsOf(const Batch& batch);

class ScriptedConnector : public Connector {
public:
    explicit ScriptedConnector(ScriptedPortal& portal)
        : m_portal(portal)
    {
    }
    void send(const Batch& batch, ExchangeDone<Acknowledgement> done) override;
    void poll(const QString& cursor, ExchangeDone<Updates> done) override;
    void ask(const QJsonObject& request, ExchangeDone<QJsonObject> done) override;

private:
    std::variant<Acknowledgement, ExchangeFailure> answer(const Batch& batch);
    ScriptedPortal& m_portal;
    QObject m_context;
};

/// Writes down what it is told.
struct RecordingSink : SyncSink {
    std::vector<SettledItem> items;
    std::vector<ItemUpdate> updates;
    std::vector<PortalNotice> notices;
    bool fail = false; ///< Throws, as a full disk would.
    QString refuses; ///< A uuid that the feature cannot take.

    void settled(Tx&, const SettledItem& item) override
    {
        if (fail) throw DbError({ErrorCode::Unreachable, QStringLiteral("storage.disk-full"), {}, {}});
        if (item.uuid == refuses)
            throw DbError({ErrorCode::Conflict, QStringLiteral("transaction.moved-on"), {}, {}});
        items.push_back(item);
    }
    void updated(Tx&, const ItemUpdate& update) override { updates.push_back(update); }
    void noticed(Tx&, const PortalNotice& notice) override { notices.push_back(notice); }
};

/// A centre with one channel `portal` that leads to the scripted portal.
struct SyncBench {
    std::unique_ptr<Database> db;
    ScriptedPortal portal;
    RecordingSink sink;
    std::unique_ptr<SyncService> sync;

    SyncBench();
    /// As after the program died: nothing of the service but what is on disk.
    void restart();
    QString add(const QByteArray& payload = QByteArrayLiteral("{\"a\":1}"));
    SyncReport run();
    OutboxRow row(const QString& uuid);
    ChannelStatus status();
    /// Moves the clock, so that pauses end.
    void pass(std::chrono::seconds time);

private:
    qint64 m_later = 0;
};

} // namespace sanad::test
