#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace sanad {

/// What fields may be prefilled from, by the keys of formPrefillSources(). A form asks for one or two of
/// them, so they are put beside each other and no more.
class FormSources {
public:
    /// `key` is a literal. An empty value is none.
    void put(QLatin1StringView key, const QString& value)
    {
        if (!value.isEmpty()) m_values.emplace_back(key, value);
    }
    /// Empty when there is none.
    QString value(QStringView key) const
    {
        for (const auto& [known, value] : m_values)
            if (known == key) return value;
        return {};
    }

private:
    std::vector<std::pair<QLatin1StringView, QString>> m_values;
};

} // namespace sanad
