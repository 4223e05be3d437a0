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
    SANAD_TRY_VALUE(compacted, ErasureService(db).compactIfDue());
    done.compacted = compacted;
    return done;
}

} // namespace sanad
