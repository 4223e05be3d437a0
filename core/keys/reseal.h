#pragma once

#include "core/crypto/vault.h"
#include "core/storage/database.h"

namespace sanad {

/// On a server only the owner of the tables may lift the guards of append-only ones. Errors: Denied
/// `storage.not-owner`.
Result<> ownsSealedTables(Tx& tx);

struct Resealed {
    qint64 values = 0;
    int platesForgotten = 0; ///< NumberReindex::apply().
};

/// Seals every value of sealedColumns() under `to` and makes the keyed indexes anew. The guards of
/// append-only tables are lifted for it and are back, word for word, when it returns; what fails rolls them
/// back too. Errors: Internal `vault.damaged` for a value that `from` does not open.
Result<Resealed> reseal(Tx& tx, const Vault& from, const Vault& to);

/// Audit lines that vouch for the rows as they now are, where lines vouch for a sealed value or an index.
void vouchForResealed(Tx& tx);

} // namespace sanad
