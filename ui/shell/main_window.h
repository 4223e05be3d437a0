#pragma once

#include "core/base/actor.h"
#include "ui/shell/page.h"

#include <QHash>

class QScrollArea;
class QStackedWidget;

namespace sanad {

class Banner;
class CommandSearch;
class KeyButton;
class KeyLine;
class Label;
class Rail;
class TopStrip;

/// The frame: top strip, rail, workspace, side panel, key line. Receives its pages as a list and names none.
class MainWindow : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    void setPages(std::vector<PageEntry> pages);
    /// Shows in the rail what this person may use.
    void showFor(const Actor& actor);
    /// Takes `panel` to the end side.
    void setSidePanel(QWidget* panel);
    TopStrip& strip() { return *m_strip; }

    /// Whether the page is for who is signed in. Errors: those of Actor::may().
    Result<> mayOpen(const QString& id) const;
    /// Brings a page to the front, or says why not; makes it on its first visit.
    void open(const QString& id);
    QString currentId() const { return m_current; }
    Page* currentPage() const;
    /// Pages of the rail, in its order.
    QStringList railIds() const;
    /// All pages.
    QStringList pageIds() const;
    /// The page of that id, made if need be.
    Page* page(const QString& id);

    /// Nobody is signed in: only the workspace is shown, and no dialog stays open over it.
    void setLocked(bool locked);
    bool locked() const { return m_locked; }

    void say(Tone tone, const QString& sentence);
    /// As say(), following the language.
    void tell(Tone tone, const Words& words);
    void showError(const Error& error);
    /// A warning that stands on every page, before anybody signs in too, until it is taken away or another
    /// takes its place.
    void giveNotice(Tone tone, const Error& notice);
    void takeNotice();
    /// Does as its key would.
    void run(Command command, int number = 0);

Q_SIGNALS:
    /// What was to be in front could not be opened; somebody asks for another try.
    void tryAgainWanted();
    /// A command that the page in front left to the program.
    void commanded(sanad::Command command);
    void pageChanged(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void bindKeys();
    void bind(const QKeySequence& keys, Command command, int number = 0);
    void retranslate();
    void showHints();
    void offerTryAgain();
    void closeDialogs();
    const PageEntry* entry(const QString& id) const;

    std::vector<PageEntry> m_entries;
    QHash<QString, Page*> m_pages;
    QHash<Page*, QScrollArea*> m_areas; ///< Around each page.
    QString m_current;
    Actor m_actor; ///< Whom the pages are shown for.
    bool m_locked = true;
    bool m_hasNews = false; ///< The banner tells of something done, which asks for nothing.
    TopStrip* m_strip;
    Rail* m_rail;
    Banner* m_banner;
    QWidget* m_noticeRow;
    Banner* m_notice;
    std::optional<Error> m_noticed;
    KeyButton* m_tryAgain; ///< While there is no page yet, and an error instead.
    Label* m_heading;
    QStackedWidget* m_workspace;
    QWidget* m_side;
    KeyLine* m_keys;
    CommandSearch* m_search;
};

} // namespace sanad
