#include "ui/shell/key_map.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QKeySequence key(int code)
{
    return QKeySequence(code);
}

/// Ctrl with a letter, and with the letter that the same key gives on the Arabic layout.
QList<QKeySequence> letters(Qt::Key latin, char16_t arabic)
{
    return {QKeySequence(Qt::CTRL | latin), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(arabic))};
}

QString words(const char* text)
{
    return QCoreApplication::translate("sanad::KeyMap", text);
}

} // namespace

const std::vector<KeyBinding>& keyMap()
{
    static const std::vector<KeyBinding> map{
        {Command::Help, {key(Qt::Key_F1)}, u"F1"_s},
        {Command::CallNext, {key(Qt::Key_F2)}, u"F2"_s},
        {Command::Recall, {QKeySequence(Qt::SHIFT | Qt::Key_F2)}, u"Shift+F2"_s},
        {Command::NoShow, {QKeySequence(Qt::CTRL | Qt::Key_F2)}, u"Ctrl+F2"_s},
        {Command::Customer, {key(Qt::Key_F3)}, u"F3"_s},
        {Command::Service, {key(Qt::Key_F4)}, u"F4"_s},
        {Command::SyncNow, {key(Qt::Key_F5)}, u"F5"_s},
        {Command::Scan, {key(Qt::Key_F6)}, u"F6"_s},
        {Command::Hold, {key(Qt::Key_F7)}, u"F7"_s},
        {Command::HeldList, {QKeySequence(Qt::SHIFT | Qt::Key_F7)}, u"Shift+F7"_s},
        {Command::Transactions, {key(Qt::Key_F8)}, u"F8"_s},
        {Command::Pay, {key(Qt::Key_F9)}, u"F9"_s},
        {Command::PayLater, {QKeySequence(Qt::SHIFT | Qt::Key_F9)}, u"Shift+F9"_s},
        {Command::Print, {key(Qt::Key_F10)}, u"F10"_s},
        {Command::Reports, {key(Qt::Key_F11)}, u"F11"_s},
        {Command::NewTicket, {key(Qt::Key_Insert)}, u"Insert"_s},
        {Command::Finish, {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
            u"Ctrl+Enter"_s},
        {Command::Back, {key(Qt::Key_Escape)}, u"Esc"_s},
        {Command::Find, letters(Qt::Key_K, u'ن'), u"Ctrl+K"_s},
        {Command::Lock, letters(Qt::Key_L, u'م'), u"Ctrl+L"_s},
        {Command::Pdf, letters(Qt::Key_P, u'ح'), u"Ctrl+P"_s},
        {Command::Excel, letters(Qt::Key_E, u'ث'), u"Ctrl+E"_s},
        {Command::Home, {}, {}},
        {Command::Language, {}, {}},
        {Command::Contrast, {}, {}},
        {Command::Zoom, {}, {}},
        {Command::SyncPage, {}, {}},
        {Command::Cash, {}, {}},
        {Command::Backups, {}, {}},
        {Command::Staff, {}, {}},
        {Command::Privacy, {}, {}},
        {Command::Audit, {}, {}},
        {Command::Secrets, {}, {}},
        {Command::Settings, {}, {}},
        {Command::OpenSite, letters(Qt::Key_O, u'خ'), u"Ctrl+O"_s},
    };
    return map;
}

QString keyText(Command command)
{
    if (command == Command::Nth) return u"Ctrl+1…9"_s;
    for (const auto& binding : keyMap())
        if (binding.command == command) return binding.shown;
    return {};
}

QString commandText(Command command)
{
    switch (command) {
    case Command::Help:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Help and keys"));
    case Command::CallNext:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Call next"));
    case Command::Recall:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Call again"));
    case Command::NoShow:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Did not come"));
    case Command::Customer:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Customers"));
    case Command::Service:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Services"));
    case Command::SyncNow:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Sync now"));
    case Command::Scan:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Scan document"));
    case Command::Hold:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Put on hold"));
    case Command::HeldList:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Work on hold"));
    case Command::Transactions:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Transactions"));
    case Command::Pay:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Pay"));
    case Command::PayLater:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Leave unpaid"));
    case Command::Print:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Print"));
    case Command::Reports:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Today"));
    case Command::NewTicket:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "New ticket"));
    case Command::Finish:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Finish this step"));
    case Command::Back:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Back"));
    case Command::Nth:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Choose by number"));
    case Command::Find:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Find a command"));
    case Command::Lock:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Lock"));
    case Command::Pdf:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Save as PDF"));
    case Command::Excel:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Save for Excel"));
    case Command::Home:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Serve"));
    case Command::Language:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Switch language"));
    case Command::Contrast:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Light or dark"));
    case Command::Zoom:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Larger text"));
    case Command::SyncPage:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Sync"));
    case Command::Cash:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Day close"));
    case Command::Settings:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Settings"));
    case Command::OpenSite:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Open the agency's site"));
    case Command::Backups:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Backups"));
    case Command::Staff:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Staff"));
    case Command::Privacy:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Privacy"));
    case Command::Audit:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Who did what"));
    case Command::Secrets:
        return words(QT_TRANSLATE_NOOP("sanad::KeyMap", "Your password and PIN"));
    }
    return {};
}

Glyph commandGlyph(Command command)
{
    switch (command) {
    case Command::Home:
        return Glyph::Serve;
    case Command::Customer:
        return Glyph::People;
    case Command::Service:
        return Glyph::Service;
    case Command::Transactions:
        return Glyph::Transactions;
    case Command::Reports:
        return Glyph::Reports;
    case Command::SyncNow:
    case Command::SyncPage:
        return Glyph::Sync;
    case Command::Pay:
    case Command::PayLater:
        return Glyph::Pay;
    case Command::Cash:
        return Glyph::Drawer;
    case Command::HeldList:
    case Command::Hold:
        return Glyph::Hold;
    case Command::NewTicket:
        return Glyph::Ticket;
    case Command::Print:
    case Command::Pdf:
        return Glyph::Printer;
    case Command::Lock:
    case Command::Audit:
        return Glyph::Document;
    case Command::Privacy:
        return Glyph::Lock;
    case Command::Staff:
        return Glyph::People;
    case Command::Secrets:
        return Glyph::Key;
    case Command::Find:
        return Glyph::Search;
    case Command::Language:
        return Glyph::Language;
    case Command::Contrast:
        return Glyph::Contrast;
    case Command::Scan:
    case Command::Backups:
        return Glyph::Document;
    case Command::Help:
        return Glyph::Info;
    case Command::Settings:
        return Glyph::Settings;
    default:
        return Glyph::None;
    }
}

} // namespace sanad
