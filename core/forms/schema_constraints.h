#pragma once

#include "core/forms/formats.h"
#include "core/forms/json_adapter.h"

#include <valijson/schema_parser.hpp>

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace sanad {

/// Gives `parser` the keywords of schema_rewrite.h. `formats` must outlive the schemas it parses.
void addOwnKeywords(valijson::SchemaParser& parser, const FormatCheck& formats);

/// What one of these says in the library's results: told apart from the library's own sentences.
struct OwnMessage {
    QString key;
    QStringList args;
    bool warning = false;
};
std::optional<OwnMessage> ownMessage(const std::string& description);

/// Thrown by a check that would take longer than any form may.
struct TooComplex { };

/// Thrown by a pattern that gave up on a text: the text may be short.
struct CostlyPattern {
    QString pattern;
    std::vector<std::string> context; ///< The library's, of the value that it was tried on.
};

} // namespace sanad
