#include "ui/printing/printer_device.h"

#include <QFile>
#include <QFileInfo>

namespace sanad {

bool isPrinterDevice(const QString& path)
{
    const QFileInfo info(path);
    return info.isAbsolute() && info.exists() && !info.isFile() && !info.isDir();
}

bool sendToPrinter(const QString& device, const QByteArray& bytes)
{
    if (!isPrinterDevice(device)) return false;
    QFile printer(device);
    return printer.open(QIODevice::WriteOnly | QIODevice::ExistingOnly | QIODevice::Unbuffered) &&
        printer.write(bytes) == bytes.size();
}

} // namespace sanad
