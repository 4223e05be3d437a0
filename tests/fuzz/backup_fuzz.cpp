// The readable beginning of a backup file, and the names that its entries may have.

#include "core/backup/backup_file.h"
#include "tests/fuzz/fuzz_target.h"

using namespace sanad;

FUZZ_TARGET(backup)
{
    // Names that lead nowhere else.
    const QString name = QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 100)));
    if (isEntryName(name))
        for (const QString& part : name.split(u'/'))
            fuzz::promise(!part.isEmpty() && part != u".." && part != u"." && !part.contains(u'\\'));
    const auto parsed = parseBackupHeader(bytes);
    if (!parsed) return;
    // What was read is written and read as the same.
    const auto again = parseBackupHeader(headerBytes(parsed->header));
    fuzz::promise(again && again->header == parsed->header && bytes.startsWith(parsed->bytes));
}
