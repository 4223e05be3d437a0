#include "app/ctl/disk_warnings.h"

#include "core/backup/disk_room.h"

namespace sanad::ctl {

QJsonArray warnOfDisks(const Frame& frame, Database& db)
{
    QJsonArray told;
    const auto question = diskQuestion(db);
    if (!question) return told; // the command itself says what is wrong with the data
    for (const Error& warning : lookAtDisks(*question).warnings) {
        frame.warn(warning);
        told.append(frame.errorObject(warning));
    }
    return told;
}

} // namespace sanad::ctl
