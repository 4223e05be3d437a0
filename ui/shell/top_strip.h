#pragma once

#include "core/base/clock.h"
#include "ui/theme/icons.h"

#include <QWidget>

namespace sanad {

class KeyButton;
class Label;
class Pill;

/// The line on top: centre, counter and clerk, state of sync and printer, today in both calendars.
class TopStrip : public QWidget {
    Q_OBJECT

public:
    explicit TopStrip(QWidget* parent = nullptr);

    void showCentre(const QString& nameAr, const QString& nameEn, int hijriOffset, bool training);
    void showClerk(const QString& clerk, const QString& counter);
    void setClock(Clock clock);
    Pill& sync() { return *m_sync; }
    Pill& printer() { return *m_printer; }
    Pill& backup() { return *m_backup; }

Q_SIGNALS:
    void languageWanted();
    void contrastWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void showDate();

    QString m_nameAr, m_nameEn;
    QString m_counterCode;
    int m_hijriOffset = 0;
    bool m_training = false;
    Clock m_clock;
    Label* m_centre;
    Label* m_who;
    Label* m_date;
    Pill* m_sync;
    Pill* m_printer;
    Pill* m_backup;
    QString m_clerk;
    KeyButton* m_language;
    KeyButton* m_contrast;
};

} // namespace sanad
