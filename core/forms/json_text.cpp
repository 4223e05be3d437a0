#include "core/forms/json_text.h"

#include "core/forms/decimal.h"
#include "core/forms/exact_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUtf8StringView>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <string_view>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Hands bytes to the library and tells how many it took, which its SAX interface does not.
class CountedBytes {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountedBytes(const char* at, const char** furthest)
        : m_at(at)
        , m_furthest(furthest)
    {
    }
    reference operator*() const { return *m_at; }
    CountedBytes& operator++()
    {
        ++m_at;
        if (m_furthest) *m_furthest = m_at;
        return *this;
    }
    bool operator==(const CountedBytes& other) const { return m_at == other.m_at; }
    bool operator!=(const CountedBytes& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    const char** m_furthest;
};

/// Builds the value. Every callback returns false, with m_problem set, to stop the parser.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Builder(int maximumDepth)
        : m_maximumDepth(maximumDepth)
    {
    }

    const char* problem() const { return m_problem; }
    const QJsonValue& value() const { return m_value; }

    bool null() override { return add(QJsonValue(QJsonValue::Null)); }
    bool boolean(bool value) override { return add(QJsonValue(value)); }
    bool number_integer(number_integer_t value) override { return add(QJsonValue(qint64{value})); }
    bool number_unsigned(number_unsigned_t value) override
    {
        constexpr auto kMost = static_cast<number_unsigned_t>(std::numeric_limits<qint64>::max());
        if (value <= kMost) return add(QJsonValue(static_cast<qint64>(value)));
        return number_float(static_cast<double>(value), std::to_string(value));
    }
    bool number_float(number_float_t value, const string_t& text) override
    {
        const auto said =
            Decimal::fromJsonText(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
        const QJsonValue kept(value); // an integer where it has no fraction
        if (!said || *said != Decimal::fromDouble(value) || *said != Decimal::fromJson(kept))
            return stop("json.number");
        return add(kept);
    }
    bool string(string_t& text) override
    {
        if (holdsNul(text)) return stop("json.nul");
        return add(QJsonValue(exactText(text)));
    }
    bool binary(binary_t&) override { return stop("json.syntax"); }
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool key(string_t& text) override
    {
        if (holdsNul(text)) return stop("json.nul");
        m_open.back().keys.push_back(exactText(text));
        return true;
    }
    bool end_object() override
    {
        Container container = std::move(m_open.back());
        m_open.pop_back();
        std::vector<std::size_t> order(container.keys.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return container.keys[a] < container.keys[b]; });
        QJsonObject object;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const QString& name = container.keys[order[i]];
            if (i > 0 && name == container.keys[order[i - 1]]) return stop("json.duplicate-key");
            object.insert(name, container.values[order[i]]);
        }
        return add(object);
    }
    bool end_array() override
    {
        Container container = std::move(m_open.back());
        m_open.pop_back();
        QJsonArray array;
        for (const QJsonValue& value : container.values)
            array.append(value);
        return add(array);
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& failure) override
    {
        constexpr int kNumberOverflow = 406;
        if (m_problem) return false;
        if (failure.id == kNumberOverflow) return stop("json.number");
        return stop(std::string_view(failure.what()).find("surrogate") == std::string_view::npos
                ? "json.syntax"
                : "json.surrogate");
    }

private:
    struct Container {
        bool isObject = false;
        std::vector<QString> keys;
        std::vector<QJsonValue> values;
    };

    static bool holdsNul(const std::string& text) { return text.find('\0') != std::string::npos; }

    bool stop(const char* problem)
    {
        m_problem = problem;
        return false;
    }
    bool open(bool isObject)
    {
        if (static_cast<int>(m_open.size()) >= m_maximumDepth) return stop("json.too-deep");
        m_open.push_back({isObject, {}, {}});
        return true;
    }
    bool add(const QJsonValue& value)
    {
        if (m_open.empty())
            m_value = value;
        else
            m_open.back().values.push_back(value);
        return true;
    }

    int m_maximumDepth;
    std::vector<Container> m_open;
    QJsonValue m_value;
    const char* m_problem = nullptr;
};

/// Line and column, both from 1 and counted in characters, of the byte before `length`.
QStringList placeAfter(QByteArrayView bytes, qsizetype length)
{
    const auto before = bytes.first(std::clamp<qsizetype>(length - 1, 0, bytes.size()));
    const auto lineStart = before.lastIndexOf('\n') + 1;
    const auto column = std::count_if(before.begin() + lineStart, before.end(),
        [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
    const auto line = std::count(before.begin(), before.end(), '\n');
    return {QString::number(line + 1), QString::number(column + 1)};
}

/// The first byte that is no UTF-8, or -1.
qsizetype firstBadByte(QByteArrayView bytes)
{
    if (QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8()) return -1;
    qsizetype good = 0;
    qsizetype bad = bytes.size();
    while (good < bad) { // the longest valid start, by halves; a cut sequence moves the end by three at most
        const auto middle = good + (bad - good + 1) / 2;
        bool valid = false;
        for (qsizetype end = middle; end <= std::min(middle + 3, bytes.size()) && !valid; ++end)
            valid = QUtf8StringView(bytes.data(), end).isValidUtf8();
        if (valid)
            good = middle;
        else
            bad = middle - 1;
    }
    return good;
}

} // namespace

Result<QJsonValue> parseJson(QByteArrayView bytes, JsonLimits limits)
{
    if (bytes.size() > limits.bytes)
        return Error{ErrorCode::Unusable, u"json.too-large"_s, {QString::number(limits.bytes)}, {}};
    if (const auto bad = firstBadByte(bytes); bad >= 0)
        return Error{ErrorCode::Unusable, u"json.utf8"_s, placeAfter(bytes, bad + 1), {}};
    if (const auto nul = bytes.indexOf('\0'); nul >= 0) // to the library it is the end of the text
        return Error{ErrorCode::Unusable, u"json.nul"_s, placeAfter(bytes, nul + 1), {}};

    const char* furthest = bytes.data();
    Builder builder(limits.depth);
    const bool whole = nlohmann::json::sax_parse(
        CountedBytes(bytes.data(), &furthest), CountedBytes(bytes.data() + bytes.size(), nullptr), &builder);
    if (!whole) {
        const auto key = QString::fromLatin1(builder.problem() ? builder.problem() : "json.syntax");
        return Error{ErrorCode::Unusable, key, placeAfter(bytes, furthest - bytes.data()), {}};
    }
    return builder.value();
}

} // namespace sanad
