#include "core/sync/answer_reader.h"

#include "core/base/text_gate.h"
#include "core/sync/back_off.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qsizetype kMostUpdates = 500; // a page, as in the portal contract
constexpr int kReferenceLength = 40, kTextLength = 2000; // code points
constexpr qsizetype kCursorLength = 64;
constexpr qsizetype kMostFaults = 50;
constexpr qsizetype kSha256Bytes = 32;
constexpr int kLongestRetry = std::chrono::seconds(kLongestPostponement).count();

Error malformed(const QString& what)
{
    return {ErrorCode::Unusable, u"sync.malformed-answer"_s, {}, what};
}

/// What may be shown and stored.
QString shown(const QJsonValue& value, int length)
{
    return strippedText(value.toString(), length);
}

std::optional<ItemResult::Kind> resultKind(const QString& text)
{
    if (text == u"accepted") return ItemResult::Kind::Accepted;
    if (text == u"duplicate") return ItemResult::Kind::Duplicate;
    if (text == u"rejected") return ItemResult::Kind::Rejected;
    if (text == u"retry") return ItemResult::Kind::Retry;
    return std::nullopt;
}

std::optional<Update::Kind> updateKind(const QString& text)
{
    if (text == u"status") return Update::Kind::Status;
    if (text == u"fee") return Update::Kind::Fee;
    if (text == u"notice") return Update::Kind::Notice;
    return std::nullopt;
}

std::vector<FieldFault> faultsOf(const QJsonArray& errors)
{
    std::vector<FieldFault> faults;
    for (const auto& value : errors) {
        if (static_cast<qsizetype>(faults.size()) == kMostFaults) break;
        const QJsonObject error = value.toObject();
        faults.push_back({shown(error[u"pointer"_s], 400), shown(error[u"code"_s], 60),
            shown(error[u"message_ar"_s], kTextLength), shown(error[u"message_en"_s], kTextLength)});
    }
    return faults;
}

} // namespace

Result<Acknowledgement> readAcknowledgement(const QJsonObject& answer)
{
    Acknowledgement acknowledgement{answer[u"key"_s].toString(), {}};
    const QJsonValue results = answer[u"results"_s];
    if (!results.isArray()) return malformed(u"results"_s);
    const QJsonArray list = results.toArray();
    acknowledgement.results.reserve(static_cast<std::size_t>(list.size()));
    for (const auto& value : list) {
        const QJsonObject object = value.toObject();
        const auto kind = resultKind(object[u"result"_s].toString());
        if (!kind) return malformed(u"result"_s);
        acknowledgement.results.push_back(
            {object[u"uuid"_s].toString(), *kind, shown(object[u"reference"_s], kReferenceLength),
                std::clamp(object[u"retry_after"_s].toInt(), 0, kLongestRetry),
                faultsOf(object[u"errors"_s].toArray())});
    }
    return acknowledgement;
}

Result<Updates> readUpdates(const QJsonObject& answer)
{
    const QJsonValue cursor = answer[u"cursor"_s], list = answer[u"updates"_s];
    if (!cursor.isString() || cursor.toString().size() > kCursorLength || !list.isArray())
        return malformed(u"updates"_s);
    if (list.toArray().size() > kMostUpdates) return malformed(u"updates"_s);
    // It is stored and given back as it is.
    const auto clean = cleanText(cursor.toString());
    if (!clean || *clean != cursor.toString()) return malformed(u"cursor"_s);
    Updates updates{{}, cursor.toString(), answer[u"more"_s].toBool(), {}};
    if (const QJsonObject anchor = answer[u"anchor"_s].toObject(); !anchor.isEmpty()) {
        updates.anchor = Anchor{
            anchor[u"number"_s].toInteger(), QByteArray::fromHex(anchor[u"hash"_s].toString().toLatin1())};
        if (updates.anchor->number < 1 || updates.anchor->hash.size() != kSha256Bytes)
            return malformed(u"anchor"_s);
    }
    for (const auto& value : list.toArray()) {
        const QJsonObject object = value.toObject();
        const auto kind = updateKind(object[u"kind"_s].toString());
        if (!kind) return malformed(u"kind"_s);
        QDateTime at = QDateTime::fromString(object[u"at"_s].toString(), Qt::ISODateWithMs);
        if (!at.isValid()) return malformed(u"at"_s);
        updates.updates.push_back({*kind, object[u"item"_s].toString(),
            object[u"state"_s].toString().left(40), shown(object[u"reference"_s], kReferenceLength),
            shown(object[u"text_ar"_s], kTextLength), shown(object[u"text_en"_s], kTextLength), at.toUTC()});
    }
    return updates;
}

} // namespace sanad
