#pragma once

#include "ui/text/language.h"

namespace sanad {

/// The name of a country or nationality by its ISO 3166-1 alpha-3 code, or by what travel documents have in
/// its place ("Stateless"); an unknown code as it is.
QString countryText(const QString& code, Language language);

} // namespace sanad
