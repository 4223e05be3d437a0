#include "ui/fonts/bundled_fonts.h"

#include <QFontDatabase>
#include <QResource>

#include <mutex>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Where the program holds it: only what is drawn of it comes into memory.
void addFont(const QString& path)
{
    const QResource font(path);
    QFontDatabase::addApplicationFontFromData(
        QByteArray::fromRawData(reinterpret_cast<const char*>(font.data()), font.size()));
}

} // namespace

void loadBundledFonts()
{
    static std::once_flag once;
    std::call_once(once, [] {
        for (const auto& name : {u"NotoSans-Regular"_s, u"NotoSansArabicUI-Regular"_s, u"NotoSans-Bold"_s,
                 u"NotoSansArabicUI-Bold"_s})
            addFont(u":/fonts/"_s + name + u".ttf"_s);
    });
}

QStringList bundledFamilies()
{
    return {u"Noto Sans"_s, u"Noto Sans Arabic UI"_s};
}

} // namespace sanad
