#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace sanad::test {

/// A receipt printer at the wire: a named pipe that takes what is sent to it.
class PipePrinter {
public:
    PipePrinter();
    ~PipePrinter();
    PipePrinter(const PipePrinter&) = delete;
    PipePrinter& operator=(const PipePrinter&) = delete;
    QString device() const { return m_folder.filePath(QStringLiteral("printer")); }
    /// What has come since the start.
    const QByteArray& received();

private:
    QTemporaryDir m_folder;
    int m_pipe = -1;
    QByteArray m_received;
};

} // namespace sanad::test
