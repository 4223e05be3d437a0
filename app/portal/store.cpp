#include "app/portal/store.h"

#include <QJsonDocument>

namespace sanad::portal {

namespace {

constexpr auto kSchema = R"(
    CREATE TABLE IF NOT EXISTS client (
        id          TEXT PRIMARY KEY,
        secret_hash BLOB NOT NULL,
        public_key  BLOB,
        wallet      INTEGER NOT NULL CHECK (wallet >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS item (
        seq          INTEGER PRIMARY KEY,
        uuid         TEXT NOT NULL UNIQUE,
        client       TEXT NOT NULL REFERENCES client (id),
        kind         TEXT NOT NULL,
        service      TEXT NOT NULL,
        body         BLOB NOT NULL,
        content_hash BLOB NOT NULL,
        reference    TEXT NOT NULL,
        state        TEXT NOT NULL,
        received_at  INTEGER NOT NULL,  -- milliseconds since 1970, like every time here
        fee_state    TEXT NOT NULL,
        fee_baisa    INTEGER NOT NULL,
        payment      TEXT UNIQUE,       -- uuid of the payment of this item's fee
        confirmation TEXT,
        paid_at      INTEGER
    ) STRICT;
    CREATE INDEX IF NOT EXISTS item_undecided ON item (received_at) WHERE state = 'in_review';
    CREATE INDEX IF NOT EXISTS item_unconfirmed ON item (paid_at) WHERE fee_state = 'paid_unconfirmed';
    CREATE TABLE IF NOT EXISTS batch (
        client       TEXT NOT NULL REFERENCES client (id),
        key          TEXT NOT NULL,
        content_hash BLOB NOT NULL,
        answer       BLOB NOT NULL,
        PRIMARY KEY (client, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS anchor (
        client TEXT NOT NULL REFERENCES client (id),
        number INTEGER NOT NULL,     -- of a line of the desk's audit chain
        hash   TEXT NOT NULL,        -- of all lines up to it, hex
        at     INTEGER NOT NULL,
        PRIMARY KEY (client, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS event (
        cursor    INTEGER PRIMARY KEY AUTOINCREMENT,
        client    TEXT NOT NULL REFERENCES client (id),
        kind      TEXT NOT NULL,
        at        INTEGER NOT NULL,
        item      TEXT NOT NULL,
        reference TEXT NOT NULL,
        state     TEXT NOT NULL,
        text_ar   TEXT NOT NULL,
        text_en   TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS wallet_entry (
        seq    INTEGER PRIMARY KEY,
        client TEXT NOT NULL REFERENCES client (id),
        baisa  INTEGER NOT NULL,
        reason TEXT NOT NULL,
        at     INTEGER NOT NULL
    ) STRICT;
)";

} // namespace

Store::Store(const QString& path)
    : m_database(path)
{
    m_database.execute(kSchema);
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace sanad::portal
