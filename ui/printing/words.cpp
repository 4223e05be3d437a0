#include "ui/printing/words.h"

#include "core/base/isolates.h"

namespace sanad {

QString Wording::operator()(const Words& words) const
{
    if (!m_beside) return words.in(m_language);
    return words.in(Language::Arabic) + QStringLiteral(" / ") + isolateLtr(words.in(Language::English));
}

QString Wording::stacked(const Words& words) const
{
    if (!m_beside) return words.in(m_language);
    return words.in(Language::Arabic) + QChar::LineSeparator + isolateLtr(words.in(Language::English));
}

} // namespace sanad
