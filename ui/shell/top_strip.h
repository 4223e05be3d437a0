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
    void showClerk(const QString& nameAr, const QString& nameEn, const QString& counter);
    void setClock(Clock clock);
    Pill& sync() { return *m_sync; }
    Pill& printer() { return *m_printer; }
    Pill& backup() { return *m_backup; }

Q_SIGNALS:
    void languageWanted();
    void contrastWanted();

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    /// Leaves out what matters least until the rest fits whole: the weekday, the Hijri date, the words of
    /// calm states, the clerk, the date; a warning is elided last.
    void fit();
    /// Whatever fit() depends on, as one text.
    QString fitted() const;

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
    QString m_clerkAr, m_clerkEn;
    QString m_centreText, m_whoText;
    QString m_fitted;
    KeyButton* m_language;
    KeyButton* m_contrast;
};

} // namespace sanad
