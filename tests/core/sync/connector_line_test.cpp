#include "core/sync/connector_line.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("An answer of a connector that is longer or deeper than its limit is refused unread", "[sync]")
{
    const auto answer = [](const QByteArray& value) { return R"({"id":1,"ok":{"a":)" + value + "}}"; };
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    constexpr int kAround = 2; // the line, and what it says
    CHECK(must(readConnectorLine(answer(nested(32 - kAround)), 4096)).id == 1);
    CHECK(refusal(readConnectorLine(answer(nested(33 - kAround)), 4096)).key == u"sync.malformed-answer"_s);
    const QByteArray full = answer('"' + QByteArray(1000, 'x') + '"');
    CHECK(must(readConnectorLine(full, full.size())).id == 1);
    CHECK(refusal(readConnectorLine(full, full.size() - 1)).key == u"sync.malformed-answer"_s);
}
