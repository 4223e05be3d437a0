#include "core/forms/ecma_pattern.h"

#include <QStringView>

#include <cctype>
#include <vector>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// ECMA 262 white space and line ends, and all the rest, as members of a class.
constexpr QStringView kSpace =
    u"\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";
constexpr QStringView kNotSpace =
    u"\\x{0}-\\x{8}\\x{E}-\\x{1F}!-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}"
    u"\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}";
/// Without the just-in-time compiler, whose stack of 512 KiB a long text overruns.
constexpr QStringView kEffort = u"(*NO_JIT)(*LIMIT_MATCH=5000000)(*LIMIT_HEAP=131072)";

QString codePoint(char32_t value)
{
    return u"\\x{%1}"_s.arg(static_cast<uint>(value), 0, 16);
}

/// Walks the pattern once, writing the PCRE2 text; fails at the first thing that it does not know.
class Translator {
public:
    explicit Translator(QStringView pattern)
        : m_in(pattern)
    {
    }

    std::optional<QString> run()
    {
        while (m_at < m_in.size())
            if (!term()) return std::nullopt;
        if (!m_groups.empty()) return std::nullopt;
        return m_out;
    }

private:
    /// What a quantifier may follow.
    enum class Last { Nothing, Atom, Quantifier };

    bool term()
    {
        const QChar c = take();
        switch (c.unicode()) {
        case u'^':
            return put(u"^"_s, Last::Nothing);
        case u'$':
            return put(u"\\z"_s, Last::Nothing);
        case u'.':
            return put(u"[^\\n\\r\\x{2028}\\x{2029}]"_s, Last::Atom);
        case u'|':
            return put(u"|"_s, Last::Nothing);
        case u'(':
            return openGroup();
        case u')':
            if (m_groups.empty()) return false;
            put(u")"_s, m_groups.back() ? Last::Nothing : Last::Atom);
            m_groups.pop_back();
            return true;
        case u'[':
            return characterClass();
        case u'\\':
            return escape();
        case u'*':
        case u'+':
        case u'?':
            return quantifier(QString(c));
        case u'{':
            return counted();
        case u'}':
        case u']':
            return false;
        default:
            return literal(c);
        }
    }

    bool openGroup()
    {
        bool looks = false;
        QString head = u"(?:"_s;
        if (takeIf(u"?:")) {
        } else if (takeIf(u"?=")) {
            head = u"(?="_s;
            looks = true;
        } else if (takeIf(u"?!")) {
            head = u"(?!"_s;
            looks = true;
        } else if (takeIf(u"?<=")) {
            head = u"(?<="_s;
            looks = true;
        } else if (takeIf(u"?<!")) {
            head = u"(?<!"_s;
            looks = true;
        } else if (peek() == u'?' || peek() == u'*') {
            return false;
        }
        m_groups.push_back(looks);
        return put(head, Last::Nothing);
    }

    bool quantifier(const QString& text)
    {
        if (m_last != Last::Atom) return false;
        put(text, Last::Quantifier);
        if (peek() == u'?') m_out += take();
        return peek() != u'+';
    }

    bool counted()
    {
        QString text = u"{"_s;
        const auto digits = [&] {
            const auto before = text.size();
            while (peek() >= u'0' && peek() <= u'9')
                text += take();
            return text.size() > before;
        };
        if (!digits()) return false;
        if (peek() == u',') {
            text += take();
            digits();
        }
        if (peek() != u'}') return false;
        return quantifier(text + take());
    }

    bool literal(QChar c)
    {
        if (c.isHighSurrogate() && peek().isLowSurrogate())
            return put(codePoint(QChar::surrogateToUcs4(c, take())), Last::Atom);
        if (c.isSurrogate()) return false;
        return put(plain(c), Last::Atom);
    }

    /// Letters and digits stand for themselves in PCRE2; every other character is written by its number.
    static QString plain(QChar c)
    {
        const bool wordCharacter = c.unicode() < 128 && c.isLetterOrNumber();
        return wordCharacter ? QString(c) : codePoint(c.unicode());
    }

    /// After a backslash, outside a class.
    bool escape()
    {
        switch (peek().unicode()) {
        case u'b':
        case u'B':
            return put(u'\\' + QString(take()), Last::Nothing);
        case u'd':
        case u'D':
        case u'w':
        case u'W':
            return put(u'\\' + QString(take()), Last::Atom);
        case u's':
            take();
            return put(u'[' + kSpace.toString() + u']', Last::Atom);
        case u'S':
            take();
            return put(u'[' + kNotSpace.toString() + u']', Last::Atom);
        default:
            if (const auto value = escapedCharacter()) return put(codePoint(*value), Last::Atom);
            return false;
        }
    }

    /// One character written as an escape, the same inside and outside a class.
    std::optional<char32_t> escapedCharacter()
    {
        const QChar c = take();
        switch (c.unicode()) {
        case u't':
            return U'\t';
        case u'n':
            return U'\n';
        case u'r':
            return U'\r';
        case u'f':
            return U'\f';
        case u'v':
            return U'\v';
        case u'0':
            if (peek().isDigit()) return std::nullopt;
            return U'\0';
        case u'c': {
            const QChar letter = take();
            if (letter.unicode() > 127 || !letter.isLetter()) return std::nullopt;
            return letter.unicode() % 32u;
        }
        case u'x':
            return hex(2);
        case u'u':
            return unicodeEscape();
        default:
            if (c.unicode() == 0 || c.unicode() > 126 || c.unicode() < 32 || c.isLetterOrNumber())
                return std::nullopt;
            return c.unicode();
        }
    }

    std::optional<char32_t> unicodeEscape()
    {
        const auto high = hex(4);
        if (!high || !QChar::isSurrogate(*high)) return high;
        if (!QChar::isHighSurrogate(*high) || !takeIf(u"\\u")) return std::nullopt;
        const auto low = hex(4);
        if (!low || !QChar::isLowSurrogate(*low)) return std::nullopt;
        return QChar::surrogateToUcs4(static_cast<char16_t>(*high), static_cast<char16_t>(*low));
    }

    std::optional<char32_t> hex(int count)
    {
        if (m_at + count > m_in.size()) return std::nullopt;
        const auto digits = m_in.sliced(m_at, count);
        for (const QChar digit : digits)
            if (digit.unicode() > 127 || !std::isxdigit(digit.toLatin1())) return std::nullopt;
        m_at += count;
        return digits.toUInt(nullptr, 16);
    }

    bool characterClass()
    {
        QString members;
        const bool negated = peek() == u'^';
        if (negated) take();
        while (peek() != u']') {
            if (m_at >= m_in.size()) return false;
            const auto from = classMember();
            if (!from) return false;
            members += from->text;
            if (peek() != u'-' || peek(1) == u']') continue;
            if (m_at + 1 >= m_in.size()) return false;
            take();
            const auto to = classMember();
            if (!to || from->isSet || to->isSet || to->value < from->value) return false;
            members += u'-' + to->text;
        }
        take();
        if (members.isEmpty()) return put(negated ? u"(?s:.)"_s : u"(?!)"_s, Last::Atom);
        return put((negated ? u"[^"_s : u"["_s) + members + u']', Last::Atom);
    }

    struct Member {
        QString text;
        bool isSet = false;
        char32_t value = 0;
    };

    std::optional<Member> classMember()
    {
        const QChar c = take();
        if (c != u'\\') {
            char32_t value = c.unicode();
            if (c.isHighSurrogate() && peek().isLowSurrogate())
                value = QChar::surrogateToUcs4(c, take());
            else if (c.isSurrogate())
                return std::nullopt;
            return Member{codePoint(value), false, value};
        }
        switch (peek().unicode()) {
        case u'd':
        case u'D':
        case u'w':
        case u'W':
            return Member{u'\\' + QString(take()), true, 0};
        case u's':
            take();
            return Member{kSpace.toString(), true, 0};
        case u'S':
            take();
            return Member{kNotSpace.toString(), true, 0};
        case u'b':
            take();
            return Member{codePoint(U'\b'), false, U'\b'};
        default:
            break;
        }
        const auto value = escapedCharacter();
        if (!value) return std::nullopt;
        return Member{codePoint(*value), false, *value};
    }

    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_in.size() ? m_in[m_at + ahead] : QChar();
    }
    QChar take() { return m_at < m_in.size() ? m_in[m_at++] : QChar(); }
    bool takeIf(QStringView text)
    {
        if (!m_in.sliced(m_at).startsWith(text)) return false;
        m_at += text.size();
        return true;
    }
    bool put(const QString& text, Last last)
    {
        m_out += text;
        m_last = last;
        return true;
    }

    QStringView m_in;
    qsizetype m_at = 0;
    QString m_out;
    Last m_last = Last::Nothing;
    std::vector<bool> m_groups; ///< Open groups; true for those that only look.
};

} // namespace

std::optional<QRegularExpression> ecmaPattern(const QString& pattern)
{
    const auto translated = Translator(pattern).run();
    if (!translated) return std::nullopt;
    QRegularExpression expression(kEffort.toString() + *translated);
    if (!expression.isValid()) return std::nullopt;
    expression.optimize();
    return expression;
}

PatternMatch matchPattern(const QRegularExpression& pattern, const QString& text)
{
    const auto match = pattern.match(text, 0, QRegularExpression::NormalMatch);
    if (!match.isValid()) return PatternMatch::GaveUp;
    return match.hasMatch() ? PatternMatch::Yes : PatternMatch::No;
}

} // namespace sanad
