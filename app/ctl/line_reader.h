#pragma once

#include <QByteArray>
#include <QString>

#include <fstream>
#include <optional>

namespace sanad::ctl {

/// Lines of a file or, for `-`, of stdin as they come. No line takes more memory than `mostBytes`.
class LineReader {
public:
    LineReader(const QString& path, qsizetype mostBytes);
    bool isOpen() const { return m_buffer != nullptr; }
    /// Whether the next line may be long in coming: not in a file.
    bool waits() const { return m_waits; }

    struct Line {
        qint64 number = 0; ///< From 1.
        QByteArray bytes; ///< Without its end.
        bool tooLong = false; ///< `bytes` holds only its start.
    };
    /// Nothing at the end. Empty lines are passed over.
    std::optional<Line> next();
    /// Lines so far, empty ones too.
    qint64 count() const { return m_number; }

private:
    std::ifstream m_file;
    std::streambuf* m_buffer = nullptr;
    bool m_waits = true;
    qsizetype m_mostBytes;
    qint64 m_number = 0;
};

} // namespace sanad::ctl
