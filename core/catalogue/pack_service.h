#pragma once

#include "core/base/actor.h"
#include "core/catalogue/pack_check.h"
#include "core/catalogue/pack_repository.h"
#include "core/storage/database.h"

namespace sanad {

/// One service that a pack adds, takes away or changes.
struct PackDifference {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString service;
    QString nameAr, nameEn;
    QStringList what; ///< Of a change: `names`, `fees`, `documents`, `form`, `other`.

    bool operator==(const PackDifference&) const = default;
};

/// Old against new, in the order of the new pack; removed ones last.
std::vector<PackDifference> packDifferences(const PackContents* before, const PackContents& after);

struct PackPreview {
    PackReport report;
    bool trusted = false; ///< Carried by the product, or of a publisher that the owner confirmed.
    std::int64_t standingVersion = 0; ///< 0: none stands.
    std::vector<PackDifference> differences;
};

struct PackApplied {
    PackId id;
    PackManifest manifest;
    bool already = false; ///< The very same file stood already; nothing changed.
};

/// What people do with content packs. Touches "catalogue".
class PackService {
public:
    explicit PackService(Database& db)
        : m_db(db)
    {
    }

    /// What applying would change. Errors: those of checkPack(). Problems of the pack are in the report.
    Result<PackPreview> preview(QByteArrayView bytes, const Actor& by);

    /// Applies the whole pack or nothing. Errors: those of checkPack(); Unusable `pack.problems` (args: how
    /// many, the first one's place); Denied `pack.untrusted` (arg: fingerprint); Conflict
    /// `pack.other-publisher` (args: pack, fingerprint of the one whose pack it is), `pack.older` (args: its
    /// version, the one that stands), `pack.version-taken` (arg: version), `pack.code-taken` (arg: code).
    Result<PackApplied> apply(QByteArrayView bytes, const Actor& by);

    /// Takes the standing version of `pack` back to the one before. Errors: Conflict `pack.nothing-before`;
    /// Denied `pack.before-of-other` (args: pack, fingerprint) when the one before is another publisher's and
    /// `by` does not hold ManageStaff.
    Result<PackApplied> rollback(const QString& pack, const Actor& by);

    /// Every application and rollback, oldest first.
    Result<std::vector<PackStep>> history(const Actor& by);

    /// Publishers that the owner confirmed; both need ManageStaff. Errors: Invalid `pack.not-a-key`, those of
    /// cleanText().
    Result<> confirmPublisher(const QByteArray& publicKey, const QString& name, const Actor& by);
    Result<> withdrawPublisher(const QByteArray& publicKey, const Actor& by);
    Result<std::vector<Publisher>> publishers(const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
