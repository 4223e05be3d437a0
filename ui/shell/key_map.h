#pragma once

#include "ui/theme/icons.h"

#include <QKeySequence>
#include <QList>
#include <QString>

#include <vector>

namespace sanad {

/// What a key can ask for. The page in front is asked first, then the program.
enum class Command {
    Help,
    CallNext,
    Recall,
    NoShow,
    Customer,
    Service,
    SyncNow,
    Scan,
    Hold,
    HeldList,
    Transactions,
    Pay,
    PayLater,
    Print,
    Reports,
    NewTicket,
    Finish,
    Back,
    Nth, ///< Ctrl+1 … Ctrl+9; its number comes along.
    Find,
    Lock,
    Pdf,
    Excel,
    Home,
    Language,
    Contrast,
    Zoom,
    SyncPage,
    Cash,
    OpenSite,
    Settings,
    Backups,
    Staff,
    Privacy,
    Audit,
    Secrets,
};

struct KeyBinding {
    Command command;
    QList<QKeySequence> keys; ///< Letters with their twin on the Arabic layout.
    QString shown; ///< As printed on the keyboard; empty: only through the command search.
};

/// The whole keyboard map. No page binds a letter chord of its own.
const std::vector<KeyBinding>& keyMap();

/// `F2`, `Ctrl+Enter`; empty when the command has no key.
QString keyText(Command command);
/// The command's name in the language of the windows.
QString commandText(Command command);
Glyph commandGlyph(Command command);

} // namespace sanad
