#include "ui/shell/main_window.h"

#include "core/base/log.h"
#include "ui/shell/command_search.h"
#include "ui/shell/key_line.h"
#include "ui/shell/rail.h"
#include "ui/shell/top_strip.h"
#include "ui/text/error_text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

MainWindow::MainWindow(QWidget* parent)
    : QWidget(parent)
    , m_strip(new TopStrip(this))
    , m_rail(new Rail(this))
    , m_banner(new Banner(this))
    , m_noticeRow(new QWidget(this))
    , m_notice(new Banner(m_noticeRow, TextSize::Small))
    , m_tryAgain(new KeyButton(KeyButton::Kind::Primary, this))
    , m_heading(new Label(TextSize::Heading, this))
    , m_workspace(new QStackedWidget(this))
    , m_side(new QWidget(this))
    , m_keys(new KeyLine(this))
    , m_search(new CommandSearch(this))
{
    setMinimumSize(1024, 640);
    resize(1366, 768);

    auto* work = new QVBoxLayout;
    work->setContentsMargins(px(20), px(14), px(20), px(14));
    work->setSpacing(px(12));
    work->addWidget(m_heading);
    work->addWidget(m_banner);
    work->addWidget(m_tryAgain, 0, Qt::AlignLeading);
    work->addWidget(m_workspace, 1);
    m_heading->setBold(true);
    m_tryAgain->setKey(u"Enter"_s);
    m_tryAgain->setAutoDefault(true);
    m_tryAgain->setVisible(false);

    auto* sideColumn = new QVBoxLayout(m_side);
    sideColumn->setContentsMargins(0, 0, 0, 0);

    auto* notice = new QVBoxLayout(m_noticeRow);
    notice->setContentsMargins(px(12), px(8), px(12), 0);
    notice->addWidget(m_notice);
    m_noticeRow->setVisible(false);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_strip, 0, 0, 1, 3);
    grid->addWidget(m_noticeRow, 1, 0, 1, 3);
    grid->addWidget(m_rail, 2, 0);
    grid->addLayout(work, 2, 1);
    grid->addWidget(m_side, 2, 2);
    grid->addWidget(m_keys, 3, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);

    connect(m_tryAgain, &QPushButton::clicked, this, [this] {
        m_tryAgain->setEnabled(false);
        m_banner->clear();
        Q_EMIT tryAgainWanted();
    });
    connect(m_rail, &Rail::wanted, this, &MainWindow::open);
    connect(m_strip, &TopStrip::languageWanted, this, [this] { run(Command::Language); });
    connect(m_strip, &TopStrip::contrastWanted, this, [this] { run(Command::Contrast); });
    connect(m_search, &CommandSearch::chosen, this, [this](Command command) { run(command); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        Page* page = currentPage();
        if (now && page && page->isAncestorOf(now)) m_areas.value(page)->ensureWidgetVisible(now);
    });
    bindKeys();
    setLocked(true);
    retranslate();
}

MainWindow::~MainWindow()
{
    // The focus still moves while the pages go.
    disconnect(qApp, nullptr, this, nullptr);
}

void MainWindow::setPages(std::vector<PageEntry> pages)
{
    m_entries = std::move(pages);
    m_rail->setPages(m_entries);
}

void MainWindow::showFor(const Actor& actor)
{
    m_actor = actor;
    m_rail->showFor(actor);
}

void MainWindow::setSidePanel(QWidget* panel)
{
    m_side->layout()->addWidget(panel);
}

const PageEntry* MainWindow::entry(const QString& id) const
{
    for (const auto& candidate : m_entries)
        if (candidate.id == id) return &candidate;
    return nullptr;
}

Page* MainWindow::page(const QString& id)
{
    if (auto* made = m_pages.value(id)) return made;
    const auto* known = entry(id);
    if (!known) return nullptr;
    Page* page = known->make();
    m_pages.insert(id, page);
    // Where the page has no room, it scrolls rather than being squashed.
    auto* area = new QScrollArea(m_workspace);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    m_areas.insert(page, area);
    m_workspace->addWidget(area);
    connect(page, &Page::failed, this, &MainWindow::showError);
    connect(page, &Page::said, this, &MainWindow::say);
    connect(page, &Page::told, this, &MainWindow::tell);
    connect(page, &Page::wanted, this, &MainWindow::open);
    connect(page, &Page::hintsChanged, this, &MainWindow::showHints);
    return page;
}

Page* MainWindow::currentPage() const
{
    return m_pages.value(m_current);
}

QStringList MainWindow::railIds() const
{
    QStringList ids;
    for (const auto& candidate : m_entries)
        if (candidate.inRail) ids.append(candidate.id);
    return ids;
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const auto& each : m_entries)
        ids.append(each.id);
    return ids;
}

Result<> MainWindow::mayOpen(const QString& id) const
{
    const PageEntry* known = entry(id);
    return known && known->needs ? m_actor.may(*known->needs) : Result<>();
}

void MainWindow::open(const QString& id)
{
    // The core asks as well; a page that was another person's would still show what it showed them.
    if (const auto allowed = mayOpen(id); !allowed) return showError(allowed.error());
    Page* next = page(id);
    if (!next) return;
    const bool moved = id != m_current;
    m_current = id;
    m_workspace->setCurrentWidget(m_areas.value(next));
    m_rail->mark(id);
    if (moved) m_banner->clear();
    m_tryAgain->setVisible(false);
    m_heading->setText(entry(id)->title());
    m_side->setVisible(!m_locked && !entry(id)->alone);
    next->arrive();
    showHints();
    if (moved) Q_EMIT pageChanged(id);
}

void MainWindow::setLocked(bool locked)
{
    m_locked = locked;
    m_rail->setVisible(!locked);
    const PageEntry* here = entry(m_current);
    m_side->setVisible(!locked && !(here && here->alone));
    m_heading->setVisible(!locked);
    if (locked) closeDialogs();
}

void MainWindow::closeDialogs()
{
    constexpr int kMost = 20; // one that does not go must not hold the lock up
    for (int i = 0; i < kMost; ++i) {
        QWidget* top = QApplication::activePopupWidget();
        if (!top) top = QApplication::activeModalWidget();
        if (!top || top == this) return;
        top->close();
        // Whoever asked for a file waits for the answer; what lies under it goes when they have it.
        if (qobject_cast<QFileDialog*>(top))
            return QTimer::singleShot(0, this, [this] {
                if (m_locked) closeDialogs();
            });
    }
}

void MainWindow::say(Tone tone, const QString& sentence)
{
    m_hasNews = tone == Tone::Success || tone == Tone::Plain;
    if (sentence.isEmpty())
        m_banner->clear();
    else
        m_banner->show(tone, sentence);
}

void MainWindow::tell(Tone tone, const Words& words)
{
    m_hasNews = false;
    m_banner->tell(tone, words);
}

void MainWindow::showError(const Error& error)
{
    logEvent("error.shown"_L1, {{"key"_L1, error.key}});
    m_hasNews = false;
    m_banner->tell(
        error.code == ErrorCode::Unreachable ? Tone::Warning : Tone::Error,
        [error] { return errorText(error, uiLanguage()).sentence(); }, error.key);
    if (m_current.isEmpty()) offerTryAgain();
}

void MainWindow::offerTryAgain()
{
    m_tryAgain->setEnabled(true);
    m_tryAgain->setVisible(true);
    m_tryAgain->setFocus();
    showHints();
}

void MainWindow::giveNotice(Tone tone, const Error& notice)
{
    if (m_noticed == notice) return; // said once, not with each look
    if (!m_noticed || m_noticed->key != notice.key) logEvent("notice.shown"_L1, {{"key"_L1, notice.key}});
    m_noticed = notice;
    m_notice->tell(
        tone, [notice] { return errorText(notice, uiLanguage()).sentence(); }, notice.key);
    m_noticeRow->setVisible(true);
}

void MainWindow::takeNotice()
{
    m_noticeRow->setVisible(false);
    m_noticed.reset();
    m_notice->clear();
}

void MainWindow::run(Command command, int number)
{
    if (command == Command::Find || command == Command::Help) return m_search->open();
    if (auto* page = currentPage(); page && page->perform(command, number)) return;
    if (command == Command::Language || command == Command::Contrast || command == Command::Zoom)
        return Q_EMIT commanded(command);
    if (m_locked) return;
    for (const auto& candidate : m_entries)
        if (candidate.command == command && candidate.inRail) return open(candidate.id);
    Q_EMIT commanded(command);
}

void MainWindow::bindKeys()
{
    for (const auto& binding : keyMap())
        for (const auto& keys : binding.keys)
            bind(keys, binding.command);
    for (int number = 1; number <= 9; ++number)
        bind(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)), Command::Nth, number);
}

void MainWindow::bind(const QKeySequence& keys, Command command, int number)
{
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, [this, command, number] { run(command, number); });
}

void MainWindow::showHints()
{
    if (const auto* page = currentPage())
        m_keys->show(page->hints());
    else if (m_tryAgain->isVisible())
        m_keys->show({{m_tryAgain->key(), m_tryAgain->text()}});
}

void MainWindow::retranslate()
{
    const auto* known = entry(m_current);
    setWindowTitle(known ? tr("%1 – Sanad Desk").arg(known->title()) : tr("Sanad Desk"));
    if (known) m_heading->setText(known->title());
    m_tryAgain->setText(tr("Try again"));
    // News was read by now; only its page could say it again.
    if (std::exchange(m_hasNews, false)) m_banner->clear();
    showHints();
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_search->setVisible(false);
}

void MainWindow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Theme::instance().colours().window);
}

} // namespace sanad
