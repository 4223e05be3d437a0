#include "core/base/id.h"

#include "core/base/id_clock.h"
#include "core/base/time_since_start.h"

#include <atomic>
#include <chrono>

namespace sanad {

namespace {

constexpr std::int64_t kEpoch2020Ms = 1'577'836'800'000;
constexpr std::int64_t kYear2100Ms = 4'102'444'800'000;
constexpr int kNodeBits = 8;
constexpr int kSequenceBits = 13;
constexpr std::int64_t kSequenceMask = (1 << kSequenceBits) - 1;

std::atomic<std::int64_t> g_lastTick{0}; // milliseconds and sequence together, without the node
std::atomic<std::int64_t> g_node{0};
std::atomic<std::int64_t> g_setTimeMs{0}; // 0: the clock
std::atomic<std::int64_t> g_sharedStartMs{0}; // the machine's start by the shared clock; 0: there is none

std::int64_t clockMs()
{
    using namespace std::chrono;
    const std::int64_t shared = g_sharedStartMs.load();
    if (shared != 0) return shared + timeSinceStart().count();
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

void raiseIdsAbove(std::int64_t id)
{
    const std::int64_t millis = id >> (kNodeBits + kSequenceBits);
    if (id <= 0 || millis >= kYear2100Ms - kEpoch2020Ms) return;
    const std::int64_t tick = (millis << kSequenceBits) | (id & kSequenceMask);
    std::int64_t last = g_lastTick.load();
    while (last < tick && !g_lastTick.compare_exchange_weak(last, tick)) { }
}

void setIdClock(std::int64_t millisecondsSinceEpoch)
{
    g_sharedStartMs = millisecondsSinceEpoch - timeSinceStart().count();
}

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
    const std::int64_t set = g_setTimeMs.load();
    const std::int64_t fresh = ((set != 0 ? set : clockMs()) - kEpoch2020Ms) << kSequenceBits;
    std::int64_t last = g_lastTick.load();
    std::int64_t next = 0;
    do {
        next = fresh > last ? fresh : last + 1;
    } while (!g_lastTick.compare_exchange_weak(last, next));
    const std::int64_t millis = next >> kSequenceBits;
    return (millis << (kNodeBits + kSequenceBits)) | (g_node.load() << kSequenceBits) |
        (next & kSequenceMask);
}

} // namespace sanad
