#include "ui/settings/desk_choices.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

DeskChoices readDeskChoices(const QString& file)
{
    const QSettings kept(file, QSettings::IniFormat);
    DeskChoices choices;
    choices.language = languageFromKey(kept.value(u"desk/language"_s).toString()).value_or(choices.language);
    if (kept.value(u"desk/theme"_s).toString() == u"dark"_s) choices.scheme = Scheme::Dark;
    choices.zoom = std::clamp(kept.value(u"desk/zoom"_s, choices.zoom).toInt(), 100, 150);
    choices.printer = kept.value(u"desk/printer"_s).toString();
    choices.lockMinutes = std::clamp(kept.value(u"desk/lock_minutes"_s, choices.lockMinutes).toInt(), 1, 120);
    return choices;
}

bool writeDeskChoices(const QString& file, const DeskChoices& choices)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSettings kept(file, QSettings::IniFormat);
    kept.setValue(u"desk/language"_s, choices.language == Language::Arabic ? u"ar"_s : u"en"_s);
    kept.setValue(u"desk/theme"_s, choices.scheme == Scheme::Dark ? u"dark"_s : u"light"_s);
    kept.setValue(u"desk/zoom"_s, choices.zoom);
    kept.setValue(u"desk/printer"_s, choices.printer);
    kept.setValue(u"desk/lock_minutes"_s, choices.lockMinutes);
    kept.sync();
    return kept.status() == QSettings::NoError;
}

} // namespace sanad
