#include "core/privacy/chores.h"

#include "core/documents/document_service.h"
#include "core/privacy/erasure.h"

namespace sanad {

Result<PrivacyChores> doPrivacyChores(Database& db, const Actor& by)
{
    PrivacyChores done;
    for (int removed = 1; removed > 0; done.files += removed) {
        SANAD_TRY_VALUE(some, DocumentService(db).purge(by));
        removed = some;
    }
    const auto compacted = ErasureService(db).compactIfDue();
    // Not now, or not as this role of the server: it stays due.
    const bool later = !compacted &&
        (compacted.error().key == u"storage.busy" || compacted.error().key == u"storage.not-owner");
    if (!compacted && !later) return compacted.error();
    done.compacted = compacted.has_value() && *compacted;
    return done;
}

} // namespace sanad
