#pragma once

#include "core/crypto/hash.h"

#include <QJsonObject>
#include <QString>

#include <charconv>
#include <cstdint>
#include <iterator>

namespace sanad {

/// SHA-256 over the columns of one row, in the order of its table, so that an audit payload can vouch for it
/// without repeating it. A payload carries digests as `"rows": {"TABLE": hex}` for the row whose id is the
/// line's subject, `"TABLE:ID"` for others; an empty text says that the row was deleted. The last line that
/// names a row counts, and `verify` compares it with what is stored. NULL is written as an empty text.
class RowDigest {
public:
    RowDigest() { m_text.reserve(kUsualSize); }

    RowDigest& add(const QString& text)
    {
        m_text += text.toUtf8();
        m_text += '\x1f';
        return *this;
    }
    RowDigest& add(std::int64_t number)
    {
        char digits[20];
        const auto written = std::to_chars(std::begin(digits), std::end(digits), number);
        m_text.append(digits, written.ptr - digits);
        m_text += '\x1f';
        return *this;
    }
    /// With their number in front, so that no two rows of bytes make one text.
    RowDigest& add(const QByteArray& bytes)
    {
        add(static_cast<std::int64_t>(bytes.size()));
        m_text += bytes;
        return *this;
    }
    QByteArray bytes() const { return sha256(m_text); }
    QString hex() const { return QString::fromLatin1(bytes().toHex()); }

private:
    static constexpr qsizetype kUsualSize = 800;
    QByteArray m_text;
};

} // namespace sanad
