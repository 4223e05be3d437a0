#include "app/ctl/line_reader.h"

#include "app/ctl/interrupt.h"

#include <QFileInfo>

#include <filesystem>
#include <iostream>

namespace sanad::ctl {

LineReader::LineReader(const QString& path, qsizetype mostBytes)
    : m_mostBytes(mostBytes)
{
    if (path == QStringLiteral("-")) {
        std::ios::sync_with_stdio(false);
        m_buffer = std::cin.rdbuf();
        return;
    }
    const QFileInfo info(path);
    if (!info.exists() || info.isDir()) return;
    m_waits = !info.isFile();
    m_file.open(std::filesystem::path(path.toStdU16String()), std::ios::binary);
    if (m_file) m_buffer = m_file.rdbuf();
}

std::optional<LineReader::Line> LineReader::next()
{
    constexpr auto kEnd = std::char_traits<char>::eof();
    for (;;) {
        Line line{m_number + 1, {}, false};
        std::optional<EndsAtOnce> waiting;
        if (m_waits) waiting.emplace();
        int byte = m_buffer->sbumpc();
        if (byte == kEnd) return std::nullopt;
        ++m_number;
        for (; byte != kEnd && byte != '\n'; byte = m_buffer->sbumpc()) {
            if (line.bytes.size() < m_mostBytes)
                line.bytes += static_cast<char>(byte);
            else
                line.tooLong = true;
        }
        if (line.bytes.endsWith('\r')) line.bytes.chop(1);
        if (!line.bytes.trimmed().isEmpty()) return line;
    }
}

} // namespace sanad::ctl
