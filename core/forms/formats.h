#pragma once

#include <QString>

#include <functional>

namespace sanad {

enum class FormatVerdict {
    Good,
    Doubtful, ///< Unlike what is usual; a person may confirm it.
    Bad,
    Unknown, ///< No such format.
};

/// Judges `text` by the format of that name (schema keyword `x-format`: civil_number, phone_mobile …).
using FormatCheck = std::function<FormatVerdict(const QString& format, const QString& text)>;

/// The identifiers of core/base/identifiers.h, and date_iso as a date that exists.
const FormatCheck& knownFormats();

} // namespace sanad
