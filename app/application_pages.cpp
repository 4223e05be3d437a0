#include "app/application.h"

#include "app/page_names.h"
#include "ui/approval/approval_dialog.h"
#include "ui/assisted/assisted_page.h"
#include "ui/audit/audit_page.h"
#include "ui/cash/cash_page.h"
#include "ui/catalogue/services_page.h"
#include "ui/customers/customers_page.h"
#include "ui/documents/documents_page.h"
#include "ui/forms/form_page.h"
#include "ui/keys/key_page.h"
#include "ui/pay/fees_page.h"
#include "ui/pay/pay_page.h"
#include "ui/pay/receipt_page.h"
#include "ui/people/recovery_page.h"
#include "ui/people/secrets_page.h"
#include "ui/people/set_up_page.h"
#include "ui/people/sign_in_page.h"
#include "ui/people/staff_page.h"
#include "ui/privacy/keeping_page.h"
#include "ui/privacy/privacy_page.h"
#include "ui/queue/serve_page.h"
#include "ui/reports/reports_page.h"
#include "ui/settings/settings_page.h"
#include "ui/sync/sync_page.h"
#include "ui/transactions/correction_page.h"
#include "ui/transactions/transactions_page.h"

using namespace Qt::StringLiterals;

namespace sanad {

std::vector<PageEntry> Application::pages()
{
    const auto named = [](Command command) { return [command] { return commandText(command); }; };
    std::vector<PageEntry> list;
    list.push_back({page::kServe, named(Command::Home), Glyph::Serve, Command::Home, true, [this] {
                        auto* page = new ServePage(m_queue, m_customers, m_visit);
                        connect(page, &ServePage::newCustomerWanted, this, [this](const QString& typed) {
                            m_window.open(page::kCustomers);
                            static_cast<CustomersPage*>(m_window.page(page::kCustomers))->beginNew(typed);
                        });
                        return page;
                    }});
    list.push_back({page::kCustomers, named(Command::Customer), Glyph::People, Command::Customer, true,
        [this] { return new CustomersPage(m_customers, m_consent); }, Permission::ViewCustomers});
    list.push_back({page::kServices, named(Command::Service), Glyph::Service, Command::Service, true,
        [this] { return new ServicesPage(m_services); }});
    list.push_back({page::kForm, [] { return tr("Form"); }, Glyph::Form, Command::Home, false,
        [this] { return new FormPage(m_form, m_visit); }});
    list.push_back({page::kDocuments, [] { return tr("Papers"); }, Glyph::Document, Command::Home, false,
        [this] { return new DocumentsPage(m_documents); }});
    list.push_back({page::kAssisted, [] { return tr("Agency's site"); }, Glyph::Form, Command::Home, false,
        [this] { return new AssistedPage(m_assisted, m_visit); }});
    list.push_back({page::kFees, [] { return tr("Fees"); }, Glyph::Cash, Command::Home, false,
        [this] { return new FeesPage(m_visit); }});
    list.push_back({page::kPay, named(Command::Pay), Glyph::Pay, Command::Pay, false,
        [this] { return new PayPage(m_visit); }});
    list.push_back({page::kReceipt, [] { return tr("Receipt"); }, Glyph::Printer, Command::Home, false,
        [this] { return new ReceiptPage(m_visit, m_output, m_copies); }});
    list.push_back(
        {page::kTransactions, named(Command::Transactions), Glyph::Transactions, Command::Transactions, true,
            [this] {
                auto* page = new TransactionsPage(m_transactions);
                connect(page, &TransactionsPage::correctionWanted, this, [this](TransactionId id) {
                    m_correction.choose(id);
                    m_window.open(page::kCorrection);
                });
                connect(page, &TransactionsPage::paymentWanted, &m_visit, &CurrentVisit::takeUnpaid);
                return page;
            },
            Permission::ViewTransactions, true});
    list.push_back({page::kCorrection, [] { return tr("Correct the form"); }, Glyph::Form,
        Command::Transactions, false, [this] { return new CorrectionPage(m_correction); }});
    list.push_back({page::kReports, named(Command::Reports), Glyph::Reports, Command::Reports, true,
        [this] {
            auto* page = new ReportsPage(m_reports);
            connect(page, &ReportsPage::copyWanted, this, &Application::printCopy);
            return page;
        },
        Permission::ViewReports, true});
    list.push_back({page::kCash, named(Command::Cash), Glyph::Drawer, Command::Cash, true,
        [this] { return new CashPage(m_cash); }, Permission::CloseShift, true});
    list.push_back({page::kSync, named(Command::SyncPage), Glyph::Sync, Command::SyncPage, true,
        [this] { return new SyncPage(m_sync); }, Permission::ViewSync, true});
    for (auto& page : peoplePages())
        list.push_back(std::move(page));
    for (auto& page : m_backups.pages())
        list.push_back(std::move(page));
    list.push_back({page::kSettings, named(Command::Settings), Glyph::Settings, Command::Settings, true,
        [this] {
            auto* page = new SettingsPage(m_settings);
            page->setChoices(choices());
            connect(page, &SettingsPage::chosen, this, &Application::apply);
            return page;
        },
        std::nullopt, true});
    return list;
}

std::vector<PageEntry> Application::peoplePages()
{
    const auto named = [](Command command) { return [command] { return commandText(command); }; };
    std::vector<PageEntry> list;
    list.push_back({page::kStaff, named(Command::Staff), Glyph::People, Command::Staff, true,
        [this] { return new StaffPage(m_staff); }, Permission::ManageStaff, true});
    list.push_back({page::kPrivacy, named(Command::Privacy), Glyph::Lock, Command::Privacy, true,
        [this] { return new PrivacyPage(m_privacy); }, Permission::ManagePrivacy, true});
    list.push_back(
        {page::kKeeping, [] { return tr("How long papers are kept"); }, Glyph::Lock, Command::Privacy, false,
            [this] { return new KeepingPage(m_keeping); }, Permission::ManagePrivacy, true});
    list.push_back({page::kAudit, named(Command::Audit), commandGlyph(Command::Audit), Command::Audit, true,
        [this] { return new AuditPage(m_audit); }, Permission::ViewAudit, true});
    list.push_back({page::kSecrets, named(Command::Secrets), Glyph::Key, Command::Secrets, false,
        [this] { return new SecretsPage(m_staff); }});
    list.push_back({page::kKey, [] { return tr("The data key"); }, Glyph::Key, Command::Backups, false,
        [this] {
            auto* page = new KeyPage(
                m_keys, [this](const ApprovedAct& act, std::function<void(const Approval&)> given) {
                    ApprovalDialog::ask(&m_window, m_tasks, m_session,
                        {act,
                            tr("Everything that is sealed is to be sealed anew under a new data key. A "
                               "second person "
                               "has to approve it."),
                            {}},
                        std::move(given));
                });
            connect(page, &KeyPage::finished, this, [this] { m_window.open(page::kStaff); });
            connect(page, &KeyPage::printWanted, &m_output, &ReceiptOutput::printCode);
            return page;
        },
        Permission::ManageStaff, true});
    list.push_back({page::kSignIn, [] { return tr("Sign in"); }, Glyph::Key, Command::Lock, false,
        [this] { return new SignInPage(m_signIn); }});
    list.push_back({page::kSetUp, [] { return tr("Set up the centre"); }, Glyph::Key, Command::Lock, false,
        [this] {
            auto* page = new SetUpPage(m_setUp);
            connect(page, &SetUpPage::finished, this, [this] { m_window.open(page::kSignIn); });
            connect(page, &SetUpPage::printWanted, &m_output, &ReceiptOutput::printCode);
            return page;
        }});
    list.push_back({page::kRecovery, [] { return tr("Recovery"); }, Glyph::Key, Command::Lock, false,
        [this] {
            auto* page = new RecoveryPage(m_setUp);
            connect(page, &RecoveryPage::finished, this, [this] { m_window.open(page::kSignIn); });
            connect(page, &RecoveryPage::printWanted, &m_output, &ReceiptOutput::printCode);
            return page;
        }});
    return list;
}

} // namespace sanad
