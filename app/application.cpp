#include "app/application.h"

#include "ui/assisted/assisted_page.h"
#include "ui/cash/cash_page.h"
#include "ui/catalogue/services_page.h"
#include "ui/customers/customers_page.h"
#include "ui/documents/documents_page.h"
#include "ui/forms/form_page.h"
#include "ui/pay/fees_page.h"
#include "ui/pay/pay_page.h"
#include "ui/pay/receipt_page.h"
#include "ui/people/sign_in_page.h"
#include "ui/queue/serve_page.h"
#include "ui/reports/reports_page.h"
#include "ui/shell/auto_lock.h"
#include "ui/shell/top_strip.h"
#include "ui/sync/sync_page.h"
#include "ui/text/format.h"
#include "ui/transactions/transactions_page.h"
#include "ui/visit/ticket_panel.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kSignIn = u"sign-in"_s;
const auto kServe = u"serve"_s;
const auto kCustomers = u"customers"_s;
const auto kServices = u"services"_s;
const auto kForm = u"form"_s;
const auto kDocuments = u"documents"_s;
const auto kAssisted = u"assisted"_s;
const auto kFees = u"fees"_s;
const auto kPay = u"pay"_s;
const auto kReceipt = u"receipt"_s;
const auto kTransactions = u"transactions"_s;
const auto kReports = u"reports"_s;
const auto kSync = u"sync"_s;
const auto kCash = u"cash"_s;

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
        return kServe;
    case Step::Customer:
        return kCustomers;
    case Step::Service:
        return kServices;
    case Step::Form:
        return kForm;
    case Step::Documents:
        return kDocuments;
    case Step::Assisted:
        return kAssisted;
    case Step::Fees:
        return kFees;
    case Step::Pay:
        return kPay;
    case Step::Done:
        return kReceipt;
    }
    return kServe;
}

} // namespace

Application::Application(QApplication& application, DeskOptions options)
    : m_application(application)
    , m_options(std::move(options))
    , m_visit(m_tasks, m_session)
    , m_signIn(m_tasks, m_session)
    , m_queue(m_tasks, m_session, m_visit)
    , m_customers(m_tasks, m_session, m_visit)
    , m_services(m_tasks, m_session, m_visit)
    , m_form(m_tasks, m_session, m_visit)
    , m_documents(m_tasks, m_session, m_visit)
    , m_deskSync(m_tasks)
    , m_scheduler(m_tasks, m_session, m_deskSync.access())
    , m_assisted(m_tasks, m_session, m_visit, m_deskSync.access())
    , m_sync(m_tasks, m_session, m_deskSync.access())
    , m_reports(m_tasks, m_session, papersFolder(m_options.papers))
    , m_transactions(m_tasks, m_session)
    , m_cash(m_tasks, m_session, papersFolder(m_options.papers))
    , m_backups(m_tasks, m_session, m_window, m_options.data)
{
    m_output.setDevice(m_options.printer);
    m_window.setPages(pages());
    connect(&m_window, &MainWindow::commanded, this, &Application::command);
    connect(&m_visit, &CurrentVisit::stepChanged, this, &Application::showStep);
    connect(&m_visit, &CurrentVisit::failed, &m_window, &MainWindow::showError);
    connect(
        &m_visit, &CurrentVisit::paid, this, [this](const Receipt& receipt) { m_output.print(receipt, 0); });
    connect(&m_output, &ReceiptOutput::failed, &m_window, &MainWindow::showError);
    connect(&m_backups, &DeskBackups::closing, this, [this] { m_deskSync.forget(); });
    connect(&m_sync, &SyncPresenter::loaded, this, &Application::showStates);
    connect(&m_sync, &SyncPresenter::failed, &m_window, &MainWindow::showError);
    connect(&m_signIn, &SignInPresenter::signedIn, this, &Application::signedIn);
    connect(&m_signIn, &SignInPresenter::loaded, this, [this](const SignInChoices& choices) {
        m_output.setCentre(choices.centre);
        m_window.strip().showCentre(choices.centre.nameAr, choices.centre.nameEn, choices.centre.hijriOffset,
            choices.centre.training);
    });
}

std::vector<PageEntry> Application::pages()
{
    const auto named = [](Command command) { return [command] { return commandText(command); }; };
    std::vector<PageEntry> list;
    list.push_back({kServe, named(Command::Home), Glyph::Serve, Command::Home, true, [this] {
                        auto* page = new ServePage(m_queue, m_customers, m_visit);
                        connect(page, &ServePage::newCustomerWanted, this, [this](const QString& typed) {
                            m_window.open(kCustomers);
                            static_cast<CustomersPage*>(m_window.page(kCustomers))->beginNew(typed);
                        });
                        return page;
                    }});
    list.push_back({kCustomers, named(Command::Customer), Glyph::People, Command::Customer, true,
        [this] { return new CustomersPage(m_customers); }});
    list.push_back({kServices, named(Command::Service), Glyph::Service, Command::Service, true,
        [this] { return new ServicesPage(m_services); }});
    list.push_back({kForm, [] { return tr("Form"); }, Glyph::Form, Command::Home, false,
        [this] { return new FormPage(m_form, m_visit); }});
    list.push_back({kDocuments, [] { return tr("Papers"); }, Glyph::Document, Command::Home, false,
        [this] { return new DocumentsPage(m_documents); }});
    list.push_back({kAssisted, [] { return tr("Agency's site"); }, Glyph::Form, Command::Home, false,
        [this] { return new AssistedPage(m_assisted, m_visit); }});
    list.push_back({kFees, [] { return tr("Fees"); }, Glyph::Cash, Command::Home, false,
        [this] { return new FeesPage(m_visit); }});
    list.push_back({kPay, named(Command::Pay), Glyph::Pay, Command::Pay, false,
        [this] { return new PayPage(m_visit); }});
    list.push_back({kReceipt, [] { return tr("Receipt"); }, Glyph::Printer, Command::Home, false,
        [this] { return new ReceiptPage(m_tasks, m_session, m_visit, m_output); }});
    list.push_back({kTransactions, named(Command::Transactions), Glyph::Transactions, Command::Transactions,
        true, [this] { return new TransactionsPage(m_transactions); }});
    list.push_back({kReports, named(Command::Reports), Glyph::Reports, Command::Reports, true,
        [this] { return new ReportsPage(m_reports); }});
    list.push_back({kCash, named(Command::Cash), Glyph::Drawer, Command::Cash, true,
        [this] { return new CashPage(m_cash); }});
    list.push_back({kSync, named(Command::SyncPage), Glyph::Sync, Command::SyncPage, true,
        [this] { return new SyncPage(m_sync); }});
    list.push_back({kSignIn, [] { return tr("Sign in"); }, Glyph::Key, Command::Lock, false,
        [this] { return new SignInPage(m_signIn); }});
    for (auto& page : m_backups.pages())
        list.push_back(std::move(page));
    return list;
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
    m_tasks.open(
        this, [where = m_options.data] { return Database::open(where, OpenMode::Write); },
        [this](const Result<>& opened) {
            if (!opened) {
                if (opened.error().key == "storage.damaged"_L1) m_backups.showRestore();
                m_window.showError(opened.error());
                return Q_EMIT failed(opened.error());
            }
            connect(&m_signIn, &SignInPresenter::loaded, this, &Application::ready, Qt::SingleShotConnection);
            m_window.open(kSignIn);
            m_backups.checkStart();
        });
}

void Application::signedIn()
{
    if (!m_autoLock) {
        auto* panel = new TicketPanel(m_visit);
        connect(panel, &TicketPanel::payWanted, this, [this] { command(Command::Pay); });
        m_window.setSidePanel(panel);
        m_autoLock = new AutoLock(m_options.lockMinutes, this);
        connect(m_autoLock, &AutoLock::due, this, &Application::lock);
    }
    const bool sameClerk = m_user == m_session.actor().user();
    m_user = m_session.actor().user();
    m_window.strip().showClerk(m_user, m_session.actor().counter());
    m_window.setLocked(false);
    showStates();
    m_sync.load();
    m_window.open(sameClerk && !m_beforeLock.isEmpty() ? m_beforeLock : kServe);
    m_beforeLock.clear();
}

void Application::showStates()
{
    if (m_output.hasPrinter())
        m_window.strip().printer().show(Tone::Success, Glyph::Printer, tr("Printer"));
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

void Application::lock()
{
    if (!m_session.signedIn()) return;
    m_beforeLock = m_window.currentId();
    m_session.lock();
    m_window.setLocked(true);
    m_window.open(kSignIn);
}

void Application::setLanguage(Language language)
{
    setUiLanguage(m_application, language);
    showStates();
    if (m_session.signedIn()) m_backups.showAge();
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
    case Command::SyncNow:
        return m_sync.sendNow();
    case Command::Hold:
        return m_visit.hold();
    case Command::Back:
        return back();
    case Command::Pay:
        if (!m_visit.payable()) return;
        m_visit.go(CurrentVisit::Step::Pay);
        static_cast<PayPage*>(m_window.page(kPay))->takeMoney();
        return;
    case Command::CallNext:
    case Command::Recall:
    case Command::NoShow:
    case Command::NewTicket:
    case Command::HeldList:
        if (m_window.currentId() == kServe) return;
        m_window.open(kServe);
        return m_window.run(command);
    default:
        return;
    }
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
