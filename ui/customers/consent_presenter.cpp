#include "ui/customers/consent_presenter.h"

#include "core/privacy/privacy_texts.h"

using namespace Qt::StringLiterals;

namespace sanad {

ConsentPresenter::ConsentPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

void ConsentPresenter::clear()
{
    ++m_opened;
    ++m_asked;
    m_state.reset();
    m_guardian.reset();
    Q_EMIT cleared();
}

void ConsentPresenter::load(CustomerId id)
{
    clear();
    m_tasks.run(
        this,
        [id, by = m_session.actor()](Database& db) -> Result<ConsentState> {
            CustomerService customers(db);
            ConsentState state;
            SANAD_TRY_VALUE(customer, customers.get(id, by));
            SANAD_TRY_VALUE(consents, customers.consents(id, by));
            state.customer = customer;
            if (!consents.empty()) state.latest = consents.front();
            const PrivacyTexts& texts = privacyTexts();
            state.version = texts.version;
            state.textAr = texts.consent.ar;
            state.textEn = texts.consent.en;
            SANAD_TRY_VALUE(child, db.read([id](Tx& tx) -> Result<bool> { return isChild(tx, id); }));
            state.isChild = child;
            if (!state.latest || state.latest->guardian.isNull()) return state;
            if (const auto match = customers.match(state.latest->guardian, by)) {
                state.guardianAr = match->nameAr;
                state.guardianEn = match->nameEn;
            }
            return state;
        },
        [this, opened = m_opened](const Result<ConsentState>& state) {
            if (opened != m_opened) return;
            if (!state) return Q_EMIT failed(state.error());
            m_state = *state;
            Q_EMIT loaded();
        });
}

void ConsentPresenter::findGuardian(const QString& text)
{
    m_guardian.reset(); // who matched less of it is not who is meant
    m_tasks.run(
        this,
        [text, by = m_session.actor()](Database& db) -> Result<std::vector<CustomerMatch>> {
            if (text.trimmed().isEmpty()) return std::vector<CustomerMatch>();
            return CustomerService(db).find(text, 2, by);
        },
        [this, asked = ++m_asked](const Result<std::vector<CustomerMatch>>& matches) {
            if (asked != m_asked || !m_state) return;
            if (!matches) return Q_EMIT failed(matches.error());
            m_guardian.reset();
            for (const CustomerMatch& match : *matches)
                if (!m_guardian && match.id != m_state->customer.id) m_guardian = match;
            Q_EMIT guardianFound();
        });
}

void ConsentPresenter::takeGuardian(CustomerId id)
{
    m_tasks.run(
        this, [id, by = m_session.actor()](Database& db) { return CustomerService(db).match(id, by); },
        // What was searched before counts no longer.
        [this, asked = ++m_asked](const Result<CustomerMatch>& match) {
            if (asked != m_asked || !m_state) return;
            if (!match) return Q_EMIT failed(match.error());
            m_guardian = *match;
            Q_EMIT guardianFound();
        });
}

void ConsentPresenter::record(Language language)
{
    if (!m_state) return;
    const CustomerId guardian = m_state->isChild && m_guardian ? m_guardian->id : CustomerId();
    m_tasks.run(
        this,
        [id = m_state->customer.id, version = m_state->version, language, guardian, by = m_session.actor()](
            Database& db) {
            return CustomerService(db).recordConsent(id, version, languageKey(language), by, guardian);
        },
        [this, id = m_state->customer.id](const Result<>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT recorded(id);
        });
}

void ConsentPresenter::withdraw()
{
    if (!m_state) return;
    m_tasks.run(
        this,
        [id = m_state->customer.id, by = m_session.actor()](
            Database& db) { return CustomerService(db).withdrawConsent(id, by); },
        [this](const Result<>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT withdrawn();
        });
}

} // namespace sanad
