#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Language shown = Language::Arabic;

} // namespace

Language uiLanguage()
{
    return shown;
}

void setUiLanguage(QApplication& application, Language language)
{
    static QTranslator* installed = nullptr;
    // Sentences are written in English; the English file holds only the plurals.
    auto* next = new QTranslator(&application);
    const bool found = next->load(u":/i18n/sanad_"_s + languageKey(language) + u".qm"_s);
    shown = language;
    QApplication::setLayoutDirection(language == Language::Arabic ? Qt::RightToLeft : Qt::LeftToRight);
    if (installed) QApplication::removeTranslator(installed);
    delete std::exchange(installed, nullptr);
    if (found) {
        QApplication::installTranslator(next);
        installed = next;
    } else {
        delete next;
    }
}

} // namespace sanad
