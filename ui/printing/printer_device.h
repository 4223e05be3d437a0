#pragma once

#include <QByteArray>
#include <QString>

namespace sanad {

/// True for what takes bytes as a printer does and is there: a device or a pipe. A file never: what is in it
/// would be written over or grown.
bool isPrinterDevice(const QString& path);

/// Sends all bytes; false when the device is none, or took less. Blocks while it prints.
bool sendToPrinter(const QString& device, const QByteArray& bytes);

} // namespace sanad
