#include "tests/fuzz/mutations.h"

#include <QByteArrayView>

#include <algorithm>
#include <random>

namespace sanad::fuzz {

namespace {

constexpr std::uint64_t kMostChanges = 4;
constexpr qsizetype kLongestPiece = 64;
/// What readers decide by.
constexpr QByteArrayView kTelling(
    "\0\1\x7f\x80\xc0\xed\xf8\xfe\xff \n\r\t\"\\'<>{}[]()|/;:,.=+-#%0159eEuZ", 42);

class Change {
public:
    Change(QByteArray& bytes, const std::vector<QByteArray>& corpus, std::mt19937_64& random)
        : m_bytes(bytes)
        , m_corpus(corpus)
        , m_random(random)
    {
    }

    void once()
    {
        switch (below(6)) {
        case 0:
            return turnBit();
        case 1:
            return cut();
        case 2:
            return splice();
        case 3:
            return insert();
        case 4:
            return overwrite();
        default:
            return repeat();
        }
    }

private:
    qsizetype below(qsizetype end)
    {
        return end < 2 ? 0 : static_cast<qsizetype>(m_random() % static_cast<std::uint64_t>(end));
    }
    char telling() { return kTelling[below(kTelling.size())]; }
    char any() { return below(2) == 0 ? telling() : static_cast<char>(below(256)); }

    void turnBit()
    {
        if (m_bytes.isEmpty()) return insert();
        char& byte = m_bytes[below(m_bytes.size())];
        byte = static_cast<char>(byte ^ (1 << below(8)));
    }
    void cut()
    {
        const qsizetype at = below(m_bytes.size());
        m_bytes.remove(at, below(4) == 0 ? m_bytes.size() - at : 1 + below(kLongestPiece));
    }
    void splice()
    {
        const QByteArray& other =
            m_corpus[static_cast<std::size_t>(below(static_cast<qsizetype>(m_corpus.size())))];
        m_bytes = m_bytes.first(below(m_bytes.size() + 1)) + other.sliced(below(other.size() + 1));
    }
    void insert()
    {
        const qsizetype at = below(m_bytes.size() + 1);
        for (qsizetype left = 1 + below(8); left > 0; --left)
            m_bytes.insert(at, any());
    }
    void overwrite()
    {
        if (!m_bytes.isEmpty()) m_bytes[below(m_bytes.size())] = any();
    }
    void repeat()
    {
        const qsizetype at = below(m_bytes.size());
        const QByteArray piece = m_bytes.mid(at, 1 + below(kLongestPiece));
        m_bytes.insert(at, piece.repeated(1 + below(8)));
    }

    QByteArray& m_bytes;
    const std::vector<QByteArray>& m_corpus;
    std::mt19937_64& m_random;
};

} // namespace

QByteArray mutated(const std::vector<QByteArray>& corpus, std::uint64_t seed, std::uint64_t index)
{
    // mt19937_64 and seed_seq are exact in the standard; its distributions are not.
    const auto half = [](std::uint64_t number, int shift) {
        return static_cast<std::uint32_t>(number >> shift);
    };
    std::seed_seq sequence{half(seed, 0), half(seed, 32), half(index, 0), half(index, 32)};
    std::mt19937_64 random(sequence);
    QByteArray bytes = corpus[random() % corpus.size()];
    Change change(bytes, corpus, random);
    for (std::uint64_t left = 1 + random() % kMostChanges; left > 0; --left)
        change.once();
    return bytes.first(std::min(bytes.size(), kLongestInput));
}

} // namespace sanad::fuzz
