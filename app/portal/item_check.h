#pragma once

#include "core/forms/form_schema.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <mutex>
#include <optional>

namespace sanad::portal {

/// An item of a batch with what is wrong with it; recorded only when nothing is.
struct CheckedItem {
    QString uuid;
    QString kind;
    QString service; ///< Empty for a fee payment.
    QJsonObject body;
    QByteArray text; ///< The body as compact JSON: what is recorded, hashed and measured.
    QJsonArray errors; ///< FieldErrors of the contract.
};

/// A batch as it was checked.
struct CheckedBatch {
    std::vector<CheckedItem> items;
    std::int64_t anchorNumber = 0; ///< Of the desk's audit chain; 0: none was told.
    QString anchorHash;
};

/// Checks items by the contract, and the form of each by the JSON Schema of its service: the very files that
/// the desk's content pack carries. Thread-safe.
class ItemCheck {
public:
    /// `formsFolder` holds SERVICE.schema.json per service.
    /// Errors: Unusable `portal.schemas` when the contract or the folder cannot be used.
    static Result<std::unique_ptr<ItemCheck>> load(const QString& formsFolder);

    /// The content of a batch. Errors, of the batch as a whole: Unusable `portal.malformed`,
    /// Invalid `portal.limits`.
    Result<CheckedBatch> batch(const QByteArray& content) const;
    /// Whether it is a FeePayment of the contract.
    bool isFeePayment(const QJsonValue& body) const;

private:
    ItemCheck(FormSchema batch, FormSchema transaction, FormSchema instruction, FormSchema payment,
        QString formsFolder);
    void checkTransaction(CheckedItem& item) const;
    /// The compiled schema of a service, read at first use; nothing when there is none.
    std::optional<FormSchema> formSchema(const QString& service) const;

    FormSchema m_batch, m_transaction, m_instruction, m_payment;
    QString m_formsFolder;
    mutable std::mutex m_mutex;
    mutable QHash<QString, std::optional<FormSchema>> m_forms;
};

/// A schema that is one definition of `api/contract.schema.json`.
Result<FormSchema> contractSchema(const QString& definition);

constexpr qsizetype kMaxContentBytes = 1024 * 1024;
constexpr qsizetype kMaxItemBytes = 64 * 1024; ///< Of a body as compact JSON.
constexpr qsizetype kMaxItems = 500;

} // namespace sanad::portal
