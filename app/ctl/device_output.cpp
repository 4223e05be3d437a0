#include "app/ctl/device_output.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <map>
#include <memory>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#endif

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

bool isPipe(const QString& path)
{
    std::error_code ignored;
    return std::filesystem::is_fifo(std::filesystem::path(path.toStdU16String()), ignored);
}

Error cannotWrite(const QString& path, const QString& detail)
{
    return {ErrorCode::Unreachable, u"ctl.cannot-write"_s, {path}, detail};
}

/// Opened once and held until the program ends.
Result<QFile*> openedDevice(const QString& path)
{
    static std::map<QString, std::unique_ptr<QFile>> opened;
    if (const auto known = opened.find(path); known != opened.end()) return known->second.get();
    auto file = std::make_unique<QFile>(path);
    constexpr auto mode = QIODevice::WriteOnly | QIODevice::Unbuffered;
#ifdef Q_OS_UNIX
    // A pipe that nobody has open for reading would be waited for.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0 && errno == ENXIO && isPipe(path))
        return Error{ErrorCode::Unreachable, u"ctl.pipe-unread"_s, {path}, {}};
    if (descriptor < 0) return cannotWrite(path, u"open"_s);
    const bool waits = ::fcntl(descriptor, F_SETFL, 0) == 0;
    if (!file->open(descriptor, mode, QFileDevice::AutoCloseHandle) || !waits)
        return cannotWrite(path, file->errorString());
#else
    if (!file->open(mode)) return cannotWrite(path, file->errorString());
#endif
    return opened.emplace(path, std::move(file)).first->second.get();
}

} // namespace

bool isDevice(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

Result<> checkDevice(const QString& path)
{
    if (!isPipe(path)) return {};
    SANAD_TRY(openedDevice(path));
    return {};
}

Result<> writeDevice(const QString& path, const QByteArray& bytes)
{
    SANAD_TRY_VALUE(file, openedDevice(path));
    if (file->write(bytes) != bytes.size()) return cannotWrite(path, file->errorString());
    return {};
}

} // namespace sanad::ctl
