#include "ui/shell/top_strip.h"

#include "core/base/isolates.h"
#include "ui/text/format.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/ui_language.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

TopStrip::TopStrip(QWidget* parent)
    : QWidget(parent)
    , m_clock(systemClock())
    , m_centre(new Label(TextSize::Body, this))
    , m_who(new Label(TextSize::Small, this))
    , m_date(new Label(TextSize::Small, this))
    , m_sync(new Pill(this))
    , m_printer(new Pill(this))
    , m_backup(new Pill(this))
    , m_language(new KeyButton(KeyButton::Kind::Quiet, this))
    , m_contrast(new KeyButton(KeyButton::Kind::Quiet, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(6), px(12), px(6));
    row->setSpacing(px(14));
    row->addWidget(m_centre);
    row->addWidget(m_who);
    row->addStretch();
    row->addWidget(m_sync);
    row->addWidget(m_printer);
    row->addWidget(m_backup);
    row->addWidget(m_date);
    row->addWidget(m_language);
    row->addWidget(m_contrast);
    m_centre->setBold(true);
    m_who->setSecondary(true);
    m_date->setSecondary(true);
    m_sync->setVisible(false);
    m_printer->setVisible(false);
    m_backup->setVisible(false);
    m_language->setGlyph(Glyph::Language);
    m_contrast->setGlyph(Glyph::Contrast);
    connect(m_language, &QPushButton::clicked, this, &TopStrip::languageWanted);
    connect(m_contrast, &QPushButton::clicked, this, &TopStrip::contrastWanted);
    auto* minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &TopStrip::retranslate);
    minute->start(60'000);
    retranslate();
}

void TopStrip::showCentre(const QString& nameAr, const QString& nameEn, int hijriOffset, bool training)
{
    m_nameAr = nameAr;
    m_nameEn = nameEn;
    m_hijriOffset = hijriOffset;
    m_training = training;
    retranslate();
    update();
}

void TopStrip::showClerk(const QString& nameAr, const QString& nameEn, const QString& counter)
{
    m_clerkAr = nameAr;
    m_clerkEn = nameEn;
    m_counterCode = counter;
    retranslate();
}

void TopStrip::setClock(Clock clock)
{
    m_clock = std::move(clock);
    retranslate();
}

void TopStrip::retranslate()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const QString centre = arabic || m_nameEn.isEmpty() ? m_nameAr : m_nameEn;
    m_centreText = centre.isEmpty() ? tr("Sanad Desk") : centre;
    const QString clerk = (arabic && !m_clerkAr.isEmpty()) || m_clerkEn.isEmpty() ? m_clerkAr : m_clerkEn;
    m_whoText = clerk.isEmpty()
        ? QString()
        : tr("Counter %1 · %2", "counter code, clerk").arg(isolateLtr(m_counterCode), isolateAuto(clerk));
    m_language->setText(arabic ? u"English"_s : u"العربية"_s);
    m_language->setAccessibleName(tr("Switch language"));
    m_contrast->setAccessibleName(tr("Light or dark"));
    m_contrast->setToolTip(tr("Light or dark"));
    fit();
}

QString TopStrip::fitted() const
{
    QStringList parts{m_centreText, m_whoText, m_language->text(), QString::number(width()),
        QString::number(Theme::instance().zoom()), businessDayAt(m_clock(), 0).toString(Qt::ISODate),
        QString::number(m_hijriOffset)};
    for (const Pill* pill : {m_sync, m_printer, m_backup})
        parts << pill->text() << QString::number(static_cast<int>(pill->tone()));
    return parts.join(u'\n');
}

void TopStrip::fit()
{
    const QString now = fitted();
    if (now == m_fitted) return; // what is set here asks for a new layout too
    m_fitted = now;
    const auto fits = [this] { return minimumSizeHint().width() <= width(); };
    for (Pill* pill : {m_sync, m_printer, m_backup}) {
        pill->setIconOnly(false);
        pill->setMostWidth(0);
    }
    m_centre->setText(m_centreText);
    m_centre->setToolTip({});
    m_who->setText(m_whoText);
    m_date->setVisible(true);

    const QDate today = businessDayAt(m_clock(), 0);
    const QString hijri = hijriText(today, m_hijriOffset, uiLanguage());
    // The longest that fits whole: a date that is cut off is worse than one without its weekday.
    for (const QString& text :
        {tr("%1 %2 · %3", "weekday, date, Hijri date")
                .arg(weekdayText(today, uiLanguage()), isolateLtr(dateText(today)), hijri),
            tr("%1 · %2", "date, Hijri date").arg(isolateLtr(dateText(today)), hijri),
            tr("%1 · %2", "date, Hijri date")
                .arg(isolateLtr(dateText(today)), shortHijriText(today, m_hijriOffset, uiLanguage())),
            isolateLtr(dateText(today))}) {
        m_date->setText(text);
        if (fits()) return;
    }
    const auto isCalm = [](const Pill* pill) {
        return pill->tone() == Tone::Success || pill->tone() == Tone::Plain;
    };
    for (Pill* pill : {m_printer, m_sync, m_backup}) {
        if (isCalm(pill)) pill->setIconOnly(true);
        if (fits()) return;
    }
    m_centre->setToolTip(plainToolTip(m_whoText));
    m_who->setText({});
    if (fits()) return;
    m_date->setVisible(false);
    if (fits()) return;
    const int over = minimumSizeHint().width() - width();
    const int room = std::max(m_centre->sizeHint().width() - over, px(72));
    m_centre->setToolTip(plainToolTip(m_centreText + u'\n' + m_whoText));
    m_centre->setText(m_centre->fontMetrics().elidedText(m_centreText, Qt::ElideRight, room));
    for (Pill* pill : {m_printer, m_sync, m_backup}) {
        if (fits()) return;
        pill->setMostWidth(pill->sizeHint().width() - (minimumSizeHint().width() - width()));
    }
}

bool TopStrip::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) fit();
    return QWidget::event(event);
}

void TopStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TopStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TopStrip::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    if (m_training) {
        painter.setPen(QPen(c.warningTint, px(10)));
        painter.setRenderHint(QPainter::Antialiasing);
        for (int x = -height(); x < width() + height(); x += px(28))
            painter.drawLine(x, height(), x + height(), 0);
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.hairline);
}

} // namespace sanad
