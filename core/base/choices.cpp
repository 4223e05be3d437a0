#include "core/base/choices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

QString namedChoices(const QStringList& all, const QString& given)
{
    constexpr qsizetype kFew = 12, kNearest = 8;
    if (all.isEmpty()) return u"–"_s;
    if (all.size() <= kFew) return all.join(u", "_s);
    const QString sought = given.toCaseFolded();
    const auto shared = [&](const QString& choice) {
        const QString folded = choice.toCaseFolded();
        return std::mismatch(sought.begin(), sought.end(), folded.begin(), folded.end()).first -
            sought.begin();
    };
    QStringList nearest = all;
    std::stable_sort(nearest.begin(), nearest.end(),
        [&](const QString& one, const QString& other) { return shared(one) > shared(other); });
    return QStringList(nearest.mid(0, kNearest) << u"…"_s).join(u", "_s);
}

} // namespace sanad
