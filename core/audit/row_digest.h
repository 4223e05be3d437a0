#pragma once

#include "core/crypto/hash.h"

#include <QJsonObject>
#include <QString>

#include <charconv>
#include <cstdint>
#include <iterator>
#include <string>

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
        const auto size = m_text.size();
        m_text.resize(size + static_cast<std::size_t>(text.size()));
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].unicode() >= 0x80) {
                m_text.replace(size, std::string::npos, text.toStdString());
                break;
            }
            m_text[size + static_cast<std::size_t>(i)] = static_cast<char>(text[i].unicode());
        }
        m_text += '\x1f';
        return *this;
    }
    RowDigest& add(std::int64_t number)
    {
        char digits[20];
        const auto written = std::to_chars(std::begin(digits), std::end(digits), number);
        m_text.append(std::begin(digits), written.ptr);
        m_text += '\x1f';
        return *this;
    }
    /// With their number in front, so that no two rows of bytes make one text.
    RowDigest& add(const QByteArray& bytes)
    {
        add(static_cast<std::int64_t>(bytes.size()));
        m_text.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        return *this;
    }
    QByteArray bytes() const
    {
        return sha256(QByteArrayView(m_text.data(), static_cast<qsizetype>(m_text.size())));
    }
    QString hex() const { return QString::fromLatin1(bytes().toHex()); }

private:
    static constexpr std::size_t kUsualSize = 1000;
    std::string m_text;
};

} // namespace sanad
