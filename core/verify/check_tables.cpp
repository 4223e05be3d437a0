#include "core/verify/checks.h"

using namespace Qt::StringLiterals;

namespace sanad {

void checkVouchedTables(Tx& tx, Evidence& evidence, Breaches& breaches)
{
    for (std::size_t i = 0; i < vouchedTables().size(); ++i) {
        const VouchedTable& table = *vouchedTables()[i];
        const QString name = QString::fromLatin1(table.name);
        auto& told = evidence.tables[i];
        eachVouchedRow(tx, table, [&](std::int64_t id, const QString& digest) {
            const auto known = told.constFind(id);
            if (known == told.constEnd())
                breaches.add(u"one-piece"_s, name, QString::number(id), u"has no audit line"_s);
            else if (*known == Evidence::Digest())
                breaches.add(u"chain"_s, name, QString::number(id), u"was taken away and is back"_s);
            else if (*known != digestFrom(digest))
                breaches.add(
                    u"chain"_s, name, QString::number(id), u"it or what belongs to it was changed"_s);
            told.remove(id);
        });
        std::int64_t first = 0;
        std::int64_t gone = 0;
        for (auto row = told.cbegin(); row != told.cend(); ++row) {
            if (row.value() == Evidence::Digest()) continue;
            ++gone;
            if (first == 0 || row.key() < first) first = row.key();
        }
        if (gone > 0)
            breaches.add(u"chain"_s, name, QString::number(first),
                gone == 1 ? u"is gone"_s : u"is gone, and %1 more"_s.arg(gone - 1));
    }
}

} // namespace sanad
