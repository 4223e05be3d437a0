#include "ui/people/set_up_presenter.h"

#include "core/catalogue/pack_service.h"
#include "core/demo_pack/demo_pack.h"
#include "core/people/secrets_service.h"
#include "core/people/sign_in.h"
#include "core/settings/settings_repository.h"

namespace sanad {

namespace {

Result<> startCatalogue(Database& db, const StaffDraft& owner)
{
    SANAD_TRY_VALUE(actor, SignIn(db).withPassword(owner.user, owner.password, {}));
    SANAD_TRY(PackService(db).apply(demonstrationPack(), actor));
    return {};
}

} // namespace

SetUpPresenter::SetUpPresenter(Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
{
}

void SetUpPresenter::look()
{
    m_tasks.run(
        this,
        [](Database& db) {
            return db.read([](Tx& tx) -> Result<bool> { return SettingsRepository(tx).hasCentre(); });
        },
        [this](const Result<bool>& there) {
            if (!there) return Q_EMIT failed(there.error());
            if (*there)
                Q_EMIT ready();
            else
                Q_EMIT wanted();
        });
}

void SetUpPresenter::beginWithout(Tasks::Opener opener)
{
    m_opener = std::move(opener);
    Q_EMIT wanted();
}

void SetUpPresenter::setUp(const FirstRun& request, bool withCatalogue)
{
    if (m_busy) return;
    // What is refused makes nothing.
    if (const auto good = PeopleService::check(request); !good) return Q_EMIT failed(good.error());
    m_busy = true;
    if (!m_opener) return make(request, withCatalogue);
    m_tasks.openOnce(this, m_opener, [this, request, withCatalogue](const Result<>& opened) {
        if (!opened) return answer(opened.error());
        m_opener = {};
        Q_EMIT made();
        make(request, withCatalogue);
    });
}

void SetUpPresenter::make(const FirstRun& request, bool withCatalogue)
{
    m_tasks.run(
        this,
        [request, withCatalogue](Database& db) -> Result<QString> {
            SANAD_TRY_VALUE(code, PeopleService(db).setUp(request));
            // The centre stands and its code must be seen, whatever becomes of the catalogue.
            if (withCatalogue) (void)startCatalogue(db, request.owner);
            db.lock(); // the first sign-in after a start is by password, this one too
            return code;
        },
        [this](const Result<QString>& code) { answer(code); });
}

void SetUpPresenter::recover(const Recovery& recovery)
{
    if (m_busy) return;
    m_busy = true;
    m_tasks.run(
        this,
        [recovery](Database& db) {
            return SecretsService(db).recover(recovery.code, recovery.user, recovery.password, recovery.pin);
        },
        [this](const Result<QString>& code) { answer(code); });
}

void SetUpPresenter::answer(const Result<QString>& code)
{
    m_busy = false;
    if (!code) return Q_EMIT failed(code.error());
    Q_EMIT done(*code);
}

} // namespace sanad
