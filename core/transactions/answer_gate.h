#pragma once

#include "core/forms/form_layout.h"
#include "core/forms/form_schema.h"

#include <QJsonObject>

#include <vector>

namespace sanad {

/// What was typed into a form as it may be stored: every text, also within tables, through cleanText(), lines
/// kept in multiline fields alone, the digits of identifiers and dates as 0-9. A text that the gate refuses
/// stays as it is, and its fault (`text.control`, `text.bidi`, `text.not-unicode`, `text.too-long`) joins
/// `faults`.
QJsonObject gatedAnswers(const FormLayout& layout, const QJsonObject& typed, std::vector<FormFault>& faults);

} // namespace sanad
