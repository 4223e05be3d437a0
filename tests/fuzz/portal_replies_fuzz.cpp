// What a portal answers over HTTPS, or whoever stands in its place: its status, its problems, its tokens. The
// first two bytes choose the status and the request.

#include "app/connectors/rest/portal_reply.h"
#include "core/sync/connector_line.h"
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::connectors;

namespace {

bool isPrintable(const QByteArray& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

} // namespace

FUZZ_TARGET(portal_replies)
{
    if (bytes.size() < 2) return;
    static constexpr std::array<long, 12> kStatuses{
        200, 400, 401, 403, 404, 409, 413, 422, 429, 500, 503, 302};
    static const std::array kVerbs{u"send"_s, u"poll"_s, u"pay"_s};
    static const std::array kKinds{u"unreachable"_s, u"busy"_s, u"refused"_s, u"batch_refused"_s};
    HttpAnswer answer;
    answer.status = kStatuses[static_cast<unsigned char>(bytes[0]) % kStatuses.size()];
    answer.contentType = "application/problem+json";
    answer.body = bytes.sliced(2).toByteArray();
    const QString& verb = kVerbs[static_cast<unsigned char>(bytes[1]) % kVerbs.size()];

    const Failure failure = failureFrom(answer, verb);
    fuzz::promise(std::find(kKinds.begin(), kKinds.end(), failure.kind) != kKinds.end());
    fuzz::promise(
        failure.kind != kKinds[3] || (verb == kVerbs[0] && failure.detail.startsWith(u"urn:sanad:")));
    fuzz::promise(failure.detail.size() <= 80 &&
        (isPrintable(failure.detail.toUtf8()) || failure.detail.startsWith(u"HTTP ")));

    if (const auto token = accessTokenFrom(answer.body))
        fuzz::promise(!token->text.isEmpty() && isPrintable(token->text) && token->lasts.count() >= 0);

    if (!isObject(answer.body)) return;
    // One line, and never the answer to another request.
    const QByteArray line = answerLine(7, answer.body);
    fuzz::promise(line.indexOf('\n') == line.size() - 1);
    const auto read = readConnectorLine(QByteArrayView(line).chopped(1), 8 * 1024 * 1024);
    fuzz::promise(!read || (read->id == 7 && std::holds_alternative<QJsonObject>(read->answer)));
}
