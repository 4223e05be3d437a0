#include "core/privacy/chores.h"

#include "core/cash/clock_guard.h"
#include "core/documents/document_service.h"
#include "core/privacy/clock_ahead.h"
#include "core/privacy/erasure.h"
#include "core/storage/work_folder.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// A file that the system lets nobody remove would be found again and again.
constexpr int kMostRounds = 100;

} // namespace

Result<PrivacyChores> doPrivacyChores(Database& db, const Actor& by)
{
    PrivacyChores done;
    using PastTerm = DocumentService::PastTerm;
    const auto clock = db.read([](Tx& tx) { return checkClock(tx); });
    const bool ahead = !clock && clock.error().key == u"receipts.clock-ahead"_s;
    if (!clock && !ahead && clock.error().key != u"receipts.clock-behind"_s) return clock.error();
    if (ahead) done.clock = Error{ErrorCode::Conflict, u"privacy.clock-ahead"_s, clock.error().args, {}};
    for (int round = 0; round < kMostRounds; ++round) {
        SANAD_TRY_VALUE(removed, DocumentService(db).purge(by, ahead ? PastTerm::Keep : PastTerm::Remove));
        if (removed == 0) break;
        done.files += removed;
    }
    discardAbandonedCopies(db.location().folder);
    SANAD_TRY(countAnew(db, by));
    SANAD_TRY_VALUE(kept, keptCopyWarning(db));
    done.keptCopy = kept;
    const auto compacted = ErasureService(db).compactIfDue();
    // Not now, or not as this role of the server: it stays due.
    const bool later = !compacted &&
        (compacted.error().key == u"storage.busy" || compacted.error().key == u"storage.not-owner");
    if (!compacted && !later) return compacted.error();
    done.compacted = compacted.has_value() && *compacted;
    return done;
}

} // namespace sanad
