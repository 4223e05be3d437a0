#pragma once

#include "app/desk_backups.h"
#include "app/desk_clock.h"
#include "app/desk_sync.h"
#include "app/staff_watch.h"
#include "app/sync_scheduler.h"
#include "core/storage/database.h"
#include "ui/assisted/assisted_presenter.h"
#include "ui/audit/audit_presenter.h"
#include "ui/cash/cash_presenter.h"
#include "ui/catalogue/services_presenter.h"
#include "ui/customers/consent_presenter.h"
#include "ui/customers/customers_presenter.h"
#include "ui/documents/documents_presenter.h"
#include "ui/forms/form_presenter.h"
#include "ui/keys/key_presenter.h"
#include "ui/pay/receipt_copies.h"
#include "ui/people/set_up_presenter.h"
#include "ui/people/sign_in_presenter.h"
#include "ui/people/staff_presenter.h"
#include "ui/privacy/keeping_presenter.h"
#include "ui/privacy/privacy_presenter.h"
#include "ui/queue/queue_presenter.h"
#include "ui/reports/reports_presenter.h"
#include "ui/settings/desk_choices.h"
#include "ui/settings/settings_presenter.h"
#include "ui/shell/main_window.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"
#include "ui/sync/sync_presenter.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"
#include "ui/transactions/correction_presenter.h"
#include "ui/transactions/transactions_presenter.h"
#include "ui/visit/current_visit.h"

class QApplication;

namespace sanad {

class AutoLock;

struct DeskOptions {
    DataLocation data;
    Language language = Language::Arabic;
    Scheme scheme = Scheme::Light;
    int zoom = 100;
    QString papers; ///< Folder for reports saved as files; empty: the person's documents.
    QString printer; ///< Path of the receipt printer's device; empty: none.
    int lockMinutes = 10;
    DiskProbe disks = diskSpace;
    Clock backupClock = systemClock(); ///< Tells night, when everything is checked, from day.
    QString settingsFile; ///< Where what is chosen on the settings page is kept; empty: not kept.
};

/// The one place that joins the parts of the desk: database thread, services, pages, window.
class Application : public QObject {
    Q_OBJECT

public:
    Application(QApplication& application, DeskOptions options);

    /// Shows the window, then opens the data; ready() or failed() follows.
    void start();

    MainWindow& window() { return m_window; }
    Tasks& tasks() { return m_tasks; }
    Session& session() { return m_session; }
    CurrentVisit& visit() { return m_visit; }
    ReceiptOutput& output() { return m_output; }
    void setLanguage(Language language);

Q_SIGNALS:
    /// Somebody can sign in, or set the centre up.
    void ready();
    void failed(const sanad::Error& error);

private:
    std::vector<PageEntry> pages();
    std::vector<PageEntry> peoplePages();
    void openData();
    void beginLog();
    void command(Command command);
    void showStep(CurrentVisit::Step step);
    void back();
    /// Four eyes for prices that are not the displayed ones.
    void askForPrice(const ApprovedAct& act, const QString& reasons, const ApprovalUse& then);
    void lock();
    void signedIn();
    void showStates();
    void showCentre(const Centre& centre);
    bool onVisitPage() const;
    DeskChoices choices() const;
    void apply(const DeskChoices& choices);
    /// What counts now, on the settings page when it is in front.
    void showChoices();
    /// A marked copy of the receipt that this desk issued last.
    void printAgain();
    void printCopy(const QString& number);

    QApplication& m_application;
    DeskOptions m_options;
    Session m_session;
    Tasks m_tasks; ///< Before what uses it, so that it outlives them.
    CurrentVisit m_visit;
    ReceiptOutput m_output;
    ReceiptCopies m_copies;
    SignInPresenter m_signIn;
    SetUpPresenter m_setUp;
    StaffPresenter m_staff;
    QueuePresenter m_queue;
    CustomersPresenter m_customers;
    ConsentPresenter m_consent;
    ServicesPresenter m_services;
    FormPresenter m_form;
    DocumentsPresenter m_documents;
    DeskSync m_deskSync;
    SyncScheduler m_scheduler;
    AssistedPresenter m_assisted;
    SyncPresenter m_sync;
    ReportsPresenter m_reports;
    TransactionsPresenter m_transactions;
    CorrectionPresenter m_correction;
    CashPresenter m_cash;
    PrivacyPresenter m_privacy;
    KeepingPresenter m_keeping;
    AuditPresenter m_audit;
    SettingsPresenter m_settings;
    KeyPresenter m_keys;
    DeskBackups m_backups;
    MainWindow m_window;
    StaffWatch m_staffWatch;
    DeskClock m_clock;
    QString m_beforeLock; ///< The page to go back to after the PIN.
    QString m_lastReceipt; ///< Its number.
    QString m_user; ///< Whose work it is.
    AutoLock* m_autoLock = nullptr; ///< Made with the first sign-in.
};

} // namespace sanad
