#pragma once

#include "core/base/actor.h"
#include "core/base/approval.h"
#include "core/storage/database.h"
#include "core/transactions/draft.h"
#include "core/transactions/service_form.h"
#include "core/transactions/transaction_list.h"

namespace sanad {

/// What an agency gave back for one transaction; what is absent stays.
struct AgencyResult {
    std::optional<QString> reference;
    std::optional<FeeState> fee;
    std::optional<TransactionState> state;
    QString reason; ///< Its words for the state.
};

/// What people do with transactions and drafts. Touches "transactions" and "drafts".
class TransactionService {
public:
    explicit TransactionService(Database& db)
        : m_db(db)
    {
    }

    /// Begins a draft at the actor's counter, its form prefilled from the customer. `applicant` may be none
    /// yet. Errors: NotFound `transaction.no-service`, `transaction.no-customer`.
    Result<Draft> open(const QString& serviceCode, CustomerId applicant, TicketId ticket, const Actor& by);
    /// Autosave; takes any content. Returns it with its time. Errors: Invalid `transaction.draft-too-large`;
    /// NotFound `transaction.no-draft`; Conflict `transaction.draft-elsewhere`: somebody else took it up
    /// since.
    Result<Draft> save(Draft draft, const Actor& by);
    Result<Draft> draft(TransactionId id, const Actor& by);
    /// Sets aside or brings back. Errors: NotFound `transaction.no-draft`.
    Result<Draft> hold(TransactionId id, const Actor& by);
    Result<Draft> resume(TransactionId id, const Actor& by);
    Result<> discard(TransactionId id, const Actor& by);
    /// What the actor had open when the program ended, newest first.
    Result<std::vector<Draft>> leftOpen(const Actor& by);
    Result<std::vector<Draft>> held(const Actor& by);
    Result<std::vector<Draft>> draftsOf(TicketId ticket, const Actor& by);

    /// The draft's form as it would be submitted, with every fault. Changes nothing.
    Result<CheckedForm> check(const Draft& draft, const Actor& by);
    /// Makes an unpaid transaction of the draft, ready or waiting for the customer. A paid one comes from
    /// VisitService. What is owed for it is agreed here and stays. Errors: Invalid `transaction.form` (args:
    /// faults, JSON pointer of the first), `visit.fee-needed` while nobody knows the fee, those of
    /// cleanText(). `approval` only where the price is another than the displayed one.
    Result<Transaction> submit(
        TransactionId draft, TransactionState to, const Actor& by, const Approval& approval = {});

    /// One move of the machine; `reason` is kept sealed. Errors as moveTransaction(), NotFound
    /// `transaction.not-found`, Conflict `transaction.paid` when a paid one is cancelled before its refund,
    /// `transaction.correct-first` (arg: number) when only CorrectionService can take it on,
    /// `transaction.unpaid` (arg: number) when its result would be handed over before the customer paid.
    Result<Transaction> move(TransactionId id, TransactionState to, const QString& reason, const Actor& by);
    /// What the agency's site gave back. A fee that was paid there is not taken through the portal any more.
    /// That it was refunded says who may refund fees. Errors: Invalid `transaction.reference`; Conflict
    /// `transaction.fee-state`, `transaction.fee-under-way`
    /// (arg: number) while the portal is being asked to take it.
    Result<Transaction> recordReference(
        TransactionId id, const QString& reference, FeeState fee, const Actor& by);

    /// Both in one commit: what came back with it, then the move. Errors as those two.
    Result<Transaction> recordResult(TransactionId id, const AgencyResult& result, const Actor& by);

    Result<Transaction> get(TransactionId id, const Actor& by);
    /// By `T-000123`. Errors: NotFound `transaction.not-found`.
    Result<Transaction> find(const QString& number, const Actor& by);
    Result<std::vector<TransactionMove>> moves(TransactionId id, const Actor& by);
    Result<TransactionPage> list(
        const TransactionFilter& filter, const ListAnchor& after, int limit, const Actor& by);
    /// What needs a person, most pressing first; and how many in all.
    Result<TransactionPage> workList(const ListAnchor& after, int limit, const Actor& by);
    Result<std::int64_t> needingPerson(const Actor& by);

    /// A form of more bytes than this is not kept: the portal takes 64 KiB an item.
    static constexpr qsizetype kMostFormBytes = 60 * 1024;

private:
    Result<Draft> setHeld(TransactionId id, bool held, const Actor& by);

    Database& m_db;
};

} // namespace sanad
