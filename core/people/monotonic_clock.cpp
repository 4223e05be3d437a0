#include "core/people/monotonic_clock.h"

#include "core/crypto/hash.h"

#include <QSysInfo>

#include <chrono>

using namespace Qt::StringLiterals;

namespace sanad {

QString bootName(const QByteArray& systemsName)
{
    // One name for all programs and starts of them: else each would begin a delay anew that another has sat
    // out.
    return systemsName.isEmpty() ? u"unnamed"_s : QString::fromLatin1(systemsName);
}

MonotonicClock systemMonotonicClock()
{
    static const QString boot = bootName(QSysInfo::bootUniqueId());
    return {QString::fromLatin1(sha256(QSysInfo::machineUniqueId()).toHex().left(16)), boot, [] {
                using namespace std::chrono;
                return std::int64_t{
                    duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count()};
            }};
}

} // namespace sanad
