#include "core/base/base32.h"

namespace sanad {

namespace {
constexpr QStringView kAlphabet = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
}

QString toBase32(QByteArrayView bytes)
{
    QString text;
    text.reserve((bytes.size() * 8 + 4) / 5);
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += kAlphabet[(buffer >> (bits - 5)) & 31];
        buffer &= (1u << bits) - 1;
    }
    if (bits > 0) text += kAlphabet[(buffer << (5 - bits)) & 31];
    return text;
}

std::optional<QByteArray> fromBase32(QStringView text)
{
    QByteArray bytes;
    quint32 buffer = 0;
    int bits = 0;
    for (const QChar c : text) {
        if (c == u' ' || c == u'-') continue;
        const auto value = kAlphabet.indexOf(c.toUpper());
        if (value < 0) return std::nullopt;
        buffer = (buffer << 5) | static_cast<quint32>(value);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(buffer >> bits);
        buffer &= (1u << bits) - 1;
    }
    if (bits >= 5 || buffer != 0) return std::nullopt;
    return bytes;
}

} // namespace sanad
