#pragma once

#include "core/base/result.h"
#include "core/storage/database.h"

#include <QCoreApplication>

#include <cstdio>

namespace sanad::test {

/// main() of `PROGRAM DATA WORD [FILES]`: does `work` there; 2 for other arguments, 1 and a line of the error
/// when it is refused.
inline int workOnData(int argc, char** argv, Result<> (*work)(const DataLocation& data, const QString& word))
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 3 || words.size() > 4) return 2;
    const auto done = work(DataLocation::parse(words[1], words.value(3)), words[2]);
    if (!done)
        std::fprintf(
            stderr, "%s %s\n", qPrintable(done.error().key), qPrintable(done.error().args.join(u' ')));
    return done ? 0 : 1;
}

} // namespace sanad::test
