#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace sanad::ctl {

/// A printer or a pipe: it is written to as it stands, where a file is put in its place whole.
bool isDevice(const QString& path);

/// Whether somebody reads the pipe there; it is opened at once and held, so that its reader sees no end
/// before the bytes. Any other device is left alone. Errors: Unreachable `ctl.pipe-unread`,
/// `ctl.cannot-write` (arg: its path).
Result<> checkDevice(const QString& path);
/// Never waits for somebody to begin to read. Errors: as checkDevice().
Result<> writeDevice(const QString& path, const QByteArray& bytes);

} // namespace sanad::ctl
