#pragma once

#include "ui/text/language.h"

class QApplication;

namespace sanad {

/// The language that the windows show now. Arabic until set.
Language uiLanguage();

/// Switches every open window to `language` and its direction at once; what was typed stays.
void setUiLanguage(QApplication& application, Language language);

} // namespace sanad
