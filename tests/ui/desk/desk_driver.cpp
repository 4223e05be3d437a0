#include "tests/ui/desk/desk_driver.h"

#include "core/catalogue/sample_form.h"
#include "core/customers/customer_service.h"
#include "core/demo/demo_centre.h"
#include "tests/support/cheap_secrets.h"
#include "tests/support/test_support.h"
#include "ui/forms/form_editor.h"
#include "ui/forms/form_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

constexpr int kCustomers = 60;
constexpr qint64 kPlenty = qint64{1} << 40;
constexpr int kPatience = 60'000; // milliseconds; sanitizers are slow

/// Made once for the whole program; each driver works on a copy.
const QString& demoFolder()
{
    static QTemporaryDir folder;
    static const QString path = [] {
        auto opened = Database::open(DataLocation::parse(folder.path()), OpenMode::Create);
        REQUIRE(opened);
        DemoRequest request;
        request.cost = kCheap;
        request.customers = kCustomers;
        request.days = 0;
        must(makeDemo(**opened, request));
        return folder.path();
    }();
    return path;
}

/// Where a keyboard's keys go: to a list that hangs open before what has the focus.
QWidget* underKeys()
{
    if (auto* popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    return QApplication::focusWidget();
}

} // namespace

DeskDriver::DeskDriver(Data data)
    : m_freeBytes(std::make_shared<std::atomic<qint64>>(kPlenty))
{
    REQUIRE(m_folder.isValid());
    if (data == Data::None) {
        start();
        return;
    }
    const QDir from(demoFolder());
    for (const auto& file : from.entryList(QDir::Files))
        if (!file.contains(u"lock"_s)) REQUIRE(QFile::copy(from.filePath(file), m_folder.filePath(file)));
    start();
}

void DeskDriver::start()
{
    DeskOptions options;
    options.data = DataLocation::parse(m_folder.path());
    options.papers = m_papers.path();
    options.disks = [free = m_freeBytes](const QString& folder) -> std::optional<DiskSpace> {
        if (folder.isEmpty()) return std::nullopt;
        return DiskSpace{*free, u"one"_s, {u"one"_s}};
    };
    // It is noon at the centre, whenever the tests run: at night the desk checks its backups by itself.
    const QDateTime started = QDateTime::currentDateTimeUtc();
    options.backupClock = [noon = QDateTime(started.date(), QTime(8, 0), Qt::UTC), started] {
        return noon.addMSecs(started.msecsTo(QDateTime::currentDateTimeUtc()));
    };
    m_desk = std::make_unique<Application>(*static_cast<QApplication*>(qApp), options);
    QSignalSpy ready(m_desk.get(), &Application::ready);
    m_desk->start();
    REQUIRE(ready.wait(kPatience));
    window().activateWindow();
    settle();
}

void DeskDriver::restart()
{
    m_desk.reset();
    start();
}

DeskDriver::~DeskDriver() = default;

void DeskDriver::takePictures(const QString& name, QWidget* of)
{
    const QString pictures = qEnvironmentVariable("SANAD_PICTURES");
    if (pictures.isEmpty()) return;
    const Scheme before = Theme::instance().scheme();
    const Language spoken = uiLanguage();
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light})
        for (const Language language : {Language::English, Language::Arabic}) {
            Theme::instance().setScheme(scheme);
            desk().setLanguage(language);
            settle();
            (of ? of : &window())
                ->grab()
                .save(u"%1/%2-%3-%4.png"_s.arg(
                    pictures, name, languageKey(language), scheme == Scheme::Dark ? u"dark"_s : u"light"_s));
        }
    Theme::instance().setScheme(before);
    desk().setLanguage(spoken);
    settle();
}

void DeskDriver::settle()
{
    for (int quiet = 0; quiet < 3;) {
        QTest::qWait(10);
        quiet = m_desk->tasks().pending() == 0 ? quiet + 1 : 0;
    }
}

void DeskDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_keystrokes;
    auto* focus = underKeys();
    const QString text = key == Qt::Key_Space ? u" "_s : key == Qt::Key_Return ? u"\r"_s : QString();
    QTest::sendKeyEvent(QTest::Click, focus ? focus : &window(), key, text, modifiers);
    settle();
}

void DeskDriver::type(const QString& text)
{
    for (const QChar letter : text) {
        ++m_keystrokes;
        REQUIRE(underKeys());
        QTest::sendKeyEvent(QTest::Click, underKeys(), static_cast<Qt::Key>(letter.toUpper().unicode()),
            letter, Qt::NoModifier);
    }
    settle();
}

void DeskDriver::signIn()
{
    signInAs(u"clerk1"_s);
}

void DeskDriver::signInOwner()
{
    signInAs(u"owner"_s);
}

void DeskDriver::signInAs(const QString& user)
{
    for (const auto& person : demoPeople()) {
        if (person.user != user) continue;
        auto* clerk = qobject_cast<QComboBox*>(QApplication::focusWidget());
        REQUIRE(clerk);
        press(Qt::Key_Home);
        while (clerk->currentData().toString() != person.user)
            press(Qt::Key_Down);
        press(Qt::Key_Return);
        type(person.password);
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        press(Qt::Key_Return);
    }
    settle();
    REQUIRE(m_desk->session().signedIn());
}

QString DeskDriver::knownCivilNumber()
{
    QString number;
    m_desk->tasks().run(
        m_desk.get(),
        [by = m_desk->session().actor()](Database& db) -> Result<QString> {
            CustomerService customers(db);
            for (const auto& word : {u"محمد"_s, u"سالم"_s, u"احمد"_s, u"علي"_s, u"سعيد"_s}) {
                SANAD_TRY_VALUE(matches, customers.find(word, 20, by));
                for (const auto& match : matches) {
                    SANAD_TRY_VALUE(customer, customers.get(match.id, by));
                    const QString civil = customer.identifier(u"civil_number");
                    if (customer.kind == CustomerKind::Citizen && civil.size() == 8) return civil;
                }
            }
            return QString();
        },
        [&number](const Result<QString>& found) { number = must(found); });
    settle();
    REQUIRE(number.size() == 8);
    return number;
}

void DeskDriver::fillForm()
{
    auto* page = qobject_cast<FormPage*>(window().currentPage());
    REQUIRE(page);
    const int before = m_keystrokes;
    const QJsonObject sample = sampleForm(visit().work()->service, 1, QDate::currentDate());
    for (const auto& name : page->visibleFields()) {
        auto* editor = page->editor(name);
        if (!editor->value().isUndefined() || !sample.contains(name)) continue;
        while (QApplication::focusWidget() != editor->input())
            press(Qt::Key_Tab);
        const QJsonValue value = sample.value(name);
        if (auto* combo = qobject_cast<QComboBox*>(editor->input())) {
            while (combo->currentData().toString() != value.toString())
                press(Qt::Key_Down);
        } else {
            type(value.toVariant().toString());
        }
        press(Qt::Key_Return);
    }
    m_keystrokes = before;
}

void DeskDriver::bringReference(const QString& reference)
{
    const int before = m_keystrokes;
    type(reference);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    // Without the connector the reference is unchecked, and taken when confirmed.
    if (visit().step() == CurrentVisit::Step::Assisted) press(Qt::Key_Return, Qt::ControlModifier);
    m_keystrokes = before;
}

} // namespace sanad::test
