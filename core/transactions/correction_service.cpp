#include "core/transactions/correction_service.h"

#include "core/base/json_writer.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/fee_quote.h"
#include "core/customers/customer_service.h"
#include "core/transactions/made_with.h"
#include "core/transactions/move_transaction.h"
#include "core/transactions/portal_item.h"
#include "core/transactions/transaction_form.h"
#include "core/transactions/transaction_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kForm = u"/form"_s;

Result<Transaction> refused(Tx& tx, TransactionId id)
{
    auto t = TransactionRepository(tx).get(id);
    if (!t) return Error{ErrorCode::NotFound, u"transaction.not-found"_s, {}, {}};
    if (t->state != TransactionState::ActionNeeded && t->state != TransactionState::Rejected)
        return Error{ErrorCode::Conflict, u"transaction.not-refused"_s, {t->number}, {}};
    return *t;
}

/// The portal points into its item; a clerk sees the form in it.
std::vector<FieldFault> faultsOf(Tx& tx, TransactionId id)
{
    std::vector<FieldFault> faults;
    for (const OutboxRow& row : Outbox(tx).rowsOf(id.raw())) {
        if (row.kind != "transaction"_L1 || row.state != OutboxState::Aside) continue;
        for (FieldFault fault : row.faults) {
            fault.pointer =
                fault.pointer.startsWith(kForm + u'/') ? fault.pointer.mid(kForm.size()) : QString();
            faults.push_back(std::move(fault));
        }
    }
    return faults;
}

/// What the government asks for, now and later, by the answers of `form`; nothing where it cannot be worked
/// out.
std::optional<std::pair<Money, Money>> feeBy(
    const ServiceItem& service, const Transaction& t, const QJsonObject& form)
{
    FeeChoices choices;
    choices.monthsLate = t.fee.monthsLate;
    choices.late = t.fee.monthsLate > 0;
    choices.extras = t.fee.extras;
    const auto quoted = quote(service, form, catalogueDay(t.openedAt), choices);
    if (!quoted) return std::nullopt;
    return std::pair{quoted->governmentFee, quoted->dueLater};
}

} // namespace

Result<Correction> CorrectionService::open(TransactionId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.read([&](Tx& tx) -> Result<Correction> {
        SANAD_TRY_VALUE(transaction, refused(tx, id));
        return Correction{transaction, madeWith(tx, transaction).service, faultsOf(tx, id)};
    });
}

Result<CheckedForm> CorrectionService::check(TransactionId id, const QJsonObject& form, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.read([&](Tx& tx) -> Result<CheckedForm> {
        SANAD_TRY_VALUE(transaction, refused(tx, id));
        return checkedForm(tx, madeWith(tx, transaction).service, form, transaction.applicant);
    });
}

Result<Transaction> CorrectionService::send(TransactionId id, const QJsonObject& form, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.write([&](Tx& tx) -> Result<Transaction> {
        SANAD_TRY_VALUE(t, refused(tx, id));
        SANAD_TRY(mayBeUsed(tx, partiesOf(t)));
        const ServiceItem service = madeWith(tx, t).service;
        SANAD_TRY_VALUE(checked, checkedForm(tx, service, form, t.applicant));
        if (!acceptable(checked.faults)) return formError(checked.faults);
        // What was agreed, and perhaps paid, belongs to the answers as they were.
        if (feeBy(service, t, t.form) != feeBy(service, t, checked.data))
            return Error{ErrorCode::Conflict, u"transaction.fee-changes"_s, {t.number}, {}};
        t.form = checked.data;
        t.reason.clear();
        const QByteArray json = compactJson(t.form);
        TransactionRepository(tx).setForm(id, json);
        // Before the move: what stands aside would keep it on the work list.
        SANAD_TRY(sendAgain(tx, t, service.channel, json, customerKindOf(tx, t.applicant)));
        return moveTransaction(tx, t, TransactionState::Ready, by);
    });
}

} // namespace sanad
