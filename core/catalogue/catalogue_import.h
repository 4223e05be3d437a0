#pragma once

#include "core/base/actor.h"
#include "core/forms/rejects.h"
#include "core/storage/database.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace sanad {

struct CatalogueImportReport {
    qint64 added = 0;
    qint64 changed = 0; ///< Texts or prices that are new.
    qint64 same = 0; ///< There already: the same file again adds nothing.
    std::vector<RejectedRow> rejected;
    QByteArray header; ///< Of a CSV file; empty for JSON lines.
    char separator = ','; ///< Of a CSV file.

    /// The file of rejects, with reasons.
    QByteArray rejects(RejectsFormat::Sentence sentence) const;
};

/// Brings in the centre's own services and prices: CSV with a header line, or JSON lines where the first
/// character is `{`. Columns or keys: `code name_ar name_en service_fee ceiling government_fee per_unit
/// agency category aliases valid_from`; docs/catalogue.md says what each means. A code of a pack only takes a
/// price. Good rows go in by one commit; bad ones come back with their reason.
class CatalogueImport {
public:
    static constexpr qint64 kMaxBytes = 8 * 1024 * 1024;

    explicit CatalogueImport(Database& db)
        : m_db(db)
    {
    }

    /// Errors: Unusable `import.too-large` (arg: MiB), `import.no-header`, `import.unknown-column` (arg),
    /// `import.twice-column` (arg); Denied `gate.*`.
    Result<CatalogueImportReport> run(const QByteArray& bytes, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
