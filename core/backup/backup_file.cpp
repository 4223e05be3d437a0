#include "core/backup/backup_file.h"

#include "core/base/whole_file.h"
#include "core/crypto/password.h"
#include "core/crypto/sodium_ready.h"
#include "core/people/secret_check.h"
#include "core/storage/durable_files.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QtEndian>

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qsizetype kPiece = 64 * 1024;
constexpr qsizetype kSealedPiece = kPiece + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr int kStreamHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype kMostName = 100;
constexpr char kFileEntry = 'F', kEndEntry = 'E';

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

Error damaged(const QString& detail)
{
    return {ErrorCode::Unusable, u"backup.damaged"_s, {}, detail};
}
Error cannotWrite(const QString& detail)
{
    return {ErrorCode::Unreachable, u"backup.cannot-write"_s, {}, detail};
}
Error stopped()
{
    return {ErrorCode::Conflict, u"backup.stopped"_s, {}, {}};
}
Error wrongKey()
{
    return {ErrorCode::Denied, u"backup.wrong-key"_s, {}, {}};
}

/// Wiped when it goes out of scope.
struct StreamState {
    crypto_secretstream_xchacha20poly1305_state value;
    ~StreamState() { sodium_memzero(&value, sizeof value); }
};

QByteArray fileKey(const Vault& vault, const QByteArray& salt)
{
    return vault.subKey(u"backup/"_s + QString::fromLatin1(salt.toHex()));
}

/// What every piece is bound to.
QByteArray boundTo(const QByteArray& header)
{
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), static_cast<std::size_t>(hash.size()),
        raw(header), static_cast<unsigned long long>(header.size()), nullptr, 0);
    return hash;
}

} // namespace

struct BackupWriter::Impl {
    QSaveFile file;
    StreamState state{};
    QByteArray bound;
    QByteArray plain; ///< What waits for the next piece.
    QByteArray sealed{kSealedPiece, Qt::Uninitialized};
    quint32 entries = 0;

    explicit Impl(const QString& path)
        : file(path)
    {
    }

    bool push(bool last)
    {
        unsigned long long written = 0;
        crypto_secretstream_xchacha20poly1305_push(&state.value,
            reinterpret_cast<unsigned char*>(sealed.data()), &written, raw(plain),
            static_cast<unsigned long long>(plain.size()), raw(bound),
            static_cast<unsigned long long>(bound.size()),
            last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                 : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        plain.resize(0);
        return file.write(sealed.constData(), static_cast<qint64>(written)) == static_cast<qint64>(written);
    }

    bool put(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const auto part = std::min(kPiece - plain.size(), bytes.size());
            plain.append(bytes.data(), part);
            bytes = bytes.sliced(part);
            if (plain.size() == kPiece && !push(false)) return false;
        }
        return true;
    }
};

BackupWriter::BackupWriter(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
BackupWriter::~BackupWriter() = default;

Result<std::unique_ptr<BackupWriter>> BackupWriter::create(
    const QString& path, const BackupHeader& header, const Vault& vault)
{
    sodiumReady();
    auto impl = std::make_unique<Impl>(path);
    if (!impl->file.open(QIODevice::WriteOnly)) return cannotWrite(impl->file.errorString());
    impl->file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    impl->plain.reserve(kPiece);
    const QByteArray beginning = headerBytes(header);
    impl->bound = boundTo(beginning);
    std::array<unsigned char, kStreamHeader> streamHeader{};
    QByteArray key = fileKey(vault, header.salt);
    crypto_secretstream_xchacha20poly1305_init_push(&impl->state.value, streamHeader.data(), raw(key));
    sodium_memzero(key.data(), static_cast<std::size_t>(key.size()));
    if (impl->file.write(beginning) != beginning.size() ||
        impl->file.write(reinterpret_cast<const char*>(streamHeader.data()), kStreamHeader) != kStreamHeader)
        return cannotWrite(impl->file.errorString());
    return std::unique_ptr<BackupWriter>(new BackupWriter(std::move(impl)));
}

Result<> BackupWriter::add(const QString& name, QIODevice& source, const BackupProgress& progress)
{
    Q_ASSERT(isEntryName(name));
    const QByteArray utf8 = name.toUtf8();
    const qint64 whole = source.size();
    QByteArray head(11, kFileEntry);
    qToLittleEndian(static_cast<quint16>(utf8.size()), head.data() + 1);
    qToLittleEndian(static_cast<quint64>(whole), head.data() + 3);
    if (!m_impl->put(head + utf8)) return cannotWrite(m_impl->file.errorString());
    QByteArray buffer(kPiece, Qt::Uninitialized);
    for (qint64 done = 0; done < whole;) {
        const qint64 got = source.read(buffer.data(), std::min<qint64>(buffer.size(), whole - done));
        if (got <= 0) return Error{ErrorCode::Unreachable, u"file.unreadable"_s, {}, source.errorString()};
        if (!m_impl->put(QByteArrayView(buffer).first(got))) return cannotWrite(m_impl->file.errorString());
        done += got;
        if (progress && !progress(done, whole)) return stopped();
    }
    ++m_impl->entries;
    return {};
}

Result<qint64> BackupWriter::finish()
{
    QByteArray end(5, kEndEntry);
    qToLittleEndian(m_impl->entries, end.data() + 1);
    if (!m_impl->put(end) || !m_impl->push(true)) return cannotWrite(m_impl->file.errorString());
    const qint64 bytes = m_impl->file.size();
    const QString path = m_impl->file.fileName();
    if (!commitWhole(m_impl->file)) return cannotWrite(m_impl->file.errorString());
    syncFolder(QFileInfo(path).absolutePath());
    return bytes;
}

struct BackupReader::Impl {
    QFile file;
    ParsedHeader parsed;
    StreamState state{};
    QByteArray bound;
    QByteArray plain; ///< Of the piece that is being read.
    qsizetype at = 0;
    bool unlocked = false, first = true, last = false;
    qint64 left = 0; ///< Of the entry that next() named.
    quint32 entries = 0;

    /// False when the file is not what was written.
    bool pull()
    {
        if (last) return false;
        const QByteArray sealed = file.read(kSealedPiece);
        if (sealed.size() < crypto_secretstream_xchacha20poly1305_ABYTES) return false;
        plain.resize(sealed.size() - crypto_secretstream_xchacha20poly1305_ABYTES);
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&state.value,
                reinterpret_cast<unsigned char*>(plain.data()), nullptr, &tag, raw(sealed),
                static_cast<unsigned long long>(sealed.size()), raw(bound),
                static_cast<unsigned long long>(bound.size())) != 0)
            return false;
        last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        at = 0;
        first = false;
        return true;
    }

    /// `count` bytes into `to`, or false.
    bool take(char* to, qsizetype count)
    {
        while (count > 0) {
            if (at == plain.size() && !pull()) return false;
            const auto part = std::min(count, plain.size() - at);
            std::copy_n(plain.constData() + at, part, to);
            at += part;
            to += part;
            count -= part;
        }
        return true;
    }
};

BackupReader::BackupReader(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
BackupReader::~BackupReader() = default;

Result<std::unique_ptr<BackupReader>> BackupReader::open(const QString& path)
{
    sodiumReady();
    auto impl = std::make_unique<Impl>();
    impl->file.setFileName(path);
    if (QFileInfo(path).isDir() || !impl->file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreachable, u"file.unreadable"_s, {}, impl->file.errorString()};
    SANAD_TRY_VALUE(parsed, parseBackupHeader(impl->file.peek(kMostHeaderBytes + 64)));
    impl->parsed = parsed;
    impl->file.seek(impl->parsed.bytes.size());
    impl->bound = boundTo(impl->parsed.bytes);
    return std::unique_ptr<BackupReader>(new BackupReader(std::move(impl)));
}

const BackupHeader& BackupReader::header() const
{
    return m_impl->parsed.header;
}

qint64 BackupReader::bytes() const
{
    return m_impl->file.size();
}

Result<> BackupReader::unlock(const Vault& vault)
{
    const QByteArray streamHeader = m_impl->file.read(kStreamHeader);
    if (streamHeader.size() != kStreamHeader) return damaged(u"cut"_s);
    QByteArray key = fileKey(vault, header().salt);
    const bool begun = crypto_secretstream_xchacha20poly1305_init_pull(
                           &m_impl->state.value, raw(streamHeader), raw(key)) == 0;
    sodium_memzero(key.data(), static_cast<std::size_t>(key.size()));
    if (!begun) return damaged(u"stream header"_s);
    m_impl->unlocked = true;
    return {};
}

Result<std::optional<BackupReader::Entry>> BackupReader::next()
{
    Q_ASSERT(m_impl->unlocked && m_impl->left == 0);
    char kind = 0;
    if (!m_impl->take(&kind, 1)) return damaged(u"piece"_s);
    if (kind == kEndEntry) {
        char count[4];
        if (!m_impl->take(count, 4) || qFromLittleEndian<quint32>(count) != m_impl->entries ||
            m_impl->at != m_impl->plain.size() || !m_impl->last || !m_impl->file.atEnd())
            return damaged(u"end"_s);
        return std::optional<Entry>();
    }
    char head[10];
    if (kind != kFileEntry || !m_impl->take(head, 10)) return damaged(u"entry"_s);
    const qsizetype length = qFromLittleEndian<quint16>(head);
    const auto bytes = qFromLittleEndian<quint64>(head + 2);
    if (length > kMostName || bytes > static_cast<quint64>(m_impl->file.size())) return damaged(u"entry"_s);
    QByteArray name(length, '\0');
    if (!m_impl->take(name.data(), length)) return damaged(u"name"_s);
    Entry entry{QString::fromUtf8(name), static_cast<qint64>(bytes)};
    if (!isEntryName(entry.name)) return damaged(u"name"_s);
    m_impl->left = entry.bytes;
    ++m_impl->entries;
    return std::optional(entry);
}

Result<> BackupReader::extract(QIODevice& to, const BackupProgress& progress)
{
    QByteArray buffer(kPiece, Qt::Uninitialized);
    while (m_impl->left > 0) {
        const auto part = std::min<qint64>(buffer.size(), m_impl->left);
        if (!m_impl->take(buffer.data(), part)) return damaged(u"piece"_s);
        if (to.write(buffer.constData(), part) != part) return cannotWrite(to.errorString());
        m_impl->left -= part;
        if (progress && !progress(m_impl->file.pos(), m_impl->file.size())) return stopped();
    }
    return {};
}

bool isEntryName(const QString& name)
{
    static const QRegularExpression form(
        u"\\A(sanad\\.db|manifest\\.json|files/[0-9A-Za-z][0-9A-Za-z._-]{0,79})\\z"_s);
    return form.match(name).hasMatch();
}

Result<Vault> unlockHeader(const BackupHeader& header, const QString& user, const QString& secret)
{
    for (const auto& lock : header.locks) {
        if (lock.user != user) continue;
        auto key = unwrapKey(lock.wrappedKey, user.isEmpty() ? tidyRecoveryCode(secret) : secret);
        if (!key || key->size() != Vault::kKeyBytes) continue;
        Vault vault = Vault::fromKey(*key);
        sodium_memzero(key->data(), static_cast<std::size_t>(key->size()));
        return vault;
    }
    return wrongKey();
}

} // namespace sanad
