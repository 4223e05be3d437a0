#include "tests/ui/assisted/assisted_counter.h"

#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/sample_form.h"
#include "core/transactions/transaction_service.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

constexpr int kPatience = 30'000; // milliseconds; sanitizers are slow

struct QuietSink : SyncSink {
    void settled(Tx&, const SettledItem&) override { }
    void updated(Tx&, const ItemUpdate&) override { }
    void noticed(Tx&, const PortalNotice&) override { }
};

Draft draftOf(Desk& desk, const QString& service)
{
    TransactionService transactions(*desk.db);
    Draft draft = must(transactions.open(service, desk.salim.id, {}, desk.by));
    const QJsonObject sample = must(desk.db->read([&](Tx& tx) -> Result<QJsonObject> {
        const QDate today(2026, 11, 22);
        return sampleForm(*CatalogueRepository(tx).service(service, today), 1, today);
    }));
    for (auto it = sample.begin(); it != sample.end(); ++it)
        draft.form.insert(it.key(), it.value());
    draft.step = u"assisted"_s;
    return must(transactions.save(draft, desk.by));
}

} // namespace

struct AssistedCounter::Sync {
    struct Parts {
        explicit Parts(Database& db)
            : sync(db, sink)
        {
        }
        QuietSink sink;
        SyncService sync;
    };
    std::unique_ptr<Parts> parts;

    SyncService& at(Database& db)
    {
        if (!parts) parts = std::make_unique<Parts>(db);
        return parts->sync;
    }
};

AssistedCounter::AssistedCounter(Connector connector, const QString& service)
    : m_sync(std::make_shared<Sync>())
    , visit(m_tasks, m_session)
    , presenter(m_tasks, m_session, visit,
          [sync = m_sync](Database& db, const Actor&) -> SyncService& { return sync->at(db); })
    , page(presenter, visit)
{
    m_session.signIn(anyone());
    const auto draft = std::make_shared<TransactionId>();
    m_tasks.open(
        &page,
        [=, sync = m_sync]() -> Result<std::unique_ptr<Database>> {
            Desk desk;
            *draft = (service == u"ROP-VEH-RENEW" ? desk.renewalDraft() : draftOf(desk, service)).id;
            if (connector == Connector::Real) {
                const QString program = qEnvironmentVariable("SANAD_BIN") + u"/sanad-connector-assisted"_s;
                SANAD_TRY(sync->at(*desk.db).confirmConnector(program, anyone()));
                SANAD_TRY(sync->at(*desk.db).setChannel(kAssistedChannel, u"assisted"_s, "{}", anyone()));
            }
            return std::move(desk.db);
        },
        [this, draft](const Result<>& opened) {
            must(Result<>(opened));
            visit.resume(*draft);
        });
    QObject::connect(&presenter, &AssistedPresenter::faulty, &page, [this](const auto& list) {
        faults = list;
        ++told;
    });
    QObject::connect(
        &presenter, &AssistedPresenter::failed, &page, [this](const Error& told) { error = told; });
    QObject::connect(&visit, &CurrentVisit::failed, &page, [this](const Error& told) { error = told; });
    until([this] { return visit.work() != nullptr; });
    visit.go(CurrentVisit::Step::Assisted);
    page.resize(1000, 640);
    page.show();
    page.activateWindow();
    page.arrive();
    until([this, connector] {
        return connector == Connector::Real ? !presenter.sheet().referenceExample.isEmpty()
                                            : presenter.trouble().has_value();
    });
}

AssistedCounter::~AssistedCounter()
{
    m_tasks.run(
        nullptr,
        [sync = m_sync](Database&) -> Result<> {
            sync->parts.reset();
            return {};
        },
        [](const Result<>&) {});
}

void AssistedCounter::until(const std::function<bool()>& reached)
{
    const bool done = QTest::qWaitFor(reached, kPatience);
    INFO("error " << (error ? error->key.toStdString() : std::string("none")));
    REQUIRE(done);
}

void AssistedCounter::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    REQUIRE(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void AssistedCounter::type(const QString& text)
{
    for (const QChar letter : text) {
        REQUIRE(QApplication::focusWidget());
        // QTest::keyClicks knows no letters but ASCII.
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(),
            static_cast<Qt::Key>(letter.toUpper().unicode()), QString(letter), Qt::NoModifier);
    }
}

void AssistedCounter::finish()
{
    const int before = told;
    page.perform(Command::Finish, 0);
    until([&] { return told > before || visit.step() != CurrentVisit::Step::Assisted; });
}

Draft AssistedCounter::kept()
{
    std::optional<Draft> draft;
    m_tasks.run(
        &page,
        [id = visit.work()->draft.id](Database& db) { return TransactionService(db).draft(id, anyone()); },
        [&](const Result<Draft>& read) { draft = must(Result<Draft>(read)); });
    until([&] { return draft.has_value(); });
    return *draft;
}

} // namespace sanad::test
