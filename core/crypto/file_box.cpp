#include "core/crypto/file_box.h"

#include "core/base/whole_file.h"
#include "core/crypto/sodium_ready.h"

#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QSaveFile>

#include <sodium.h>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qint64 kPiece = 64 * 1024;
constexpr auto kMagic = "SANADBX1"; // 8 bytes; a later form of the file gets another
constexpr qint64 kMagicBytes = 8;

static_assert(crypto_secretstream_xchacha20poly1305_KEYBYTES == 32);

/// Wipes the stream's key when it goes out of scope.
struct StreamState {
    crypto_secretstream_xchacha20poly1305_state value;
    ~StreamState() { sodium_memzero(&value, sizeof value); }
};

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

Error unreadable(const QString& detail)
{
    return {ErrorCode::Unreachable, u"file.unreadable"_s, {}, detail};
}
Error cannotWrite(const QString& detail)
{
    return {ErrorCode::Unreachable, u"file.cannot-write"_s, {}, detail};
}
Error damaged()
{
    return {ErrorCode::Internal, u"file.damaged"_s, {}, {}};
}

/// A new name is only safe from a power cut once its folder is on disk too; Windows needs no such step.
void syncFolder([[maybe_unused]] const QString& folder)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
#endif
}

} // namespace

Result<qint64> boxFile(
    QIODevice& source, const QString& path, const QByteArray& key32, QByteArrayView bound, qint64 maxBytes)
{
    Q_ASSERT(key32.size() == crypto_secretstream_xchacha20poly1305_KEYBYTES);
    sodiumReady();
    // QSaveFile writes beside `path`, syncs, and renames at commit(); without it nothing is left.
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly)) return cannotWrite(target.errorString());
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);

    StreamState state;
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> header{};
    crypto_secretstream_xchacha20poly1305_init_push(&state.value, header.data(), bytesOf(key32));
    target.write(kMagic, kMagicBytes);
    target.write(reinterpret_cast<const char*>(header.data()), static_cast<qint64>(header.size()));

    qint64 total = 0;
    QByteArray sealed(kPiece + crypto_secretstream_xchacha20poly1305_ABYTES, Qt::Uninitialized);
    QByteArray piece = source.read(kPiece);
    for (bool last = false; !last;) {
        total += piece.size();
        if (total > maxBytes)
            return Error{
                ErrorCode::Invalid, u"file.too-large"_s, {QString::number(maxBytes / (1024 * 1024))}, {}};
        QByteArray following = source.read(kPiece);
        last = following.isEmpty();
        unsigned long long written = 0;
        crypto_secretstream_xchacha20poly1305_push(&state.value,
            reinterpret_cast<unsigned char*>(sealed.data()), &written, bytesOf(piece),
            static_cast<unsigned long long>(piece.size()), bytesOf(bound),
            static_cast<unsigned long long>(bound.size()),
            last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                 : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        if (target.write(sealed.constData(), static_cast<qint64>(written)) != static_cast<qint64>(written))
            return cannotWrite(target.errorString());
        sodium_memzero(piece.data(), static_cast<std::size_t>(piece.size()));
        piece = std::move(following);
    }
    if (!commitWhole(target)) return cannotWrite(target.errorString());
    syncFolder(QFileInfo(path).absolutePath());
    return total;
}

Result<QByteArray> unboxFile(
    const QString& path, const QByteArray& key32, QByteArrayView bound, qint64 maxBytes)
{
    Q_ASSERT(key32.size() == crypto_secretstream_xchacha20poly1305_KEYBYTES);
    sodiumReady();
    QFile file(path);
    if (!QFileInfo(path).isFile()) return unreadable(u"no file"_s); // a pipe would be waited for
    if (!file.open(QIODevice::ReadOnly)) return unreadable(file.errorString());
    const QByteArray beginning = file.read(kMagicBytes + crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    if (beginning.size() != kMagicBytes + crypto_secretstream_xchacha20poly1305_HEADERBYTES ||
        !beginning.startsWith(kMagic))
        return damaged();
    StreamState state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(
            &state.value, bytesOf(QByteArrayView(beginning).sliced(kMagicBytes)), bytesOf(key32)) != 0)
        return damaged();

    QByteArray plain;
    unsigned char tag = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        const QByteArray sealed = file.read(kPiece + crypto_secretstream_xchacha20poly1305_ABYTES);
        if (sealed.size() < crypto_secretstream_xchacha20poly1305_ABYTES) return damaged();
        const qsizetype before = plain.size();
        const qsizetype more = sealed.size() - crypto_secretstream_xchacha20poly1305_ABYTES;
        if (before + more > maxBytes) return damaged();
        plain.resize(before + more);
        if (crypto_secretstream_xchacha20poly1305_pull(&state.value,
                reinterpret_cast<unsigned char*>(plain.data()) + before, nullptr, &tag, bytesOf(sealed),
                static_cast<unsigned long long>(sealed.size()), bytesOf(bound),
                static_cast<unsigned long long>(bound.size())) != 0)
            return damaged();
    }
    if (!file.atEnd()) return damaged();
    return plain;
}

} // namespace sanad
