#pragma once

#include "core/base/clock.h"
#include "ui/widgets/ltr_edit.h"

#include <QDate>

#include <optional>

class QLabel;

namespace sanad {

class Label;

/// A Gregorian date as dd/mm/yyyy with the Hijri date beside it. Takes `t` for today, `+3`, `-2` for days
/// from today, 5/3, 5/3/26, 5-3-2026, 05032026, 2026-03-05, in both digit sets.
class DateEdit : public QWidget {
    Q_OBJECT

public:
    explicit DateEdit(QWidget* parent = nullptr);

    void setDate(const QDate& date);
    /// Invalid while empty or not a date.
    QDate date() const;
    bool isEmpty() const;
    QString text() const { return m_edit->text(); }
    void setText(const QString& text) { m_edit->setText(text); }
    /// The centre's, for every date edit of the program at once.
    static void setHijriOffset(int days);
    /// What is taken as today; the machine's date in the centre's zone until set.
    void setClock(Clock clock);
    LtrEdit* edit() const { return m_edit; }

    /// Reads what a clerk may type; `today` completes it.
    static std::optional<QDate> parse(const QString& text, const QDate& today);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    QDate today() const;
    void settle();
    void showHijri();

    LtrEdit* m_edit;
    Label* m_hijri;
    Clock m_clock;
};

} // namespace sanad
