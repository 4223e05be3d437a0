#pragma once

#include <QString>

#include <optional>

namespace sanad {

enum class Language { Arabic, English };

/// `ar`, `en`: as stored, and as the command line reads it.
inline QString languageKey(Language language)
{
    return language == Language::Arabic ? QStringLiteral("ar") : QStringLiteral("en");
}

inline std::optional<Language> languageFromKey(QStringView key)
{
    if (key == QLatin1String("ar")) return Language::Arabic;
    if (key == QLatin1String("en")) return Language::English;
    return std::nullopt;
}

} // namespace sanad
