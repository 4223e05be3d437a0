#pragma once

#include "core/privacy/processing_record.h"
#include "core/privacy/subject_export.h"
#include "core/receipts/receipt.h"
#include "ui/printing/sheet.h"
#include "ui/text/language.h"

namespace sanad {

/// What people are told of the data that the centre keeps about them, for A4, with the text of the consent.
Sheet privacyNoticeSheet(const CentrePrint& centre, Language language);

/// The record of processing as the authority asks for it.
Sheet processingSheet(
    const std::vector<ProcessingActivity>& record, const CentrePrint& centre, Language language);

/// Writes an export into a folder that does not exist yet or is empty: `subject.json`, `subject-ar.pdf`,
/// `subject-en.pdf`, and the papers in `documents`. Only its owner may read it. Returns the files' names.
/// Errors: those of mayWriteInto(); Conflict `privacy.folder-not-empty`; Unreachable `printing.cannot-write`
/// (arg: path).
Result<QStringList> saveSubjectExport(const SubjectExport& made, const QString& folder);

} // namespace sanad
