#include "app/application.h"

#include "app/page_names.h"
#include "core/base/isolates.h"
#include "core/base/log.h"
#include "core/storage/durable_files.h"
#include "ui/approval/approval_dialog.h"
#include "ui/pay/pay_page.h"
#include "ui/printing/printer_device.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/auto_lock.h"
#include "ui/shell/top_strip.h"
#include "ui/text/format.h"
#include "ui/visit/ticket_panel.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QString papersFolder(const QString& wanted)
{
    if (!wanted.isEmpty()) return wanted;
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(u"Sanad Desk"_s);
}

QString pageOf(CurrentVisit::Step step)
{
    using Step = CurrentVisit::Step;
    switch (step) {
    case Step::Home:
        return page::kServe;
    case Step::Customer:
        return page::kCustomers;
    case Step::Service:
        return page::kServices;
    case Step::Form:
        return page::kForm;
    case Step::Documents:
        return page::kDocuments;
    case Step::Assisted:
        return page::kAssisted;
    case Step::Fees:
        return page::kFees;
    case Step::Pay:
        return page::kPay;
    case Step::Done:
        return page::kReceipt;
    }
    return page::kServe;
}

} // namespace

Application::Application(QApplication& application, DeskOptions options)
    : m_application(application)
    , m_options(std::move(options))
    , m_visit(m_tasks, m_session)
    , m_copies(m_tasks, m_session, m_output)
    , m_signIn(m_tasks, m_session)
    , m_setUp(m_tasks)
    , m_staff(m_tasks, m_session)
    , m_queue(m_tasks, m_session, m_visit)
    , m_customers(m_tasks, m_session, m_visit)
    , m_consent(m_tasks, m_session)
    , m_services(m_tasks, m_session, m_visit)
    , m_form(m_tasks, m_session, m_visit)
    , m_documents(m_tasks, m_session, m_visit)
    , m_deskSync(m_tasks)
    , m_scheduler(m_tasks, m_session, m_deskSync.access())
    , m_assisted(m_tasks, m_session, m_visit, m_deskSync.access())
    , m_sync(m_tasks, m_session, m_deskSync.access())
    , m_reports(m_tasks, m_session, papersFolder(m_options.papers))
    , m_transactions(m_tasks, m_session)
    , m_correction(m_tasks, m_session)
    , m_cash(m_tasks, m_session, papersFolder(m_options.papers))
    , m_privacy(m_tasks, m_session, papersFolder(m_options.papers))
    , m_keeping(m_tasks, m_session)
    , m_audit(m_tasks, m_session)
    , m_settings(m_tasks, m_session)
    , m_keys(m_tasks, m_session)
    , m_backups(m_tasks, m_session, m_window, m_options.data, m_options.disks, m_options.backupClock)
    , m_staffWatch(m_tasks, m_session, m_window)
    , m_clock(m_tasks, m_session, m_window)
{
    m_output.setDevice(m_options.printer);
    m_window.setPages(pages());
    connect(&m_session, &Session::changed, this, [this] { m_window.showFor(m_session.actor()); });
    connect(&m_window, &MainWindow::commanded, this, &Application::command);
    connect(&m_visit, &CurrentVisit::stepChanged, this, &Application::showStep);
    connect(&m_visit, &CurrentVisit::failed, &m_window, &MainWindow::showError);
    connect(&m_visit, &CurrentVisit::failed, &m_clock, &DeskClock::ask);
    connect(
        &m_keys, &KeyPresenter::rotated, this, [this] { m_deskSync.forget(); }); // connections of the old key
    connect(&m_keys, &KeyPresenter::keyUnknown, this, &Application::lock);
    connect(&m_visit, &CurrentVisit::approvalWanted, this, &Application::askForPrice);
    connect(&m_visit, &CurrentVisit::leftUnpaid, this, [this](const Transaction& transaction) {
        m_window.say(Tone::Success,
            tr("Transaction %1 waits for its payment. It is in the transactions (F8).")
                .arg(isolateLtr(transaction.number)));
    });
    connect(&m_visit, &CurrentVisit::paid, this, [this](const Receipt& receipt) {
        m_lastReceipt = receipt.number;
        m_output.print(receipt, 0);
    });
    connect(&m_window, &MainWindow::pageChanged, this, &Application::showChoices);
    connect(&Theme::instance(), &Theme::changed, this, &Application::showChoices);
    connect(&m_settings, &SettingsPresenter::centreSaved, this,
        [this](const Centre& centre) { showCentre(centre); });
    connect(&m_output, &ReceiptOutput::failed, &m_window, &MainWindow::showError);
    connect(&m_copies, &ReceiptCopies::failed, &m_window, &MainWindow::showError);
    connect(&m_copies, &ReceiptCopies::printing, this, [this](const QString& number, int copy) {
        m_window.say(Tone::Success,
            tr("Copy %1 of receipt %2 is being printed.")
                .arg(isolateLtr(numberText(copy)), isolateLtr(number)));
    });
    connect(&m_output, &ReceiptOutput::codePrinted, this, [this] {
        m_window.say(
            Tone::Success, tr("The code is being printed. Take the paper at once and lock it away."));
    });
    connect(&m_backups, &DeskBackups::closing, this, [this] {
        m_deskSync.forget();
        closeLog(); // the folder may be put aside
    });
    connect(&m_backups, &DeskBackups::reopened, this, &Application::beginLog);
    connect(&m_staffWatch, &StaffWatch::left, this, [this](const Error& error) {
        lock();
        m_window.showError(error);
    });
    connect(&m_sync, &SyncPresenter::loaded, this, &Application::showStates);
    connect(&m_sync, &SyncPresenter::failed, &m_window, &MainWindow::showError);
    connect(&m_setUp, &SetUpPresenter::failed, &m_window, &MainWindow::showError);
    connect(&m_signIn, &SignInPresenter::signedIn, this, &Application::signedIn);
    connect(&m_signIn, &SignInPresenter::loaded, this,
        [this](const SignInChoices& choices) { showCentre(choices.centre); });
}

void Application::showCentre(const Centre& centre)
{
    m_output.setCentre(centre);
    m_window.strip().showCentre(centre.nameAr, centre.nameEn, centre.hijriOffset, centre.training);
    DateEdit::setHijriOffset(centre.hijriOffset);
}

void Application::start()
{
    Theme::instance().install(m_application, m_options.scheme, m_options.zoom);
    setUiLanguage(m_application, m_options.language);
    m_window.show();
    // The window paints before the data is opened.
    QTimer::singleShot(0, this, &Application::openData);
}

void Application::openData()
{
    connect(&m_setUp, &SetUpPresenter::wanted, this, [this] {
        m_window.open(page::kSetUp);
        Q_EMIT ready();
    });
    connect(&m_setUp, &SetUpPresenter::made, this, &Application::beginLog);
    const auto create = [where = m_options.data] { return Database::open(where, OpenMode::Create); };
    // A folder that was mistyped stays as it is: the centre is made when somebody says so.
    if (!m_options.data.isServer() && !hasDatabaseFile(m_options.data.folder))
        return m_setUp.beginWithout(create);
    m_tasks.open(this, create, [this](const Result<>& opened) {
        if (!opened) {
            logEvent("data.unopened"_L1, {{"key"_L1, opened.error().key}});
            if (opened.error().key == "storage.damaged"_L1) m_backups.showRestore();
            m_window.showError(opened.error());
            return Q_EMIT failed(opened.error());
        }
        beginLog();
        connect(&m_signIn, &SignInPresenter::loaded, this, &Application::ready, Qt::SingleShotConnection);
        connect(&m_setUp, &SetUpPresenter::ready, this, [this] { m_window.open(page::kSignIn); });
        m_setUp.look();
        m_backups.checkStart();
    });
}

void Application::beginLog()
{
    openLog(m_options.data.folder, u"sanad-desk"_s);
    logEvent("desk.opened"_L1);
}

void Application::signedIn()
{
    if (!m_autoLock) {
        auto* panel = new TicketPanel(m_visit);
        connect(panel, &TicketPanel::payWanted, this, [this] { command(Command::Pay); });
        connect(panel, &TicketPanel::consentWanted, this, [this] { m_window.open(page::kCustomers); });
        m_window.setSidePanel(panel);
        m_autoLock = new AutoLock(std::chrono::minutes(m_options.lockMinutes), this);
        connect(m_autoLock, &AutoLock::due, this, &Application::lock);
    }
    const bool sameClerk = m_user == m_session.actor().user();
    m_user = m_session.actor().user();
    logEvent("desk.signed-in"_L1, {{"staff"_L1, m_session.actor().staff().raw()}});
    const auto clerk = m_signIn.known(m_user).value_or(SignIn::Choice{m_user, m_user, m_user});
    m_window.strip().showClerk(clerk.nameAr, clerk.nameEn, m_session.actor().counter());
    m_window.setLocked(false);
    showStates();
    m_sync.load();
    const bool goesOn = sameClerk && !m_beforeLock.isEmpty() && m_window.mayOpen(m_beforeLock);
    m_window.open(goesOn ? m_beforeLock : page::kServe);
    m_beforeLock.clear();
}

void Application::showStates()
{
    if (m_user.isEmpty()) return; // before the first sign-in nothing is known of them
    if (m_output.hasPrinter() && isPrinterDevice(m_options.printer))
        m_window.strip().printer().show(Tone::Success, Glyph::Printer, tr("Printer"));
    else if (m_output.hasPrinter())
        m_window.strip().printer().show(Tone::Warning, Glyph::Printer, tr("Printer not there"));
    else
        m_window.strip().printer().show(Tone::Plain, Glyph::Printer, tr("No printer"));
    const QString unsent = numberText(m_sync.unsent());
    if (m_sync.offline())
        m_window.strip().sync().show(Tone::Warning, Glyph::Offline, tr("Offline: %1 waiting").arg(unsent));
    else if (m_sync.unsent() > 0)
        m_window.strip().sync().show(Tone::Plain, Glyph::Sync, tr("%1 to send").arg(unsent));
    else
        m_window.strip().sync().show(Tone::Success, Glyph::Sync, tr("All sent"));
}

void Application::askForPrice(const ApprovedAct& act, const QString& reasons, const ApprovalUse& then)
{
    ApprovalDialog::ask(&m_window, m_tasks, m_session,
        {act, tr("The price is another than the displayed one. A second person has to approve it."), reasons},
        then);
}

void Application::lock()
{
    if (!m_session.signedIn()) return;
    logEvent("desk.locked"_L1);
    m_beforeLock = m_window.currentId();
    m_session.lock();
    m_window.setLocked(true);
    m_window.open(page::kSignIn);
}

void Application::setLanguage(Language language)
{
    setUiLanguage(m_application, language);
    showStates();
    if (m_session.signedIn() || m_window.strip().backup().isVisible()) m_backups.showAge();
    showChoices();
}

void Application::showChoices()
{
    if (m_window.currentId() == page::kSettings)
        static_cast<SettingsPage*>(m_window.currentPage())->setChoices(choices());
}

void Application::command(Command command)
{
    switch (command) {
    case Command::Language:
        return setLanguage(uiLanguage() == Language::Arabic ? Language::English : Language::Arabic);
    case Command::Contrast:
        return Theme::instance().setScheme(
            Theme::instance().scheme() == Scheme::Light ? Scheme::Dark : Scheme::Light);
    case Command::Zoom:
        return Theme::instance().setZoom(
            Theme::instance().zoom() >= 150 ? 100 : Theme::instance().zoom() + 25);
    case Command::Lock:
        return lock();
    case Command::Secrets:
        if (m_session.signedIn()) m_window.open(page::kSecrets);
        return;
    case Command::SyncNow:
        return m_sync.sendNow();
    case Command::Hold:
        return m_visit.hold();
    case Command::Print:
        return printAgain();
    case Command::Scan:
        if (!m_visit.work() || m_visit.work()->service.documents.empty() || m_visit.receipt()) return;
        if (m_window.currentId() == page::kDocuments) return;
        m_visit.go(CurrentVisit::Step::Documents);
        return m_window.run(command);
    case Command::Back:
        return back();
    case Command::Pay:
        if (!m_visit.payable()) return;
        m_visit.go(CurrentVisit::Step::Pay);
        static_cast<PayPage*>(m_window.page(page::kPay))->takeMoney();
        return;
    case Command::CallNext:
    case Command::Recall:
    case Command::NoShow:
    case Command::NewTicket:
    case Command::HeldList:
        if (m_window.currentId() == page::kServe) return;
        m_window.open(page::kServe);
        return m_window.run(command);
    default:
        return;
    }
}

DeskChoices Application::choices() const
{
    return {uiLanguage(), Theme::instance().scheme(), Theme::instance().zoom(), m_options.printer,
        m_options.lockMinutes};
}

void Application::apply(const DeskChoices& choices)
{
    m_options.printer = choices.printer;
    m_options.lockMinutes = choices.lockMinutes;
    m_output.setDevice(choices.printer);
    if (m_autoLock) m_autoLock->setIdle(std::chrono::minutes(choices.lockMinutes));
    Theme::instance().setScheme(choices.scheme);
    Theme::instance().setZoom(choices.zoom);
    setLanguage(choices.language);
    if (!m_options.settingsFile.isEmpty() && !writeDeskChoices(m_options.settingsFile, choices))
        return m_window.showError({ErrorCode::Unreachable, u"desk.settings-not-kept"_s, {}, {}});
    // The language may have just been switched, which takes news away.
    m_window.tell(Tone::Success, [] { return tr("Saved for this desk."); });
}

void Application::printAgain()
{
    if (!m_session.signedIn()) return;
    if (!m_lastReceipt.isEmpty()) return printCopy(m_lastReceipt);
    m_window.tell(Tone::Plain, [] { return tr("No receipt was issued at this desk since it was started."); });
}

void Application::printCopy(const QString& number)
{
    if (!m_output.hasPrinter())
        return m_window.tell(Tone::Warning, [number] {
            return tr(
                "No printer is set up at this desk. Receipt %1 is kept. Set the printer in the settings, "
                "then F10.")
                .arg(isolateLtr(number));
        });
    m_copies.print(number);
}

bool Application::onVisitPage() const
{
    return m_window.currentId() == pageOf(m_visit.step());
}

void Application::back()
{
    if (onVisitPage()) return m_visit.back();
    showStep(m_visit.step());
}

void Application::showStep(CurrentVisit::Step step)
{
    m_window.open(pageOf(step));
}

} // namespace sanad
