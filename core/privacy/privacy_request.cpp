#include "core/privacy/privacy_request.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::array kKinds{std::pair{RequestKind::Access, "access"_L1},
    std::pair{RequestKind::Correction, "correction"_L1},
    std::pair{RequestKind::Restriction, "restriction"_L1}, std::pair{RequestKind::Erasure, "erasure"_L1},
    std::pair{RequestKind::Objection, "objection"_L1}};

} // namespace

QString requestKindKey(RequestKind kind)
{
    for (const auto& [value, key] : kKinds)
        if (value == kind) return key;
    return {};
}

std::optional<RequestKind> requestKindFromKey(QStringView key)
{
    for (const auto& [value, name] : kKinds)
        if (name == key) return value;
    return std::nullopt;
}

QString requestStateKey(RequestState state)
{
    switch (state) {
    case RequestState::Open:
        return u"open"_s;
    case RequestState::Done:
        return u"done"_s;
    case RequestState::Refused:
        return u"refused"_s;
    }
    return {};
}

int PrivacyBreach::hoursLeft(const QDateTime& now) const
{
    constexpr double kHour = 3600;
    return static_cast<int>(std::floor(static_cast<double>(now.secsTo(dueAt)) / kHour));
}

} // namespace sanad
