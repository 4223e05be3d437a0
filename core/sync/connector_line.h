#pragma once

#include "core/sync/connector.h"

#include <QJsonObject>

namespace sanad {

/// One line that a connector wrote: the answer to the request `id`, or why there is none.
struct ConnectorLine {
    qint64 id = -1;
    std::variant<QJsonObject, ExchangeFailure> answer;
};

/// Errors: Unusable `sync.malformed-answer`: the line is nothing that a connector may say.
Result<ConnectorLine> readConnectorLine(QByteArrayView line, qsizetype mostBytes);

} // namespace sanad
