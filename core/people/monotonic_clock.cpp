#include "core/people/monotonic_clock.h"

#include "core/crypto/hash.h"

#include <QSysInfo>

#include <chrono>

namespace sanad {

MonotonicClock systemMonotonicClock()
{
    static const QByteArray boot = [] {
        const QByteArray named = QSysInfo::bootUniqueId();
        return named.isEmpty() ? randomBytes(16).toHex() : named;
    }();
    return {QString::fromLatin1(sha256(QSysInfo::machineUniqueId()).toHex().left(16)),
        QString::fromLatin1(boot), [] {
            using namespace std::chrono;
            return std::int64_t{duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count()};
        }};
}

} // namespace sanad
