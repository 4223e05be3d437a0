#include "core/base/id.h"

#include <atomic>
#include <chrono>

namespace sanad {

namespace {

constexpr std::int64_t kEpoch2020Ms = 1'577'836'800'000;
constexpr int kNodeBits = 8;
constexpr int kSequenceBits = 13;

std::atomic<std::int64_t> g_lastTick{0}; // milliseconds and sequence together, without the node
std::atomic<std::int64_t> g_node{0};
std::atomic<std::int64_t> g_setTimeMs{0}; // 0: the machine's clock

} // namespace

void setIdNode(int node)
{
    g_node = node & ((1 << kNodeBits) - 1);
}

void setIdTime(const QDateTime& utc)
{
    g_setTimeMs = utc.isValid() ? utc.toMSecsSinceEpoch() : 0;
}

std::int64_t nextRawId()
{
    using namespace std::chrono;
    const std::int64_t set = g_setTimeMs.load();
    const auto now =
        set != 0 ? set : duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const std::int64_t fresh = (now - kEpoch2020Ms) << kSequenceBits;
    std::int64_t last = g_lastTick.load();
    std::int64_t next = 0;
    do {
        next = fresh > last ? fresh : last + 1;
    } while (!g_lastTick.compare_exchange_weak(last, next));
    const std::int64_t millis = next >> kSequenceBits;
    const std::int64_t sequence = next & ((1 << kSequenceBits) - 1);
    return (millis << (kNodeBits + kSequenceBits)) | (g_node.load() << kSequenceBits) | sequence;
}

} // namespace sanad
