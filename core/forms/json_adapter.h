#pragma once

/// valijson over QJsonValue. The adapter that comes with the library knows only 32-bit integers.
/// Included by the few files that talk to the library, and by no other header.

#ifndef VALIJSON_USE_EXCEPTIONS
#define VALIJSON_USE_EXCEPTIONS 1
#endif

#include "core/forms/decimal.h"
#include "core/forms/exact_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <valijson/internal/adapter.hpp>
#include <valijson/internal/basic_adapter.hpp>
#include <valijson/internal/frozen_value.hpp>

#include <string>
#include <utility>

namespace sanad {

class JsonAdapter;
class JsonElements;
class JsonMembers;
using JsonMember = std::pair<std::string, JsonAdapter>;

/// A kept copy of a value, as the library asks for one.
class JsonFrozen : public valijson::adapters::FrozenValue {
public:
    explicit JsonFrozen(QJsonValue value)
        : m_value(std::move(value))
    {
    }
    FrozenValue* clone() const override { return new JsonFrozen(m_value); }
    bool equalTo(const valijson::adapters::Adapter& other, bool strict) const override;

private:
    QJsonValue m_value;
};

/// Walks the elements of an array.
class JsonElementIterator {
public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = JsonAdapter;
    using difference_type = std::ptrdiff_t;
    using pointer = JsonAdapter*;
    using reference = JsonAdapter&;

    explicit JsonElementIterator(QJsonArray::const_iterator at)
        : m_at(at)
    {
    }
    JsonAdapter operator*() const;
    valijson::adapters::DerefProxy<JsonAdapter> operator->() const;
    bool operator==(const JsonElementIterator& other) const { return m_at == other.m_at; }
    bool operator!=(const JsonElementIterator& other) const { return m_at != other.m_at; }
    JsonElementIterator& operator++()
    {
        ++m_at;
        return *this;
    }
    JsonElementIterator operator++(int) { return JsonElementIterator(m_at++); }
    JsonElementIterator& operator--()
    {
        --m_at;
        return *this;
    }
    void advance(std::ptrdiff_t count) { m_at += count; }

private:
    QJsonArray::const_iterator m_at;
};

/// Walks the members of an object.
class JsonMemberIterator {
public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = JsonMember;
    using difference_type = std::ptrdiff_t;
    using pointer = JsonMember*;
    using reference = JsonMember&;

    explicit JsonMemberIterator(QJsonObject::const_iterator at)
        : m_at(at)
    {
    }
    JsonMember operator*() const;
    valijson::adapters::DerefProxy<JsonMember> operator->() const;
    bool operator==(const JsonMemberIterator& other) const { return m_at == other.m_at; }
    bool operator!=(const JsonMemberIterator& other) const { return m_at != other.m_at; }
    JsonMemberIterator& operator++()
    {
        ++m_at;
        return *this;
    }
    JsonMemberIterator operator++(int) { return JsonMemberIterator(m_at++); }

private:
    QJsonObject::const_iterator m_at;
};

class JsonElements {
public:
    using const_iterator = JsonElementIterator;
    using iterator = JsonElementIterator;

    JsonElements() = default;
    explicit JsonElements(const QJsonValue& value)
        : m_array(value.toArray())
    {
    }
    JsonElementIterator begin() const { return JsonElementIterator(m_array.constBegin()); }
    JsonElementIterator end() const { return JsonElementIterator(m_array.constEnd()); }
    std::size_t size() const { return static_cast<std::size_t>(m_array.size()); }

private:
    QJsonArray m_array;
};

class JsonMembers {
public:
    using const_iterator = JsonMemberIterator;
    using iterator = JsonMemberIterator;

    JsonMembers() = default;
    explicit JsonMembers(const QJsonValue& value)
        : m_object(value.toObject())
    {
    }
    JsonMemberIterator begin() const { return JsonMemberIterator(m_object.constBegin()); }
    JsonMemberIterator end() const { return JsonMemberIterator(m_object.constEnd()); }
    JsonMemberIterator find(const std::string& name) const
    {
        return JsonMemberIterator(m_object.constFind(exactText(name)));
    }
    std::size_t size() const { return static_cast<std::size_t>(m_object.size()); }

private:
    QJsonObject m_object;
};

/// What valijson::adapters::BasicAdapter wants to know of a value.
class JsonView {
public:
    JsonView() = default;
    explicit JsonView(QJsonValue value)
        : m_value(std::move(value))
    {
    }

    valijson::adapters::FrozenValue* freeze() const { return new JsonFrozen(m_value); }

    opt::optional<JsonElements> getArrayOptional() const
    {
        return isArray() ? opt::make_optional(JsonElements(m_value)) : opt::optional<JsonElements>();
    }
    bool getArraySize(std::size_t& result) const
    {
        if (isArray()) result = static_cast<std::size_t>(m_value.toArray().size());
        return isArray();
    }
    bool getBool(bool& result) const
    {
        if (isBool()) result = m_value.toBool();
        return isBool();
    }
    bool getDouble(double& result) const
    {
        if (isNumber()) result = m_value.toDouble();
        return isNumber();
    }
    /// Only of integers that 64 bits hold; isInteger() is true of larger ones as well.
    bool getInteger(std::int64_t& result) const
    {
        result = m_value.toInteger(0);
        return isNumber() && result == m_value.toInteger(1);
    }
    opt::optional<JsonMembers> getObjectOptional() const
    {
        return isObject() ? opt::make_optional(JsonMembers(m_value)) : opt::optional<JsonMembers>();
    }
    bool getObjectSize(std::size_t& result) const
    {
        if (isObject()) result = static_cast<std::size_t>(m_value.toObject().size());
        return isObject();
    }
    bool getString(std::string& result) const
    {
        if (isString()) result = m_value.toString().toStdString();
        return isString();
    }

    static bool hasStrictTypes() { return true; }
    bool isArray() const { return m_value.isArray(); }
    bool isBool() const { return m_value.isBool(); }
    bool isDouble() const { return isNumber() && !isInteger(); }
    bool isInteger() const { return isNumber() && Decimal::fromJson(m_value).isInteger(); }
    bool isNull() const { return m_value.isNull(); }
    bool isNumber() const { return m_value.isDouble(); }
    bool isObject() const { return m_value.isObject(); }
    bool isString() const { return m_value.isString(); }

private:
    QJsonValue m_value;
};

class JsonAdapter
    : public valijson::adapters::BasicAdapter<JsonAdapter, JsonElements, JsonMember, JsonMembers, JsonView> {
public:
    JsonAdapter() = default;
    explicit JsonAdapter(const QJsonValue& value)
        : BasicAdapter(JsonView(value))
        , m_json(value)
    {
    }
    const QJsonValue& json() const { return m_json; }

private:
    QJsonValue m_json; ///< The base keeps its own to itself.
};

inline bool JsonFrozen::equalTo(const valijson::adapters::Adapter& other, bool strict) const
{
    return JsonAdapter(m_value).equalTo(other, strict);
}

inline JsonAdapter JsonElementIterator::operator*() const
{
    return JsonAdapter(QJsonValue(*m_at));
}

inline valijson::adapters::DerefProxy<JsonAdapter> JsonElementIterator::operator->() const
{
    return valijson::adapters::DerefProxy<JsonAdapter>(**this);
}

inline JsonMember JsonMemberIterator::operator*() const
{
    return {m_at.key().toStdString(), JsonAdapter(m_at.value())};
}

inline valijson::adapters::DerefProxy<JsonMember> JsonMemberIterator::operator->() const
{
    return valijson::adapters::DerefProxy<JsonMember>(**this);
}

} // namespace sanad

template <> struct valijson::adapters::AdapterTraits<sanad::JsonAdapter> {
    using DocumentType = QJsonValue;
    static std::string adapterName() { return "sanad::JsonAdapter"; }
};
