#pragma once

#include <QString>

#include <optional>

namespace sanad {

/// How a document of a service's checklist was brought.
enum class DocumentState {
    Missing,
    Seen, ///< Shown at the counter and given back.
    Scanned, ///< A file is kept.
};

/// `missing`, `seen`, `scanned`.
QString documentStateKey(DocumentState state);
std::optional<DocumentState> documentStateFromKey(QStringView key);

} // namespace sanad
