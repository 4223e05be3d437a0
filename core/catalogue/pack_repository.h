#pragma once

#include "core/catalogue/catalogue.h"
#include "core/storage/database.h"

#include <QJsonObject>

#include <vector>

namespace sanad {

/// One version of a pack as it came.
struct StoredPack {
    PackId id;
    QString pack;
    std::int64_t version = 0;
    QDate validFrom;
    QByteArray publisher;
    QByteArray hash;
};

struct PackStep {
    StoredPack pack;
    bool applied = true; ///< Else rolled back.
    QDateTime at; ///< UTC.
    StaffId by;
};

struct Publisher {
    QByteArray publicKey;
    QString name;
    QDateTime confirmedAt;
};

/// The SQL of packs and publishers.
class PackRepository {
public:
    explicit PackRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    std::vector<PackStep> steps(); ///< Oldest first.
    std::vector<StoredPack> standing(); ///< What the steps leave, in the order in which they were applied.
    std::optional<StoredPack> get(PackId id);
    std::optional<StoredPack> find(const QString& pack, std::int64_t version);
    /// Both add to `rows` what the audit line must vouch for (core/audit/row_digest.h).
    void insert(const StoredPack& pack, const QByteArray& file, QJsonObject& rows);
    void addStep(PackId pack, bool applied, StaffId by, QJsonObject& rows);
    QByteArray file(PackId pack);

    std::vector<Publisher> publishers();
    bool isPublisher(const QByteArray& publicKey);
    void putPublisher(const QByteArray& publicKey, const QString& name, StaffId by);
    void removePublisher(const QByteArray& publicKey);

private:
    Tx& m_tx;
};

} // namespace sanad
