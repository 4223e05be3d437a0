#pragma once

#include "core/storage/database.h"

#include <QMap>
#include <QString>

namespace sanad {

/// Copies of papers are not kept longer than a year after the work, unless the centre sets otherwise: long
/// enough for a question of the agency or an inspector, and no tax document needs them.
constexpr int kKeepMonths = 12;
constexpr int kMostKeepMonths = 120;

/// Months by document code; the general rule has an empty code and is always there.
QMap<QString, int> retentionRules(Tx& tx);
/// What holds for one kind of document.
int keepMonths(Tx& tx, const QString& code);
/// Sets a rule and gives the files that are kept already their new last day. `code` and `months` must be
/// clean.
void setRetentionRule(Tx& tx, const QString& code, int months);

/// The number of the ministry's permit for kinds of data that may not be kept without one
/// (core/base/sensitive_data.h); empty for none.
QString sensitivePermit(Tx& tx);
void setSensitivePermit(Tx& tx, const QString& number);

} // namespace sanad
