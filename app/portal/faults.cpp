#include "app/portal/faults.h"

#include <map>

using namespace Qt::StringLiterals;

namespace sanad::portal {

bool Faults::set(const QJsonObject& switches)
{
    const std::map<QString, std::atomic<int>*> known{{u"drop_ack"_s, &dropAcknowledgement},
        {u"unavailable"_s, &unavailable}, {u"retry_after"_s, &retryAfter}, {u"malformed"_s, &malformed},
        {u"slow_ms"_s, &slowMilliseconds}, {u"reject_items"_s, &items.reject},
        {u"retry_items"_s, &items.retry}};
    for (auto it = switches.begin(); it != switches.end(); ++it)
        if (!known.contains(it.key()) || it->toInt(-1) < 0) return false;
    for (auto it = switches.begin(); it != switches.end(); ++it)
        known.at(it.key())->store(it->toInt());
    return true;
}

} // namespace sanad::portal
