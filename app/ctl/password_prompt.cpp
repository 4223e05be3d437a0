#include "app/ctl/password_prompt.h"

#include <QByteArray>

#include <cstdio>
#include <iostream>
#include <string>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

/// Keeps the terminal from showing what is typed, for as long as it lives.
class NoEcho {
public:
#ifdef Q_OS_WIN
    NoEcho()
        : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        m_works = GetConsoleMode(m_input, &m_before) &&
            SetConsoleMode(m_input, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~NoEcho()
    {
        if (m_works) SetConsoleMode(m_input, m_before);
    }

private:
    HANDLE m_input;
    DWORD m_before = 0;
#else
    NoEcho()
    {
        m_works = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_works) return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_works = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~NoEcho()
    {
        if (m_works) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before = {};
#endif
public:
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;
    bool works() const
    {
        return m_works;
    }

private:
    bool m_works = false;
};

/// Bytes that are no UTF-8 are not guessed at: as a password they would be any others of that length.
Result<QString> readable(const QByteArray& bytes)
{
    if (!bytes.isValidUtf8()) return Error{ErrorCode::Usage, u"ctl.secret-encoding"_s, {}, {}};
    return QString::fromUtf8(bytes);
}

} // namespace

Result<QString> secret(const char* variable, const QString& question)
{
    if (qEnvironmentVariableIsSet(variable)) return readable(qgetenv(variable));
    const NoEcho silence;
    if (!silence.works())
        return Error{ErrorCode::Usage, u"ctl.no-password"_s, {QString::fromLatin1(variable)}, {}};
    std::cerr << question.toStdString() << std::flush;
    std::string typed;
    std::getline(std::cin, typed);
    std::cerr << '\n';
    return readable(QByteArray::fromStdString(typed));
}

} // namespace sanad::ctl
