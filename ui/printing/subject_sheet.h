#pragma once

#include "core/privacy/subject_export.h"
#include "ui/printing/sheet.h"
#include "ui/text/language.h"

namespace sanad {

/// Everything of an export in words that its subject understands: no keys of the program and no codes of the
/// catalogue, but where nothing names them any more.
Sheet subjectSheet(const SubjectExport& made, Language language);

} // namespace sanad
