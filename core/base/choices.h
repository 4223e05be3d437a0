#pragma once

#include <QString>
#include <QStringList>

namespace sanad {

/// The choices that there are, for a sentence about a value that is none of them: all when they are few, else
/// those that begin most like `given`, and an ellipsis; a dash when there are none. `given` itself is not in
/// it.
QString namedChoices(const QStringList& all, const QString& given);

} // namespace sanad
