#pragma once

#include "core/storage/database.h"

#include <QStringList>

namespace sanad {

/// Content packs and publishers that are not as the audited acts on them left them: `content_pack 123…`,
/// `pack_publisher FINGERPRINT`. Rows that audit payloads vouch for by a digest are core/verify's. Reads
/// public columns only, so it needs no sign-in.
QStringList changedCatalogueRows(Tx& tx);

} // namespace sanad
