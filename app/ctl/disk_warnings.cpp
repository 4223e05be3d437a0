#include "app/ctl/disk_warnings.h"

#include "core/backup/disk_room.h"

namespace sanad::ctl {

QJsonArray warnOfDisks(const Frame& frame, Database& db)
{
    QJsonArray codes;
    const auto question = diskQuestion(db);
    if (!question) return codes; // the command itself says what is wrong with the data
    for (const Error& warning : lookAtDisks(*question).warnings) {
        frame.warn(warning);
        codes.append(warning.key);
    }
    return codes;
}

} // namespace sanad::ctl
