#pragma once

#include "ui/theme/colours.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace sanad {

/// Sizes of text in pixels at 100 %.
enum class TextSize { Small = 15, Body = 17, Heading = 22, Figure = 34 };

/// Look of the whole program: colours, fonts, zoom. One per process; widgets follow changed().
class Theme : public QObject {
    Q_OBJECT

public:
    static Theme& instance();

    /// Sets style, fonts and palette on the application. Call once before the first window.
    void install(QApplication& application, Scheme scheme, int zoomPercent = 100);
    void setScheme(Scheme scheme);
    /// 100…150; outside is brought to the nearer end.
    void setZoom(int percent);

    Scheme scheme() const { return m_scheme; }
    int zoom() const { return m_zoom; }
    const Colours& colours() const { return coloursOf(m_scheme); }
    /// `pixels` of the 100 % design at the present zoom.
    int px(int pixels) const { return (pixels * m_zoom + 50) / 100; }
    QFont font(TextSize size, bool bold = false) const;

Q_SIGNALS:
    void changed();

private:
    Theme() = default;
    void apply();

    Scheme m_scheme = Scheme::Light;
    int m_zoom = 100;
    bool m_installed = false;
};

/// Theme::instance().px().
inline int px(int pixels)
{
    return Theme::instance().px(pixels);
}

} // namespace sanad
