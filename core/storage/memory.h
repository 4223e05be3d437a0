#pragma once

#include <memory>
#include <typeindex>
#include <utility>
#include <vector>

namespace sanad {

/// One value of each type that repositories keep, made by default at the first call. A repository declares
/// the type where nobody else sees it.
class Memory {
public:
    template <class T> T& of()
    {
        const std::type_index type(typeid(T));
        for (const auto& [known, value] : m_values)
            if (known == type) return *static_cast<T*>(value.get());
        auto made = std::make_shared<T>();
        m_values.emplace_back(type, made);
        return *made;
    }
    void forget() { m_values.clear(); }

private:
    std::vector<std::pair<std::type_index, std::shared_ptr<void>>> m_values;
};

} // namespace sanad
