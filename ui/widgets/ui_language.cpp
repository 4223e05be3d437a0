#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Language shown = Language::Arabic;

} // namespace

Language uiLanguage()
{
    return shown;
}

namespace {

/// Takes the place of the one that `installed` holds; of no translator when `file` cannot be loaded.
void install(QApplication& application, QTranslator*& installed, const QString& file, const QString& folder)
{
    if (installed) QApplication::removeTranslator(installed);
    delete std::exchange(installed, nullptr);
    auto next = std::make_unique<QTranslator>(&application);
    if (!next->load(file, folder)) return;
    installed = next.release();
    QApplication::installTranslator(installed);
}

} // namespace

void setUiLanguage(QApplication& application, Language language)
{
    static QTranslator *own = nullptr, *toolkit = nullptr;
    shown = language;
    QApplication::setLayoutDirection(language == Language::Arabic ? Qt::RightToLeft : Qt::LeftToRight);
    // What Qt says by itself: the dialogs that choose a file, the menus of text fields.
    install(application, toolkit, u"qtbase_"_s + languageKey(language),
        QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // Sentences are written in English; the English file holds only the plurals.
    install(application, own, u"sanad_"_s + languageKey(language), u":/i18n"_s);
}

} // namespace sanad
