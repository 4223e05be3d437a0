#include "app/morning.h"

#include "core/documents/document_service.h"
#include "core/transactions/portal_answers.h"
#include "ui/documents/expiry_dialog.h"
#include "ui/shell/page.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QBuffer>
#include <QDialog>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Every page of ui/; tools/check-pictures compares. Those of an empty folder are played apart.
struct Pictured {
    const char* page;
    bool ofEmptyFolder = false;
};
constexpr Pictured kEveryPage[] = {{"AssistedPage"}, {"AuditPage"}, {"BackupsPage"}, {"CashPage"},
    {"CorrectionPage"}, {"CustomersPage"}, {"DocumentsPage"}, {"FeesPage"}, {"FormPage"}, {"KeepingPage"},
    {"KeyPage"}, {"PayPage"}, {"PrivacyPage"}, {"ReceiptPage"}, {"RecoveryPage"}, {"ReportsPage"},
    {"RestorePage"}, {"SecretsPage"}, {"ServePage"}, {"ServicesPage"}, {"SettingsPage"}, {"SetUpPage", true},
    {"SignInPage"}, {"StaffPage"}, {"SyncPage"}, {"TransactionsPage"}};

/// A paper that nobody's name is on.
QByteArray samplePaper()
{
    QImage paper(620, 877, QImage::Format_RGB32);
    paper.fill(Qt::white);
    {
        QPainter painter(&paper);
        painter.fillRect(60, 60, 500, 70, QColor(0x0B, 0x5C, 0x6B));
        for (int line = 0; line < 14; ++line)
            painter.fillRect(60, 190 + line * 44, line % 4 == 3 ? 260 : 500, 12, QColor(0xC8, 0xCF, 0xD6));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    paper.save(&buffer, "PNG");
    return bytes;
}

} // namespace

void Morning::dialogPicture(const QString& name, const std::function<void()>& open)
{
    ++m_pictures;
    bool shown = true;
    const QPointer<QWidget> focus = QApplication::focusWidget();
    everyLook([&](const QString& look) {
        open();
        settle(240);
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        shown = shown && dialog;
        if (!dialog) return;
        dialog->grab().save(fileOf(name, look));
        dialog->reject();
        settle();
        QApplication::setActiveWindow(&m_desk.window());
        if (focus) focus->setFocus();
    });
    expect(shown, name);
}

void Morning::pictureOf(const QString& page, const QString& name)
{
    m_desk.window().open(page);
    settle(300);
    expect(m_desk.window().currentId() == page, page);
    picture(page, name);
}

void Morning::beforeSignIn()
{
    settle();
    pictureOf(u"recovery"_s, u"recovery"_s);
    pictureOf(u"restore"_s, u"restore"_s);
    m_desk.window().open(u"sign-in"_s);
    settle();
}

void Morning::keptScan()
{
    const auto* work = m_desk.visit().work();
    if (!work || work->service.documents.empty()) return;
    QTemporaryFile scan;
    expect(scan.open() && scan.write(samplePaper()) > 0 && scan.flush(), u"a scan"_s);
    const QString code = work->service.documents.front().code;
    m_desk.tasks().run(
        this,
        [id = work->draft.id, code, path = scan.fileName(), by = m_desk.session().actor()](
            Database& db) { return DocumentService(db).add(id, code, path, QDate(2027, 3, 1), by); },
        [this](const Result<DocumentFile>& kept) { expect(kept.has_value(), u"kept scan"_s); });
    m_desk.visit().edit([&](Draft& draft) { draft.documents[code] = DocumentState::Scanned; });
    settle(300);
    m_desk.window().open(u"documents"_s);
    settle(300);
    auto* list = m_desk.window().currentPage()->findChild<DataTable*>();
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        if (work->service.documents.front().ar == list->model()->index(row, 1).data().toString())
            list->choose(row);
    if (list) list->setFocus();
    picture(u"documents"_s, u"papers-scanned"_s);
    dialogPicture(u"scan"_s, [this] { press(Qt::Key_Return); });
    dialogPicture(u"scan-expiry"_s, [this, paper = work->service.documents.front()] {
        ExpiryDialog::ask(
            &m_desk.window(), uiLanguage() == Language::Arabic ? paper.ar : paper.en, [](const QDate&) {});
    });
}

void Morning::anotherPrice()
{
    const auto buttons = m_desk.window().currentPage()->findChildren<QPushButton*>();
    for (auto* button : buttons)
        if (button->text() == u"سعر آخر"_s) button->click();
    settle(240);
    picture(u"PricePanel"_s, u"fees-another-price"_s);
}

void Morning::approval()
{
    dialogPicture(u"approval"_s, [this] {
        Q_EMIT m_desk.visit().approvalWanted(
            {Permission::OverridePrice, u"visit.completed"_s, {}}, {}, [](const Approval&) {});
    });
}

void Morning::oneCustomer(const QString& number)
{
    m_desk.window().open(u"customers"_s);
    settle();
    for (auto* edit : m_desk.window().currentPage()->findChildren<QLineEdit*>())
        if (edit->hasFocus()) edit->clear();
    type(number);
    settle(300);
    expect(m_desk.window().currentId() == u"customers"_s, u"customer"_s);
    picture(u"CustomerMatches"_s, u"customer-history"_s);
    m_desk.window().run(Command::Nth, 1);
    settle(300);
    picture(u"ConsentPanel"_s, u"consent"_s);
    press(Qt::Key_Escape);
}

void Morning::sentBack(TransactionId id)
{
    const auto by = m_desk.session().actor();
    m_desk.tasks().run(
        this,
        [id, by](Database& db) {
            return db.write([&](Tx& tx) -> Result<> {
                for (const OutboxRow& row : Outbox(tx).rowsOf(id.raw()))
                    PortalAnswers(by).settled(tx,
                        {row.kind, row.uuid, row.channel, id.raw(), false, {},
                            {{u"/form/plate_number"_s, u"form.pattern"_s, u"رقم المركبة غير مسجل"_s, {}}}});
                return {};
            });
        },
        [this](const Result<>& done) { expect(done.has_value(), u"sent back"_s); });
    m_desk.window().open(u"transactions"_s);
    settle(300);
    picture(u"transactions"_s, u"transactions-sent-back"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    settle(300);
    expect(m_desk.window().currentId() == u"correction"_s, u"correction"_s);
    picture(u"correction"_s, u"correction"_s);
}

void Morning::playEmpty()
{
    picture(u"set-up"_s, u"set-up"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    picture(u"set-up"_s, u"set-up-faults"_s);
}

void Morning::expectEveryPage(bool ofEmptyFolder)
{
    for (const Pictured& each : kEveryPage)
        if (each.ofEmptyFolder == ofEmptyFolder)
            expect(m_seen.contains(u"sanad::"_s + QLatin1StringView(each.page)),
                u"a picture of "_s + QLatin1StringView(each.page));
}

void Morning::listPages()
{
    QJsonObject list;
    for (const auto& [page, names] : m_seen.asKeyValueRange())
        list[page.mid(page.lastIndexOf(u':') + 1)] = QJsonArray::fromStringList(names);
    QFile file(m_folder.filePath(u"pages.json"_s));
    expect(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(list).toJson()) > 0, u"pages.json"_s);
}

} // namespace sanad
