#pragma once

#include "ui/text/language.h"

#include <QString>

namespace sanad::ctl {

/// A sentence or a column title of the command line in both languages; %1 … are filled with arg().
struct Say {
    const char16_t* english;
    const char16_t* arabic;

    QString in(Language language) const
    {
        return QString::fromUtf16(language == Language::Arabic ? arabic : english);
    }
};

} // namespace sanad::ctl
