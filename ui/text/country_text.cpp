#include "ui/text/country_text.h"

#include <unicode/uloc.h>

using namespace Qt::StringLiterals;

namespace sanad {

QString countryText(const QString& code, Language language)
{
    const bool arabic = language == Language::Arabic;
    if (code == "XXA"_L1) return arabic ? u"عديم الجنسية"_s : u"Stateless"_s;
    if (code == "XXB"_L1 || code == "XXC"_L1) return arabic ? u"لاجئ"_s : u"Refugee"_s;
    if (code == "XXX"_L1) return arabic ? u"غير محددة"_s : u"Unspecified"_s;
    constexpr int kLongest = 200;
    char16_t name[kLongest];
    UErrorCode status = U_ZERO_ERROR;
    const auto length = uloc_getDisplayCountry(("und_" + code.toLatin1()).constData(),
        languageKey(language).toLatin1().constData(), name, kLongest, &status);
    // The warning says that ICU knows no name and gives the code back.
    if (status != U_ZERO_ERROR && status != U_USING_FALLBACK_WARNING) return code;
    return QString::fromUtf16(name, length);
}

} // namespace sanad
