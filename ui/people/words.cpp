#include "ui/people/words.h"

#include "ui/text/permission_text.h"
#include "ui/widgets/ui_language.h"

#include <QCoreApplication>

namespace sanad {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("sanad::People", text);
}

} // namespace

QString roleText(Role role)
{
    switch (role) {
    case Role::Owner:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Owner"));
    case Role::Manager:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Manager"));
    case Role::Clerk:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Clerk"));
    case Role::Cashier:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Cashier"));
    case Role::FieldAgent:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Field agent"));
    case Role::Inspector:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Inspector"));
    }
    return {};
}

QString permissionText(Permission permission)
{
    return permissionText(permission, uiLanguage());
}

} // namespace sanad
