#pragma once

#include "core/sync/outbox.h"
#include "core/sync/sync_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"
#include "ui/text/language.h"

#include <QHash>

namespace sanad {

/// The one sync service of the program, on whose behalf `by` acts; called on the database thread.
using SyncAccess = std::function<SyncService&(Database&, const Actor& by)>;

/// How every channel fares, what stands aside and why, what was down and when.
class SyncPresenter : public QObject {
    Q_OBJECT

public:
    SyncPresenter(Tasks& tasks, Session& session, SyncAccess access, QObject* parent = nullptr);

    void load();
    const std::vector<ChannelStatus>& channels() const { return m_channels; }
    const std::vector<OutboxRow>& aside() const { return m_aside; }
    const std::vector<Outage>& outages() const { return m_outages; }
    /// The channel as the catalogue names it, else its code.
    QString channelName(const QString& channel, Language language) const;
    /// Items that have no answer yet, over all channels.
    std::int64_t unsent() const;
    bool offline() const;

    /// Sends what is due. The list is loaded anew as answers come in.
    void sendNow();
    /// Sends again what stands aside: one item, or all when `uuid` is empty.
    void retry(const QString& uuid);

Q_SIGNALS:
    void loaded();
    void started();
    void retried(qint64 items);
    void failed(const sanad::Error& error);

private:
    struct State;

    Tasks& m_tasks;
    Session& m_session;
    SyncAccess m_access;
    QHash<QString, std::pair<QString, QString>> m_names; ///< Arabic and English, by channel.
    std::vector<ChannelStatus> m_channels;
    std::vector<OutboxRow> m_aside;
    std::vector<Outage> m_outages;
};

} // namespace sanad
