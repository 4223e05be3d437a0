#pragma once

#include "core/base/error.h"

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace sanad {

/// A value or an Error; std::expected's names, so that C++23 can replace it. Unlike it, dropping
/// one does not compile: in a till a lost error is the worst bug.
template <class T = std::monostate> class [[nodiscard]] Result {
public:
    using value_type = T;

    Result() requires std::is_same_v<T, std::monostate> : m_state(std::in_place_index<0>) { }
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    template <class U>
    requires(!std::is_same_v<std::remove_cvref_t<U>, Result> &&
        !std::is_same_v<std::remove_cvref_t<U>, Error> && !std::is_same_v<std::remove_cvref_t<U>, T> &&
        std::is_convertible_v<U&&, T>) Result(U&& value)
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() &
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const&
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    T&& value() &&
    {
        assert(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&m_state);
    }
    T value_or(T otherwise) const& { return has_value() ? value() : std::move(otherwise); }

private:
    std::variant<T, Error> m_state;
};

} // namespace sanad

/// Leaves the function with the error of EXPR, a Result, when it has one.
#define SANAD_TRY(EXPR)                                                                                      \
    do {                                                                                                     \
        if (auto sanad_try_ = (EXPR); !sanad_try_) return sanad_try_.error();                                \
    } while (false)

/// Declares NAME as the value of EXPR, a Result, or leaves the function with its error.
#define SANAD_TRY_VALUE(NAME, EXPR)                                                                          \
    auto NAME##_result_ = (EXPR);                                                                            \
    if (!NAME##_result_) return NAME##_result_.error();                                                      \
    auto& NAME = *NAME##_result_
