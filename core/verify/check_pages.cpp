#include "core/verify/checks.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSound = "PRAGMA integrity_check(20)";

} // namespace

bool checkPages(Tx& tx, Breaches& breaches)
{
    if (tx.onServer()) return true; // which checks its own pages
    bool sound = true;
    auto query = tx.query(kSound);
    query.run();
    while (query.next()) {
        // What is wrong with pages comes in one text under this heading, what is wrong with rows as a row
        // each.
        QStringList found = query.text(0).split(u'\n', Qt::SkipEmptyParts);
        if (found == QStringList{u"ok"_s}) continue;
        if (found.removeIf([](const QString& line) { return line.startsWith("*** in database"_L1); }) > 0)
            sound = false;
        for (const QString& what : found)
            breaches.add(u"file"_s, u"sanad.db"_s, {}, what.left(200));
    }
    return sound;
}

} // namespace sanad
