#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"
#include "core/transactions/move_transaction.h"

namespace sanad {

/// Takes the government fee of `transaction` on to `to`, in its row's fields and in the books: from unpaid to
/// paid it is posted as paid on to the agency once there is a reference for it, and a refund comes back the
/// same way. Saves nothing of the transaction itself. Errors: Conflict `transaction.fee-state` when a fee
/// cannot go from where it is to `to`; those of payAgency().
Result<> advanceFee(Tx& tx, Transaction& transaction, FeeState to, const QString& reference, const Actor& by);

/// A portal took the fee of a transaction that counts as paid. Posts it when the books have no payment yet;
/// when they have another one, the fee is disputed and `fee.paid-twice` recorded: somebody must claim one
/// back.
Result<> feeTakenAgain(Tx& tx, Transaction& transaction, const QString& reference, const Actor& by);

/// The fee that held a transaction up, due until now, is paid: it goes on from where it stood before, without
/// the reason. Saves the transaction with its other fields in any case. Errors: those of moveTransaction().
Result<Transaction> saveFeePaid(Tx& tx, Transaction transaction, const Actor& by, MoveSource source);

/// The fee is in hand and the portal has the item: it is asked to take the fee from the centre's wallet.
void askPortalToTakeFee(
    Tx& tx, const Transaction& transaction, const QString& item, const QString& channel, const Actor& by);
/// The same for a fee that is collected after the work went out; nothing while the portal has no item of it.
void feeCollected(Tx& tx, const Transaction& transaction, const Actor& by);
/// The body of that request for an item of the outbox.
QByteArray feeInstruction(const Transaction& transaction, const QString& item);

/// The fee is paid otherwise: takes back the request that the portal should take it, with the audit line
/// `fee.payment-withdrawn`; nothing when there is none. Errors: Conflict `transaction.fee-under-way` (arg:
/// number) when the request is on its way.
Result<> withdrawFeePayment(Tx& tx, const Transaction& transaction, const Actor& by);

} // namespace sanad
