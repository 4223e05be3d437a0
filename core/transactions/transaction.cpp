#include "core/transactions/transaction.h"

#include "core/transactions/document_state.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::array kStates{
    std::pair{TransactionState::Draft, "draft"_L1},
    std::pair{TransactionState::WaitingForCustomer, "waiting_for_customer"_L1},
    std::pair{TransactionState::Ready, "ready"_L1},
    std::pair{TransactionState::Submitted, "submitted"_L1},
    std::pair{TransactionState::InReview, "in_review"_L1},
    std::pair{TransactionState::ActionNeeded, "action_needed"_L1},
    std::pair{TransactionState::Approved, "approved"_L1},
    std::pair{TransactionState::Rejected, "rejected"_L1},
    std::pair{TransactionState::FeeDue, "fee_due"_L1},
    std::pair{TransactionState::Completed, "completed"_L1},
    std::pair{TransactionState::HandedOver, "handed_over"_L1},
    std::pair{TransactionState::Cancelled, "cancelled"_L1},
};

constexpr std::array kFeeStates{
    std::pair{FeeState::Unpaid, "unpaid"_L1},
    std::pair{FeeState::PaidUnconfirmed, "paid_unconfirmed"_L1},
    std::pair{FeeState::Confirmed, "confirmed"_L1},
    std::pair{FeeState::Disputed, "disputed"_L1},
    std::pair{FeeState::Refunded, "refunded"_L1},
};

constexpr std::array kDocumentStates{
    std::pair{DocumentState::Missing, "missing"_L1},
    std::pair{DocumentState::Seen, "seen"_L1},
    std::pair{DocumentState::Scanned, "scanned"_L1},
};

template <class Table, class Value> QString keyIn(const Table& table, Value value)
{
    for (const auto& [known, key] : table)
        if (known == value) return key;
    return {};
}

template <class Value, std::size_t N>
std::optional<Value> valueIn(const std::array<std::pair<Value, QLatin1StringView>, N>& table, QStringView key)
{
    for (const auto& [value, text] : table)
        if (text == key) return value;
    return std::nullopt;
}

} // namespace

QString transactionStateKey(TransactionState state)
{
    return keyIn(kStates, state);
}
std::optional<TransactionState> transactionStateFromKey(QStringView key)
{
    return valueIn(kStates, key);
}

QString feeStateKey(FeeState state)
{
    return keyIn(kFeeStates, state);
}
std::optional<FeeState> feeStateFromKey(QStringView key)
{
    return valueIn(kFeeStates, key);
}

QString documentStateKey(DocumentState state)
{
    return keyIn(kDocumentStates, state);
}
std::optional<DocumentState> documentStateFromKey(QStringView key)
{
    return valueIn(kDocumentStates, key);
}

} // namespace sanad
