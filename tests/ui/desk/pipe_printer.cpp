#include "tests/ui/desk/pipe_printer.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sanad::test {

PipePrinter::PipePrinter()
{
    constexpr int kRoom = 1024 * 1024; // a receipt fits without anybody reading meanwhile
    const QByteArray path = QFile::encodeName(device());
    REQUIRE(::mkfifo(path.constData(), 0600) == 0);
    m_pipe = ::open(path.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(m_pipe >= 0);
    REQUIRE(::fcntl(m_pipe, F_SETPIPE_SZ, kRoom) >= kRoom);
}

PipePrinter::~PipePrinter()
{
    ::close(m_pipe);
}

const QByteArray& PipePrinter::received()
{
    std::array<char, 65536> part;
    for (ssize_t got = 0; (got = ::read(m_pipe, part.data(), part.size())) > 0;)
        m_received.append(part.data(), got);
    return m_received;
}

} // namespace sanad::test
