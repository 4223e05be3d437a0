#pragma once

#include <vector>

namespace sanad {

/// A column whose values Vault::seal() made, each bound to its row. NULL and empty values are not sealed.
struct SealedColumn {
    const char* table; ///< Its key is the column `id`.
    const char* column;
    const char* boundAs; ///< The name of the column that its values are bound to.
};

/// All there are: a change of the data key seals them anew. A further one joins here by its line; a test
/// finds the one that was left out.
const std::vector<SealedColumn>& sealedColumns();

/// Indexes that are keyed by the data key, `table.column`: NumberReindex makes them anew.
const std::vector<const char*>& keyedIndexes();

} // namespace sanad
