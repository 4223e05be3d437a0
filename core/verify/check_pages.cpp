#include "core/verify/checks.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSound = "PRAGMA integrity_check(20)";

} // namespace

void checkPages(Tx& tx, Breaches& breaches)
{
    if (tx.onServer()) return; // which checks its own pages
    auto query = tx.query(kSound);
    query.run();
    while (query.next())
        if (const QString found = query.text(0); found != "ok"_L1)
            breaches.add(u"file"_s, u"sanad.db"_s, {}, found.section(u'\n', 0, 0).left(200));
}

} // namespace sanad
