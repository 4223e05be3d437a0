// A portal's answers and what a connector says, as lines.

#include "core/sync/answer_reader.h"
#include "core/sync/connector_line.h"
#include "tests/fuzz/fuzz_target.h"

using namespace sanad;

FUZZ_TARGET(answers)
{
    const auto line = readConnectorLine(bytes, 64 * 1024);
    if (!line) return;
    const auto* answer = std::get_if<QJsonObject>(&line->answer);
    if (!answer) {
        fuzz::promise(std::get<ExchangeFailure>(line->answer).retryAfter.count() >= 0);
        return;
    }
    if (const auto read = readAcknowledgement(*answer))
        for (const auto& result : read->results)
            fuzz::promise(result.retryAfterSeconds >= 0 && result.reference.size() <= 40);
    if (const auto read = readUpdates(*answer))
        for (const auto& update : read->updates)
            fuzz::promise(update.at.isValid() && update.reference.size() <= 40);
}
