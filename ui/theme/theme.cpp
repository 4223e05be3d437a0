#include "ui/theme/theme.h"

#include "ui/fonts/bundled_fonts.h"
#include "ui/theme/sanad_style.h"

#include <QApplication>

#include <algorithm>

namespace sanad {

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::install(QApplication& application, Scheme scheme, int zoomPercent)
{
    if (!m_installed) {
        loadBundledFonts();
        application.setStyle(new SanadStyle);
        m_installed = true;
    }
    m_scheme = scheme;
    m_zoom = std::clamp(zoomPercent, 100, 150);
    apply();
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme) return;
    m_scheme = scheme;
    apply();
}

void Theme::setZoom(int percent)
{
    percent = std::clamp(percent, 100, 150);
    if (percent == m_zoom) return;
    m_zoom = percent;
    apply();
}

QFont Theme::font(TextSize size, bool bold) const
{
    QFont font;
    font.setFamilies(bundledFamilies());
    font.setPixelSize(px(static_cast<int>(size)));
    font.setBold(bold);
    return font;
}

void Theme::apply()
{
    QApplication::setFont(font(TextSize::Body));
    QApplication::setPalette(paletteOf(colours()));
    Q_EMIT changed();
}

} // namespace sanad
