#include "ui/widgets/date_edit.h"

#include "core/base/digits.h"
#include "ui/text/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

int hijriOffset = 0;

/// A year of two digits is the nearer one, at most twenty years ahead.
int fullYear(int year, int length, const QDate& today)
{
    if (length > 2) return year;
    const int century = today.year() / 100 * 100;
    return century + year > today.year() + 20 ? century - 100 + year : century + year;
}

std::optional<QDate> made(int year, int month, int day)
{
    const QDate date(year, month, day);
    if (!date.isValid() || year < 1900 || year > 2200) return std::nullopt;
    return date;
}

} // namespace

DateEdit::DateEdit(QWidget* parent)
    : QWidget(parent)
    , m_edit(new LtrEdit(this))
    , m_hijri(new Label(TextSize::Small, this))
    , m_clock(systemClock())
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit);
    row->addWidget(m_hijri, 1);
    m_edit->setMaxLength(12);
    m_edit->setPlaceholderText(u"dd/mm/yyyy"_s);
    m_edit->setFixedWidth(px(150));
    m_hijri->setSecondary(true);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::editingFinished, this, &DateEdit::settle);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        showHijri();
        Q_EMIT edited();
    });
}

void DateEdit::setDate(const QDate& date)
{
    m_edit->setText(date.isValid() ? dateText(date) : QString());
}

QDate DateEdit::date() const
{
    return parse(m_edit->text(), today()).value_or(QDate());
}

bool DateEdit::isEmpty() const
{
    return m_edit->text().trimmed().isEmpty();
}

void DateEdit::setHijriOffset(int days)
{
    hijriOffset = days;
    for (QWidget* widget : QApplication::allWidgets())
        if (auto* edit = qobject_cast<DateEdit*>(widget)) edit->showHijri();
}

void DateEdit::setClock(Clock clock)
{
    m_clock = std::move(clock);
}

QDate DateEdit::today() const
{
    return businessDayAt(m_clock(), 0);
}

void DateEdit::settle()
{
    if (const QDate read = date(); read.isValid()) setDate(read);
}

void DateEdit::showHijri()
{
    const QDate read = date();
    m_hijri->setText(read.isValid() ? hijriText(read, hijriOffset, uiLanguage()) : QString());
}

void DateEdit::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) showHijri();
}

std::optional<QDate> DateEdit::parse(const QString& text, const QDate& today)
{
    const QString typed = asciiDigits(text).trimmed().toLower();
    if (typed == u"t"_s || typed == u"ف"_s || typed == u"اليوم"_s) return today; // ف shares the key of t.

    static const QRegularExpression shift(u"^([+-])(\\d{1,4})$"_s);
    if (const auto match = shift.match(typed); match.hasMatch()) {
        const int days = match.captured(2).toInt();
        return today.addDays(match.captured(1) == u"-"_s ? -days : days);
    }
    static const QRegularExpression iso(u"^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})$"_s);
    if (const auto match = iso.match(typed); match.hasMatch())
        return made(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());

    static const QRegularExpression parts(u"^(\\d{1,2})[-/. ](\\d{1,2})(?:[-/. ](\\d{2}|\\d{4}))?$"_s);
    if (const auto match = parts.match(typed); match.hasMatch()) {
        const QString year = match.captured(3);
        return made(
            year.isEmpty() ? today.year() : fullYear(year.toInt(), static_cast<int>(year.size()), today),
            match.captured(2).toInt(), match.captured(1).toInt());
    }
    static const QRegularExpression packed(u"^(\\d{2})(\\d{2})(\\d{2}|\\d{4})?$"_s);
    if (const auto match = packed.match(typed); match.hasMatch()) {
        const QString year = match.captured(3);
        return made(
            year.isEmpty() ? today.year() : fullYear(year.toInt(), static_cast<int>(year.size()), today),
            match.captured(2).toInt(), match.captured(1).toInt());
    }
    return std::nullopt;
}

} // namespace sanad
