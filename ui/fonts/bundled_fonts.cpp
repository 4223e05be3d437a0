#include "ui/fonts/bundled_fonts.h"

#include <QFontDatabase>

#include <mutex>

using namespace Qt::StringLiterals;

namespace sanad {

void loadBundledFonts()
{
    static std::once_flag once;
    std::call_once(once, [] {
        for (const auto& name : {u"NotoSans-Regular"_s, u"NotoSansArabicUI-Regular"_s, u"NotoSans-Bold"_s,
                 u"NotoSansArabicUI-Bold"_s})
            QFontDatabase::addApplicationFont(u":/fonts/"_s + name + u".ttf"_s);
    });
}

QStringList bundledFamilies()
{
    return {u"Noto Sans"_s, u"Noto Sans Arabic UI"_s};
}

} // namespace sanad
