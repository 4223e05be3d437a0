#pragma once

#include "core/base/result.h"
#include "core/sync/batch.h"

#include <QJsonObject>

#include <chrono>
#include <functional>

namespace sanad {

/// What a connector says it is.
struct ConnectorManifest {
    QString name, kind, version;
    int protocol = 0;
};

/// Why an exchange failed, and when to try again at the earliest (zero: the desk's own back-off decides).
/// Errors: Unreachable `sync.unreachable`, `sync.busy`, `sync.timed-out`, `sync.connector-died`,
/// `sync.connector-missing`; Unusable `sync.malformed-answer`; Denied `sync.refused` (the channel's settings
/// need a person); Invalid `sync.batch-refused` (this batch as a whole, for ever).
struct ExchangeFailure {
    Error error;
    std::chrono::seconds retryAfter{0};
};

template <class T> using ExchangeDone = std::function<void(std::variant<T, ExchangeFailure>)>;

/// What the desk asks of a channel. core implements it once, over a child process (JSON lines on
/// stdin/stdout, docs/connectors.md). Lives on the thread of the database, never blocks: `done` is called
/// later, once, from the event loop of that thread, in any order; never after the connector is destroyed.
class Connector {
public:
    virtual ~Connector() = default;
    /// What it is, once it has taken its settings; a failure when it cannot work with them.
    virtual void hello(ExchangeDone<ConnectorManifest> done) { done(ConnectorManifest()); }
    /// Sending the same Batch::key twice is harmless.
    virtual void send(const Batch& batch, ExchangeDone<Acknowledgement> done) = 0;
    virtual void poll(const QString& cursor, ExchangeDone<Updates> done) = 0;
    /// Any other request of the protocol (`present`, `result`, `wallet`), answered as it came.
    virtual void ask(const QJsonObject& request, ExchangeDone<QJsonObject> done) = 0;
};

} // namespace sanad
