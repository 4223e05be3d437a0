#pragma once

#include "core/base/result.h"
#include "core/customers/customer.h"

#include <QHash>
#include <QStringList>

namespace sanad {

/// Columns that an import knows, in the order of the documentation.
const QStringList& importColumns();

/// A row as named texts to a customer, not yet checked as one. Errors: Invalid `import.kind` (arg),
/// `import.date` (arg: the column).
Result<Customer> customerOfRow(const QHash<QString, QString>& row);

/// One line of JSON as such a row. Errors: those of parseJson(); Unusable `import.not-an-object`,
/// `import.unknown-column` (arg), `import.not-text` (arg: the key).
Result<QHash<QString, QString>> rowOfJson(const QByteArray& line);

} // namespace sanad
