#include "core/sync/connector_line.h"

#include "core/sync/answer_reader.h"
#include "tests/support/test_support.h"

#include <QJsonArray>

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

TEST_CASE(
    "What a portal calls an item, and why it refuses one, says nothing that shows as another text", "[sync]")
{
    const QByteArray wild = R"(7\u202e-\u2028\u3164\ue000\u00079)", tame = "7- 9";
    const auto refused = must(
        readConnectorLine(R"({"id":1,"error":{"kind":"batch_refused","detail":")" + wild + R"("}})", 4096));
    CHECK(std::get<ExchangeFailure>(refused.answer).error.detail.toUtf8() == tame);
    const auto accepted = must(readConnectorLine(
        R"({"id":1,"ok":{"key":"k","results":[{"uuid":"u","result":"accepted","reference":")" + wild +
            R"("}]}})",
        4096));
    const auto told = must(readAcknowledgement(std::get<QJsonObject>(accepted.answer)));
    CHECK(told.results.front().reference.toUtf8() == tame);
    for (const QString& cursor : {u"\x1F"_s, u"\uFEFF1"_s, u"\u202E1"_s})
        CHECK(refusal(readUpdates({{u"cursor"_s, cursor}, {u"updates"_s, QJsonArray()}})).key ==
            u"sync.malformed-answer"_s);
}
