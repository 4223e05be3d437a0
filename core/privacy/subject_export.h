#pragma once

#include "core/base/actor.h"
#include "core/customers/customer.h"
#include "core/privacy/subject_words.h"
#include "core/storage/database.h"

#include <QJsonObject>

namespace sanad {

/// A decrypted file of a subject, named by transaction, paper and number: `T-000012-veh-1.pdf`.
struct SubjectFile {
    QString name;
    QByteArray content;
};

/// All that is held on a person. `data` is what is given to them in machine-readable form; docs/privacy.md
/// describes its members, ui/printing/subject_sheet.h makes the readable form of it.
struct SubjectExport {
    QJsonObject data;
    SubjectWords words; ///< For the readable form alone.
    std::vector<SubjectFile> files;
};

class SubjectExportService {
public:
    explicit SubjectExportService(Database& db)
        : m_db(db)
    {
    }

    /// Customer records with their merged ones, consents, companies they sign for, transactions with answers
    /// and papers, receipts, tickets, requests, breaches, restriction, and the audit lines that name them.
    /// The answers of transactions that they only paid for are somebody else's and stay out. Audited.
    /// Errors: NotFound `customer.not-found`; Internal `file.damaged`.
    Result<SubjectExport> exportSubject(CustomerId customer, bool withFiles, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
