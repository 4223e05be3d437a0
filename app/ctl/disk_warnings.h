#pragma once

#include "app/ctl/frame.h"

#include <QJsonArray>

namespace sanad::ctl {

/// Says on stderr what a person should know of the disks of the data and of the backups, whatever comes of
/// the command itself. Returns the warnings as errorObject() shows them.
QJsonArray warnOfDisks(const Frame& frame, Database& db);

} // namespace sanad::ctl
