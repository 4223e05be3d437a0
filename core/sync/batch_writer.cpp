#include "core/sync/batch_writer.h"

#include "core/crypto/hash.h"

#include <QUuid>

#include <cstdlib>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

// The content is small and sent at once: the fastest level keeps most of the gain.
constexpr int kLevel = 1;
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemoryLevel = 9;

} // namespace

BatchWriter::BatchWriter()
{
    m_content.reserve(64 * 1024);
    m_content = "{\"items\":[";
}

bool BatchWriter::add(const QString& uuid, const QString& kind, const QByteArray& payload)
{
    const auto grown = m_content.size() + payload.size() + uuid.size() + kind.size() + 40;
    if (m_count > 0 && (m_count == kBatchItems || grown > kBatchBytes)) return false;
    if (m_count > 0) m_content += ',';
    m_content += "{\"uuid\":\"";
    m_content += uuid.toLatin1();
    m_content += "\",\"kind\":\"";
    m_content += kind.toLatin1();
    m_content += "\",\"body\":";
    m_content += payload;
    m_content += '}';
    ++m_count;
    return true;
}

Batch BatchWriter::freeze(const SigningKey& key, const std::optional<Anchor>& head)
{
    m_content += ']';
    if (head) {
        m_content += ",\"anchor\":{\"number\":" + QByteArray::number(qlonglong{head->number}) +
            ",\"hash\":\"" + head->hash.toHex() + "\"}";
    }
    m_content += '}';
    Batch batch;
    batch.id = BatchId::create();
    batch.key = newUuid();
    batch.contentHash = sha256(m_content);
    batch.signature = sign(key, "sanad-batch-v1\n" + batch.key.toLatin1() + '\n' + batch.contentHash.toHex());
    batch.publicKey = key.publicKey;
    batch.body = gzip(m_content);
    batch.count = m_count;
    return batch;
}

QByteArray gzip(QByteArrayView plain)
{
    z_stream stream{};
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        std::abort();
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QString newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace sanad
