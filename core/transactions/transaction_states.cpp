#include "core/transactions/transaction_states.h"

namespace sanad {

namespace {

using enum TransactionState;
constexpr auto Edit = Permission::EditTransactions;
constexpr std::nullopt_t New = std::nullopt;

constexpr StateRule kRules[] = {
    {New, WaitingForCustomer, Edit, "opened"},
    {New, Ready, Edit, "opened"},
    {WaitingForCustomer, Ready, Edit, "completed-by-customer"},
    {WaitingForCustomer, Cancelled, Edit, "cancelled"},
    {Ready, WaitingForCustomer, Edit, "sent-back"},
    {Ready, Submitted, Edit, "submitted"},
    {Ready, ActionNeeded, Edit, "refused"}, // by the portal's own check, before any agency saw it
    {Ready, Completed, Edit, "completed"}, // a service of the centre itself
    {Ready, Cancelled, Edit, "cancelled"},
    {Submitted, InReview, Edit, "in-review"},
    {Submitted, ActionNeeded, Edit, "action-needed"},
    {Submitted, Approved, Edit, "approved"},
    {Submitted, Rejected, Edit, "rejected"},
    {Submitted, FeeDue, Edit, "fee-due"},
    {Submitted, Completed, Edit, "completed"},
    {Submitted, Cancelled, Edit, "cancelled"},
    {InReview, ActionNeeded, Edit, "action-needed"},
    {InReview, Approved, Edit, "approved"},
    {InReview, Rejected, Edit, "rejected"},
    {InReview, FeeDue, Edit, "fee-due"},
    {InReview, Completed, Edit, "completed"},
    {InReview, Cancelled, Edit, "cancelled"},
    {ActionNeeded, Ready, Edit, "corrected"},
    {ActionNeeded, Submitted, Edit, "answered"},
    {ActionNeeded, InReview, Edit, "in-review"},
    {ActionNeeded, Approved, Edit, "approved"},
    {ActionNeeded, Rejected, Edit, "rejected"},
    {ActionNeeded, FeeDue, Edit, "fee-due"},
    {ActionNeeded, Completed, Edit, "completed"},
    {ActionNeeded, Cancelled, Edit, "cancelled"},
    {Approved, FeeDue, Edit, "fee-due"},
    {Approved, Completed, Edit, "completed"},
    {Approved, Cancelled, Edit, "cancelled"},
    {Rejected, Ready, Edit, "applied-again"},
    {Rejected, InReview, Edit, "in-review"},
    {Rejected, HandedOver, Edit, "handed-over"}, // the papers go back
    {Rejected, Cancelled, Edit, "cancelled"},
    {FeeDue, Submitted, Edit, "fee-settled"},
    {FeeDue, InReview, Edit, "in-review"},
    {FeeDue, ActionNeeded, Edit, "action-needed"},
    {FeeDue, Approved, Edit, "approved"},
    {FeeDue, Rejected, Edit, "rejected"},
    {FeeDue, Completed, Edit, "completed"},
    {FeeDue, Cancelled, Edit, "cancelled"},
    {Completed, HandedOver, Edit, "handed-over"},
};

} // namespace

std::span<const StateRule> stateRules()
{
    return kRules;
}

const StateRule* stateRule(std::optional<TransactionState> from, TransactionState to)
{
    for (const StateRule& rule : kRules)
        if (rule.from == from && rule.to == to) return &rule;
    return nullptr;
}

std::vector<TransactionState> movesFrom(TransactionState state)
{
    std::vector<TransactionState> list;
    for (const StateRule& rule : kRules)
        if (rule.from == state) list.push_back(rule.to);
    return list;
}

int attention(const Transaction& t)
{
    constexpr int kDisputedFee = 75, kToBePaid = 50;
    if (t.feeState == FeeState::Disputed && t.state != ActionNeeded && t.state != Rejected)
        return kDisputedFee;
    switch (t.state) {
    case ActionNeeded:
        return 90;
    case Rejected:
        return 80;
    case FeeDue:
        return 70;
    case Ready:
        if (t.receipt.isNull()) return kToBePaid;
        return t.channel == QLatin1StringView("rest") ? 0 : 60; // nobody but a clerk takes it further
    case WaitingForCustomer:
        return 40;
    case Completed:
        return t.receipt.isNull() ? kToBePaid : 10; // to be handed over
    case HandedOver:
        return 0;
    default:
        return isPayable(t) ? kToBePaid : 0;
    }
}

const std::vector<TransactionState>& openStates()
{
    static const std::vector<TransactionState> open{
        WaitingForCustomer, Ready, Submitted, InReview, ActionNeeded, Approved, FeeDue};
    return open;
}

bool isPayable(const Transaction& t)
{
    if (!t.receipt.isNull()) return false;
    switch (t.state) {
    case Ready:
    case Submitted:
    case InReview:
    case Approved:
    case FeeDue:
    case Completed:
    case HandedOver:
        return true;
    default:
        return false;
    }
}

bool alwaysNeedsPerson(TransactionState state)
{
    switch (state) {
    case ActionNeeded:
    case Rejected:
    case FeeDue:
    case WaitingForCustomer:
    case Completed:
        return true;
    default:
        return false;
    }
}

} // namespace sanad
