#pragma once

#include "core/base/error.h"
#include "core/base/permission.h"
#include "ui/shell/key_map.h"
#include "ui/theme/colours.h"
#include "ui/widgets/words.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace sanad {

/// A key that is valid now, for the bottom line.
struct KeyHint {
    QString key;
    QString text;
};

/// A screen in the workspace. Made on the first visit and kept; the window knows pages only by this class.
/// A page shows what its presenter knows and sets texts anew in retranslate().
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Stands in front now: reload, give the focus back to where it was.
    virtual void arrive() { }
    virtual std::vector<KeyHint> hints() const { return {}; }
    /// True when the page did what the command asks; else the program does. `number` is of Command::Nth.
    virtual bool perform(Command, int number = 0)
    {
        Q_UNUSED(number);
        return false;
    }

Q_SIGNALS:
    void hintsChanged();
    void failed(const sanad::Error& error);
    /// News: gone with the next page, and when the language is switched.
    void said(sanad::Tone tone, const QString& sentence);
    /// What still asks for something, and so follows the language.
    void told(sanad::Tone tone, const sanad::Words& words);
    /// Asks for another page by its id.
    void wanted(const QString& page);

protected:
    virtual void retranslate() { }
    void changeEvent(QEvent* event) override
    {
        QWidget::changeEvent(event);
        if (event->type() != QEvent::LanguageChange) return;
        retranslate();
        Q_EMIT hintsChanged();
    }
};

/// What the window needs to know of a page before it exists.
struct PageEntry {
    QString id;
    std::function<QString()> title;
    Glyph glyph = Glyph::None;
    Command command = Command::Home; ///< Its key brings the page.
    bool inRail = true;
    std::function<Page*()> make;
    std::optional<Permission> needs =
        std::nullopt; ///< For those who hold it alone, in their rail too; nothing: for everybody.
    bool alone = false; ///< Has the whole width: the visit's panel is not shown beside it.
};

} // namespace sanad
