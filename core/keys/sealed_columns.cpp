#include "core/keys/sealed_columns.h"

namespace sanad {

const std::vector<SealedColumn>& sealedColumns()
{
    static const std::vector<SealedColumn> columns{
        {"customer", "person_sealed", "person"},
        {"service_transaction", "form", "form"},
        {"service_transaction", "price_reason", "price_reason"},
        {"service_transaction", "reason", "reason"},
        {"transaction_draft", "content", "content"},
        {"receipt_party", "sealed", "sealed"},
        {"staff", "sealed_pin", "sealed_pin"},
        {"approval", "sealed_reason", "sealed_reason"},
        {"desk_key", "sealed_secret", "sealed_secret"},
        {"outbox", "payload", "payload"},
        {"outbox", "answer", "answer"},
        {"sync_batch", "body", "body"},
        {"sync_channel", "settings", "settings"},
        {"privacy_request", "words", "words"},
        {"privacy_request", "answer", "answer"},
        {"privacy_breach", "words", "words"},
        {"privacy_breach", "measures", "measures"},
    };
    return columns;
}

const std::vector<const char*>& keyedIndexes()
{
    static const std::vector<const char*> indexes{
        "customer_number.exact_index", "customer_number.tail_index"};
    return indexes;
}

} // namespace sanad
