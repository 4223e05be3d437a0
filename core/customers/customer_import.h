#pragma once

#include "core/base/actor.h"
#include "core/customers/customer.h"
#include "core/forms/rejects.h"
#include "core/storage/database.h"

#include <QIODevice>

#include <functional>

namespace sanad {

enum class ImportFormat {
    Csv, ///< First line: names of the columns.
    JsonLines, ///< One object a line.
};

/// A row that went in although somebody of a similar name has its phone: at the desk a clerk is asked.
struct LikelyDuplicate {
    qint64 line = 0;
    CustomerId other;
    bool operator==(const LikelyDuplicate&) const = default;
};

struct ImportReport {
    qint64 added = 0;
    qint64 same = 0; ///< There already: the same file again adds nothing.
    qint64 rejected = 0;
    qint64 likely = 0; ///< Of those added: likely duplicates.
    std::vector<LikelyDuplicate>
        likelyDuplicates; ///< The first kMostLikely of them, in the order of the file.
    bool interrupted = false; ///< Stopped by the caller before the last row; what is counted is in.
};

constexpr std::size_t kMostLikely = 1000;

struct ImportProgress {
    qint64 rows = 0; ///< Looked at so far; those since the last commit are not in yet.
    qint64 bytes = 0, wholeBytes = 0;
};

struct ImportOptions {
    /// Where bad rows go, with line and reason before what they held; made when there is one, readable by its
    /// owner alone. Mended, it can be imported as it is. Must not exist.
    QString rejectsPath;
    /// Turns a reason into a sentence; the key alone where it is not set.
    std::function<QString(const Error&)> sentence;
    /// Called every second and after each commit.
    std::function<void(const ImportProgress&)> progress;
    /// Asked before each row; true ends the import with what was looked at so far.
    std::function<bool()> stopped;
};

/// Adds customers from a file. Columns or keys, all optional but a name: `kind name_ar name_en civil_number
/// civil_expiry passport_number passport_country passport_expiry cr_number cr_expiry phone other_phone email
/// address birth_date sex nationality wilayat language`; dates are yyyy-MM-dd or dd/MM/yyyy. Without `kind`
/// it is told by the numbers. Rows go in by transactions of 50,000; an interruption puts in those it has
/// looked at, and the same file again adds the rest.
class CustomerImport {
public:
    static constexpr int kRowsPerCommit = 50'000;
    static constexpr qint64 kMaxBytes = 2LL * 1024 * 1024 * 1024;

    explicit CustomerImport(Database& db)
        : m_db(db)
    {
    }

    /// Errors: Unreachable `import.cannot-open` (arg: the file's name), `import.rejects-file` (arg); Unusable
    /// `import.not-a-file` (arg), `import.too-large` (arg: MiB), `import.no-header`,
    /// `import.unknown-column` (arg), `import.twice-column` (arg); those of mayWriteTo() for the rejects.
    Result<ImportReport> runFile(const QString& path, const ImportOptions& options, const Actor& by);

    /// The same from any device; `rejected` gets the bad rows of each commit after it.
    using Rejected = std::function<Result<>(const std::vector<RejectedRow>&)>;
    Result<ImportReport> run(QIODevice& in, ImportFormat format, const ImportOptions& options,
        const Rejected& rejected, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
