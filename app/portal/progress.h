#pragma once

#include "app/portal/store.h"

#include "core/base/result.h"

#include <functional>
#include <optional>

namespace sanad::portal {

/// What happens to recorded items afterwards, and how a desk learns of it.
class Progress {
public:
    Progress(Store& store, DecisionRules rules)
        : m_store(store)
        , m_rules(rules)
    {
    }

    /// A page of updates after `cursor`, as the contract's Updates; what has become due is decided first.
    /// Errors: Invalid `portal.malformed` for a cursor that this portal never gave.
    Result<QByteArray> updates(const QString& client, const QString& cursor, int limit);
    /// An ItemStatus, or nothing.
    std::optional<QByteArray> item(const QString& client, const QString& uuid);

    /// By the operator. Errors: NotFound `portal.not-found`.
    Result<> decide(const QString& uuid, const QString& state, const QString& textAr, const QString& textEn);
    Result<> confirmFee(const QString& uuid, const QString& state);
    void notice(const QString& client, const QString& textAr, const QString& textEn);

    /// Calls `line` with one JSON object per recorded item, oldest first.
    void dump(const std::function<void(const QByteArray&)>& line);

private:
    void decideDue(std::int64_t now);
    void tell(const QString& uuid, const QString& kind, const QString& state, const QString& textAr,
        const QString& textEn, std::int64_t now);

    Store& m_store;
    DecisionRules m_rules;
};

} // namespace sanad::portal
