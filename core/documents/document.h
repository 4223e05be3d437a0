#pragma once

#include "core/base/id.h"
#include "core/transactions/document_state.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace sanad {

/// What a file may be; told by its first bytes, never by its name.
enum class MediaType { Pdf, Jpeg, Png, Tiff };

/// `application/pdf`, `image/jpeg`, `image/png`, `image/tiff`.
QString mediaTypeKey(MediaType type);
std::optional<MediaType> mediaTypeFromKey(QStringView key);
std::optional<MediaType> mediaTypeOf(QByteArrayView beginning);

/// One encrypted file of a transaction.
struct DocumentFile {
    DocumentId id;
    TransactionId transaction;
    QString code; ///< Of the checklist.
    MediaType type = MediaType::Pdf;
    qint64 bytes = 0; ///< Of the plain content.
    QString name; ///< Random; the file's name under the files folder.
    QDate expiry; ///< When the paper itself expires; invalid when it does not.
    QDate keepUntil; ///< Purged after this day.
    QDateTime addedAt; ///< UTC.
    StaffId addedBy;

    bool operator==(const DocumentFile&) const = default;
};

/// One line of the checklist: what the service asks for, and what was brought.
struct ChecklistItem {
    QString code, nameAr, nameEn;
    bool required = false;
    DocumentState state = DocumentState::Missing;
    std::vector<DocumentFile> files;

    bool operator==(const ChecklistItem&) const = default;
};

} // namespace sanad
