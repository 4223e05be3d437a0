#pragma once

#include "core/forms/form_schema.h"

#include <QDate>
#include <QJsonObject>

#include <vector>

namespace sanad {

/// What a schema cannot say by itself: a date not before or not after today, or another date of the form
/// (keywords `x-not-before` and `x-not-after`; `today` or the name of a field). Rows of tables too.
/// `schema` is a form's own, whose properties stand at its top. Faults: `form.date-too-early`,
/// `form.date-too-late`; arg: the bound. What is not a date is left to FormSchema.
std::vector<FormFault> dateFaults(const QJsonObject& schema, const QJsonObject& data, const QDate& today);

} // namespace sanad
