#include "core/documents/pdf_pages.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sanad {

namespace {

/// What is open deeper than this is garbage of a stream: the outermost is forgotten.
constexpr std::size_t kMostOpen = 32;

enum class Kind : unsigned char { Regular, Space, Digit, Delimiter };

/// ISO 32000-1, 7.2.2.
constexpr auto kKinds = [] {
    std::array<Kind, 256> kinds{};
    for (const unsigned char c : std::string_view(" \n\r\t\f\0", 6))
        kinds[c] = Kind::Space;
    for (const unsigned char c : std::string_view("()<>[]{}/%"))
        kinds[c] = Kind::Delimiter;
    for (unsigned char c = '0'; c <= '9'; ++c)
        kinds[c] = Kind::Digit;
    return kinds;
}();

Kind kindOf(char c)
{
    return kKinds[static_cast<unsigned char>(c)];
}

class PageTree {
public:
    explicit PageTree(QByteArrayView pdf)
        : m_at(pdf.data())
        , m_end(pdf.data() + pdf.size())
    {
    }

    std::optional<int> pages()
    {
        while (m_at != m_end) {
            const char c = *m_at++;
            if (c == '/')
                name();
            else if (c == '<' && follows('<'))
                open();
            else if (c == '>' && follows('>'))
                close();
            else if (kindOf(c) != Kind::Space)
                m_afterType = false;
        }
        return m_most;
    }

private:
    struct Dictionary {
        bool isPages = false;
        std::optional<int> count;
    };

    bool follows(char c) const { return m_at != m_end && *m_at == c; }

    void skipSpace()
    {
        while (m_at != m_end && kindOf(*m_at) == Kind::Space)
            ++m_at;
    }

    Dictionary& innermost() { return m_open[m_opened % kMostOpen]; }

    void open()
    {
        ++m_at;
        m_afterType = false;
        ++m_opened;
        m_depth = std::min(m_depth + 1, kMostOpen);
        innermost() = {};
    }

    void close()
    {
        ++m_at;
        m_afterType = false;
        if (m_depth == 0) return;
        if (innermost().isPages && innermost().count)
            m_most = std::max(m_most.value_or(0), *innermost().count);
        --m_opened;
        --m_depth;
    }

    void name()
    {
        const char* begin = m_at;
        for (; m_at != m_end; ++m_at)
            if (const Kind kind = kindOf(*m_at); kind == Kind::Space || kind == Kind::Delimiter) break;
        const std::string_view name(begin, static_cast<std::size_t>(m_at - begin));
        if (m_depth > 0 && m_afterType && name == "Pages") innermost().isPages = true;
        m_afterType = name == "Type";
        if (m_depth > 0 && name == "Count") count();
    }

    /// The first count of a dictionary, unless another object holds it (`12 0 R`).
    void count()
    {
        skipSpace();
        const char* begin = m_at;
        int number = 0;
        for (; m_at != m_end && kindOf(*m_at) == Kind::Digit; ++m_at)
            number = std::min(number * 10 + (*m_at - '0'), kMostPdfPages + 1);
        const bool any = m_at != begin;
        skipSpace();
        const bool elsewhere = m_at != m_end && kindOf(*m_at) == Kind::Digit;
        if (any && !elsewhere && number > 0 && number <= kMostPdfPages && !innermost().count)
            innermost().count = number;
    }

    const char* m_at;
    const char* m_end;
    std::array<Dictionary, kMostOpen> m_open;
    std::size_t m_opened = 0; ///< Those forgotten are counted.
    std::size_t m_depth = 0;
    bool m_afterType = false; ///< Nothing but space since `/Type`.
    std::optional<int> m_most;
};

} // namespace

std::optional<int> pdfPages(QByteArrayView pdf)
{
    return PageTree(pdf).pages();
}

} // namespace sanad
