#include "ui/transactions/transaction_words.h"

#include <QCoreApplication>

namespace sanad {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sanad::TransactionWords)
};

} // namespace

QString stateText(TransactionState state)
{
    switch (state) {
    case TransactionState::Draft:
        return Words::tr("Draft");
    case TransactionState::WaitingForCustomer:
        return Words::tr("Waiting for the customer");
    case TransactionState::Ready:
        return Words::tr("Ready to send");
    case TransactionState::Submitted:
        return Words::tr("Sent");
    case TransactionState::InReview:
        return Words::tr("In review");
    case TransactionState::ActionNeeded:
        return Words::tr("Action needed");
    case TransactionState::Approved:
        return Words::tr("Approved");
    case TransactionState::Rejected:
        return Words::tr("Rejected");
    case TransactionState::FeeDue:
        return Words::tr("Fee due");
    case TransactionState::Completed:
        return Words::tr("Completed");
    case TransactionState::HandedOver:
        return Words::tr("Handed over");
    case TransactionState::Cancelled:
        return Words::tr("Cancelled");
    }
    return {};
}

QString feeStateText(FeeState state)
{
    switch (state) {
    case FeeState::Unpaid:
        return Words::tr("Not paid");
    case FeeState::PaidUnconfirmed:
        return Words::tr("Paid, not confirmed");
    case FeeState::Confirmed:
        return Words::tr("Confirmed");
    case FeeState::Disputed:
        return Words::tr("Disputed");
    case FeeState::Refunded:
        return Words::tr("Refunded");
    }
    return {};
}

Tone toneOf(TransactionState state)
{
    switch (state) {
    case TransactionState::ActionNeeded:
    case TransactionState::Rejected:
        return Tone::Error;
    case TransactionState::WaitingForCustomer:
    case TransactionState::FeeDue:
        return Tone::Warning;
    case TransactionState::Completed:
    case TransactionState::Approved:
        return Tone::Success;
    default:
        return Tone::Plain;
    }
}

} // namespace sanad
