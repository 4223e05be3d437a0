#pragma once

#include "core/sync/outbox.h"
#include "core/transactions/document_state.h"
#include "core/transactions/transaction.h"

#include <QMap>

namespace sanad {

/// Characters of an agency's reference, as the contract's `Reference`.
constexpr int kMostReference = 40;

/// To which the centre reports what it has done on the sites of agencies.
extern const QString kSanadPortal;

/// The body of a `transaction` item of the contract (api/contract.schema.json). `formJson` is pasted as it
/// is.
QByteArray portalItem(const Transaction& transaction, const QByteArray& formJson, const QString& customerKind,
    const QMap<QString, DocumentState>& documents, const QDateTime& submittedAt);

/// Puts a transaction into the outbox: on the channel of its service when a connector takes that one
/// (`rest`), else on the Sanad portal's, to which the centre reports what it has done on the sites of
/// agencies. `held`: see OutboxItem. Nothing for a service of the centre itself, or while the clerk has not
/// brought an agency's reference. Errors: those of Outbox::add.
Result<> putIntoOutbox(Tx& tx, const Transaction& transaction, const QString& serviceChannel,
    const QByteArray& formJson, const QString& customerKind, const QMap<QString, DocumentState>& documents,
    bool held = false);

/// True once it was put into the outbox, whatever became of it there.
bool isReported(Tx& tx, const Transaction& transaction);

/// The same for one that was corrected: what the portal refused is mended in its place; what it had taken is
/// sent as a new item that names the portal's reference.
Result<> sendAgain(Tx& tx, const Transaction& transaction, const QString& serviceChannel,
    const QByteArray& formJson, const QString& customerKind);

} // namespace sanad
