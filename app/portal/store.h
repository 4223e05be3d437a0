#pragma once

#include "app/portal/sqlite.h"

#include <QDateTime>
#include <QJsonObject>

#include <mutex>

namespace sanad::portal {

/// How the portal decides. Zero seconds: only by the operator (/admin).
struct DecisionRules {
    int decideAfterSeconds = 0; ///< Review, then approved; the fee of a paid item is confirmed after as long.
    int rejectEvery = 0; ///< Every n-th recorded transaction is rejected instead; 0: none.
};

/// The portal's file. Every use holds `lock()`: one connection, many request threads.
class Store {
public:
    /// Throws SqliteError.
    explicit Store(const QString& path);

    std::unique_lock<std::mutex> lock() { return std::unique_lock(m_mutex); }
    Sqlite& database() { return m_database; }

private:
    std::mutex m_mutex;
    Sqlite m_database;
};

/// Compact JSON of `object`, keys sorted.
QByteArray compact(const QJsonObject& object);

} // namespace sanad::portal
