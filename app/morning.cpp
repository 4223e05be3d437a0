#include "app/morning.h"

#include "app/morning_papers.h"
#include "core/catalogue/sample_form.h"
#include "core/customers/customer_service.h"
#include "core/demo/demo_centre.h"
#include "ui/forms/form_editor.h"
#include "ui/forms/form_page.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kPatience = 20'000; // milliseconds for one answer of the database

} // namespace

Morning::Morning(Application& desk, const QString& folder)
    : m_desk(desk)
    , m_folder(folder)
{
    m_folder.mkpath(u"."_s);
}

void Morning::settle(int milliseconds)
{
    QElapsedTimer waited;
    waited.start();
    for (int quiet = 0; quiet < 3 && waited.elapsed() < kPatience;) {
        QEventLoop loop;
        QTimer::singleShot(milliseconds / 3, &loop, &QEventLoop::quit);
        loop.exec();
        quiet = m_desk.tasks().pending() == 0 ? quiet + 1 : 0;
    }
}

void Morning::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (m_lost) return;
    const QKeySequence pressed(QKeyCombination(modifiers, key));
    for (const auto& binding : keyMap()) {
        // The picker and the search keep Esc for themselves, as they do with a real key.
        if (!binding.keys.contains(pressed)) continue;
        m_desk.window().run(binding.command);
        return settle();
    }
    QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &m_desk.window();
    const QString text = key == Qt::Key_Space ? u" "_s : QString();
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QPointer<QWidget> still = target;
    QCoreApplication::sendEvent(target, &down);
    if (still) QCoreApplication::sendEvent(target, &up);
    settle();
}

void Morning::type(const QString& text)
{
    if (m_lost) return;
    for (const QChar letter : text) {
        auto* target = QApplication::focusWidget();
        if (!target) return;
        QKeyEvent down(QEvent::KeyPress, letter.toUpper().unicode(), Qt::NoModifier, letter);
        QKeyEvent up(QEvent::KeyRelease, letter.toUpper().unicode(), Qt::NoModifier, letter);
        QCoreApplication::sendEvent(target, &down);
        QCoreApplication::sendEvent(target, &up);
    }
    settle(240);
}

void Morning::expect(bool reached, const QString& what)
{
    if (reached) return;
    ++m_missed;
    QTextStream(stderr) << "morning: not reached: " << what << " (page " << m_desk.window().currentId()
                        << ")\n";
}

bool Morning::isInFront(const QString& front) const
{
    if (m_desk.window().currentId() == front) return true;
    const auto panels = m_desk.window().findChildren<QWidget*>();
    return std::any_of(panels.begin(), panels.end(), [&](const QWidget* panel) {
        return panel->isVisible() &&
            QLatin1StringView(panel->metaObject()->className()) == u"sanad::"_s + front;
    });
}

void Morning::picture(const QString& front, const QString& name)
{
    if (m_lost) return;
    ++m_pictures;
    m_lost = !isInFront(front);
    if (m_lost) return expect(false, u"%1 for the picture %2"_s.arg(front, name));
    if (const auto* page = m_desk.window().currentPage())
        m_seen[QString::fromLatin1(page->metaObject()->className())] += numbered(name);
    everyLook([&](const QString& look) { m_desk.window().grab().save(fileOf(name, look)); });
}

void Morning::everyLook(const std::function<void(const QString&)>& take)
{
    for (const auto scheme : {Scheme::Light, Scheme::Dark}) {
        for (const auto language : {Language::Arabic, Language::English}) {
            Theme::instance().setScheme(scheme);
            m_desk.setLanguage(language);
            settle();
            take(languageKey(language) + (scheme == Scheme::Dark ? u"-dark"_s : u"-light"_s));
        }
    }
    Theme::instance().setScheme(Scheme::Light);
    m_desk.setLanguage(Language::Arabic);
    settle();
}

QString Morning::fileOf(const QString& name, const QString& look) const
{
    return m_folder.filePath(numbered(name) + u'-' + look + u".png"_s);
}

QString Morning::numbered(const QString& name) const
{
    return u"%1-%2"_s.arg(m_pictures, 2, 10, QChar(u'0')).arg(name);
}

void Morning::signIn()
{
    settle();
    auto* clerk = m_desk.window().currentPage()->findChildren<QComboBox*>().value(0);
    for (const auto& person : demoPeople()) {
        if (person.role != Role::Clerk || !clerk) continue;
        clerk->setCurrentIndex(clerk->findData(person.user));
        picture(u"sign-in"_s, u"sign-in"_s);
        clerk->setFocus();
        press(Qt::Key_Return);
        type(person.password);
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        for (int i = 0; i < 5; ++i)
            press(Qt::Key_Backspace);
        type(u"20"_s);
        press(Qt::Key_Return);
        settle(600);
        break;
    }
    expect(m_desk.session().signedIn(), u"signed in"_s);
}

void Morning::handOver()
{
    press(Qt::Key_L, Qt::ControlModifier);
    settle(240);
    picture(u"sign-in"_s, u"locked"_s);
    auto* clerk = m_desk.window().currentPage()->findChildren<QComboBox*>().value(0);
    for (const auto& person : demoPeople()) {
        if (person.role != Role::Owner || !clerk) continue;
        clerk->setCurrentIndex(clerk->findData(person.user));
        clerk->setFocus();
        press(Qt::Key_Return);
        type(person.pin);
        press(Qt::Key_Return);
        settle(600);
        break;
    }
    expect(m_desk.session().signedIn(), u"handed over"_s);
}

QStringList Morning::customersToServe()
{
    QStringList numbers;
    m_desk.tasks().run(
        this,
        [by = m_desk.session().actor()](Database& db) -> Result<QStringList> {
            QStringList found;
            CustomerService customers(db);
            for (const auto& word : {u"سالم"_s, u"محمد"_s, u"احمد"_s}) {
                SANAD_TRY_VALUE(matches, customers.find(word, 6, by));
                for (const auto& match : matches) {
                    SANAD_TRY_VALUE(customer, customers.get(match.id, by));
                    const QString number = customer.identifier(u"civil_number");
                    if (customer.kind == CustomerKind::Citizen && !number.isEmpty() &&
                        !found.contains(number))
                        found.append(number);
                }
            }
            return found;
        },
        [&numbers](const Result<QStringList>& found) {
            if (found) numbers = *found;
        });
    settle();
    return numbers;
}

void Morning::fillForm()
{
    auto* page = qobject_cast<FormPage*>(m_desk.window().currentPage());
    if (!page || !m_desk.visit().work()) return expect(false, u"form"_s);
    const auto& work = *m_desk.visit().work();
    const QJsonObject sample = sampleForm(work.service, m_pictures, QDate::currentDate());
    for (int round = 0; round < 2; ++round) {
        for (const auto& name : page->visibleFields()) {
            auto* editor = page->editor(name);
            if (!editor->value().isUndefined() || !sample.contains(name)) continue;
            editor->show(sample.value(name));
            Q_EMIT editor->edited();
        }
        settle();
    }
}

void Morning::visit(const QString& customer, const QString& service, bool pictures)
{
    const auto shoot = [&](const QString& front, const QString& name) {
        if (pictures) picture(front, name);
    };
    press(Qt::Key_Insert);
    shoot(u"LinePicker"_s, u"new-ticket"_s);
    type(u"1"_s);
    press(Qt::Key_Return);
    shoot(u"serve"_s, u"serve"_s);
    press(Qt::Key_F2);
    shoot(u"serve"_s, u"called"_s);
    press(Qt::Key_Return);
    type(customer);
    shoot(u"CustomerMatches"_s, u"customer-found"_s);
    press(Qt::Key_Return);
    expect(m_desk.visit().step() == CurrentVisit::Step::Service, u"service"_s);
    shoot(u"services"_s, u"services"_s);
    type(service);
    shoot(u"services"_s, u"service-search"_s);
    press(Qt::Key_Return);
    settle(240);
    expect(m_desk.visit().step() == CurrentVisit::Step::Form, u"form"_s);
    shoot(u"form"_s, u"form"_s);
    if (pictures) {
        press(Qt::Key_Return, Qt::ControlModifier);
        settle(240);
        shoot(u"form"_s, u"form-faults"_s);
    }
    fillForm();
    for (int i = 0; i < 2 && m_desk.visit().step() == CurrentVisit::Step::Form; ++i) {
        press(Qt::Key_Return, Qt::ControlModifier);
        settle(240);
    }
    expect(m_desk.visit().step() != CurrentVisit::Step::Form, u"form accepted"_s);
    if (m_desk.visit().step() == CurrentVisit::Step::Documents) {
        for (const auto& document : m_desk.visit().work()->service.documents)
            if (document.required) press(Qt::Key_Space);
        shoot(u"documents"_s, u"papers"_s);
        if (pictures) keptScan();
        press(Qt::Key_Return, Qt::ControlModifier);
        settle(240);
    }
    if (m_desk.visit().step() == CurrentVisit::Step::Assisted) {
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        shoot(u"assisted"_s, u"agency-site"_s);
        type(u"7781234"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        settle(240);
        // Where the agency's connector is not set up, the reference is taken as it is.
        if (m_desk.visit().step() == CurrentVisit::Step::Assisted) press(Qt::Key_Return, Qt::ControlModifier);
        settle(240);
    }
    shoot(u"fees"_s, u"fees"_s);
    if (pictures) anotherPrice();
    press(Qt::Key_Return, Qt::ControlModifier);
    settle(240);
    shoot(u"pay"_s, u"pay"_s);
    press(Qt::Key_F9);
    shoot(u"PaymentLine"_s, u"paying"_s);
    if (pictures) approval();
    press(Qt::Key_Return);
    settle(600);
    expect(m_desk.visit().receipt().has_value(), u"receipt"_s);
    shoot(u"receipt"_s, u"receipt"_s);
    if (pictures && m_desk.visit().receipt()) m_paid = m_desk.visit().receipt()->lines.front().transaction;
    if (m_desk.visit().receipt()) papers(*m_desk.visit().receipt());
    press(Qt::Key_Return);
}

void Morning::papers(const Receipt& receipt)
{
    m_desk.tasks().run(
        this, [receipt, folder = m_folder](Database& db) { return writeReceipt(db, receipt, folder); },
        [this](const Result<>& written) { expect(written.has_value(), u"receipt on paper"_s); });
    settle();
}

void Morning::newCustomer()
{
    m_desk.window().open(u"serve"_s);
    settle();
    type(u"90771234"_s);
    picture(u"serve"_s, u"no-such-customer"_s);
    m_desk.window().open(u"customers"_s);
    settle();
    type(u"سالم"_s);
    picture(u"CustomerMatches"_s, u"customers"_s);
    press(Qt::Key_Insert);
    picture(u"NewCustomerForm"_s, u"new-customer"_s);
    press(Qt::Key_Escape);
    changeCustomer();
}

void Morning::changeCustomer()
{
    m_desk.window().run(Command::Nth, 2);
    settle(240);
    picture(u"ChangeForm"_s, u"change-customer"_s);
    press(Qt::Key_Insert);
    type(u"12-X"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    picture(u"ChangeForm"_s, u"change-customer-unusual"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"شركة"_s);
    m_desk.window().run(Command::Nth, 3);
    settle(240);
    type(u"سالم"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    type(u"قلهات"_s);
    picture(u"AuthorisedPanel"_s, u"who-may-sign"_s);
    press(Qt::Key_Escape);
}

void Morning::mergeCustomers()
{
    m_desk.window().open(u"customers"_s);
    settle(300);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"سالم"_s);
    m_desk.window().run(Command::Nth, 4);
    settle(240);
    type(u"محمد"_s);
    picture(u"MergePanel"_s, u"merge"_s);
    press(Qt::Key_Escape);
}

void Morning::holdAndResume()
{
    m_desk.window().open(u"serve"_s);
    settle();
    const auto numbers = customersToServe();
    type(numbers.value(1));
    press(Qt::Key_Return);
    press(Qt::Key_1, Qt::ControlModifier);
    m_desk.window().run(Command::Nth, 1);
    settle(240);
    press(Qt::Key_F7);
    settle(240);
    expect(m_desk.visit().isEmpty(), u"held"_s);
    picture(u"serve"_s, u"work-on-hold"_s);
    press(Qt::Key_F7, Qt::ShiftModifier);
    press(Qt::Key_Return);
    settle(240);
    expect(!m_desk.visit().isEmpty(), u"resumed"_s);
    press(Qt::Key_F7);
    settle(240);
}

void Morning::everyPage()
{
    for (const auto& id : m_desk.window().railIds()) {
        m_desk.window().open(id);
        settle(300);
        picture(id, u"page-"_s + id);
    }
    pictureOf(u"secrets"_s, u"secrets"_s);
    pictureOf(u"keeping"_s, u"keeping"_s);
    sentBack(m_paid);
    m_desk.window().open(u"cash"_s);
    settle(300);
    press(Qt::Key_2, Qt::ControlModifier);
    picture(u"CashMovePanel"_s, u"cash-out"_s);
    press(Qt::Key_Escape);
    m_desk.window().open(u"settings"_s);
    settle(300);
    for (const auto& [key, part] : {std::pair{Qt::Key_2, u"centre"_s}, std::pair{Qt::Key_3, u"counters"_s}}) {
        press(key, Qt::ControlModifier);
        picture(u"settings"_s, u"settings-"_s + part);
    }
    m_desk.window().open(u"key"_s);
    settle(300);
    picture(u"key"_s, u"data-key"_s);
    m_desk.window().open(u"serve"_s);
    press(Qt::Key_K, Qt::ControlModifier);
    picture(u"CommandSearch"_s, u"commands"_s);
}

void Morning::play()
{
    // Without a window manager nobody else gives the keys to the window.
    QApplication::setActiveWindow(&m_desk.window());
    settle(300);
    if (m_desk.window().currentId() == u"set-up"_s) {
        playEmpty();
        expectEveryPage(true);
        return end();
    }
    beforeSignIn();
    signIn();
    if (m_desk.session().signedIn()) {
        const auto numbers = customersToServe();
        visit(numbers.value(0), u"ROP-VEH-RENEW"_s, true);
        visit(numbers.value(2), u"OWN-COPY"_s, false);
        visit(numbers.value(3), u"MTC-OPCARD"_s, false);
        newCustomer();
        oneCustomer(numbers.value(0));
        holdAndResume();
        handOver();
        everyPage();
        mergeCustomers();
        expectEveryPage(false);
        m_desk.tasks().run(
            this,
            [by = m_desk.session().actor(), folder = m_folder](
                Database& db) { return writeDayReport(db, folder, by); },
            [this](const Result<>& written) { expect(written.has_value(), u"day report"_s); });
        settle();
    }
    end();
}

void Morning::end()
{
    listPages();
    QTextStream(stdout) << (m_missed == 0 ? "morning played: " : "morning played with gaps: ") << m_pictures
                        << " pages in " << m_folder.absolutePath() << '\n';
    QCoreApplication::exit(m_missed == 0 ? 0 : 1);
}

} // namespace sanad
