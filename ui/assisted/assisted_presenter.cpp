#include "ui/assisted/assisted_presenter.h"

#include "core/transactions/transaction_service.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPointer>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kReference = u"/reference"_s;
const auto kReferenceMissing = u"assisted.reference-missing"_s;

bool openInBrowser(const QUrl& address)
{
    // Without a display nobody could look at it.
    const QString platform = QGuiApplication::platformName();
    if (platform == "offscreen"_L1 || platform == "minimal"_L1) return false;
    return QDesktopServices::openUrl(address);
}

/// Wraps `then(presenter, answer)` for the database thread: it runs on the windows' thread, and not at all
/// once the presenter is gone.
template <class Answer, class Then> auto onWindows(AssistedPresenter* presenter, Then then)
{
    return [self = QPointer(presenter), then](const Result<Answer>& answer) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, then, answer] {
                if (self) then(answer);
            },
            Qt::QueuedConnection);
    };
}

struct Answers {
    std::shared_ptr<const ServiceForm> form;
    QJsonObject data;
};

} // namespace

AssistedPresenter::AssistedPresenter(
    Tasks& tasks, Session& session, CurrentVisit& visit, SyncAccess access, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_visit(visit)
    , m_access(std::move(access))
    , m_opener(openInBrowser)
{
}

bool AssistedPresenter::needsFee() const
{
    const auto* work = m_visit.work();
    return work && ((work->quote && work->quote->needsClerkAmount) || work->draft.governmentFee);
}

void AssistedPresenter::load()
{
    const auto* work = m_visit.work();
    if (!work) return;
    m_warned.clear();
    m_tasks.run(
        this,
        [service = work->service, draft = work->draft, by = m_session.actor()](
            Database& db) -> Result<Answers> {
            SANAD_TRY_VALUE(form, serviceForm(service));
            SANAD_TRY_VALUE(checked, TransactionService(db).check(draft, by));
            return Answers{form, checked.data};
        },
        [this, id = work->draft.id](const Result<Answers>& answers) {
            if (!answers) return Q_EMIT failed(answers.error());
            if (!m_visit.work() || m_visit.work()->draft.id != id) return;
            // Coming back to the same answers keeps the marks.
            if (m_draft == id && m_answers == answers->data && !m_trouble) return Q_EMIT loaded();
            m_draft = id;
            m_answers = answers->data;
            m_model.setForm(*answers->form, answers->data);
            m_sheet = {};
            m_sheet.site = m_visit.work()->agency.website;
            m_trouble.reset();
            Q_EMIT loaded();
            askForSheet();
        });
}

void AssistedPresenter::askForSheet()
{
    const auto done =
        onWindows<AssistedSheet>(this, [this, id = m_draft](const Result<AssistedSheet>& sheet) {
            if (m_draft != id) return;
            if (sheet) {
                m_model.arrange(*sheet);
                const QString website = m_sheet.site;
                m_sheet = *sheet;
                if (m_sheet.site.isEmpty()) m_sheet.site = website;
            } else {
                m_trouble = sheet.error();
            }
            Q_EMIT loaded();
        });
    const auto* work = m_visit.work();
    m_tasks.run(
        this,
        [access = m_access, channel = work->service.channel, agency = work->service.agency,
            inputs = m_model.inputs(), by = m_session.actor(), done](Database& db) -> Result<> {
            return AssistedDesk(access(db, by)).present(channel, agency, inputs, by, done);
        },
        [this](const Result<>& asked) {
            if (asked) return;
            m_trouble = asked.error();
            Q_EMIT loaded();
        });
}

QString AssistedPresenter::take(int row)
{
    const QString value = m_model.take(row);
    if (!value.isEmpty()) Q_EMIT loaded();
    return value;
}

void AssistedPresenter::openSite()
{
    const QUrl address(m_sheet.site, QUrl::StrictMode);
    // The address comes from a connector or a pack: nothing but a web page is opened.
    const bool web = address.isValid() && (address.scheme() == "https"_L1 || address.scheme() == "http"_L1);
    if (!web || !m_opener(address))
        Q_EMIT failed({ErrorCode::Unreachable, u"assisted.site-not-opened"_s, {m_sheet.site}, {}});
}

std::vector<AssistedFault> AssistedPresenter::ownFaults() const
{
    const Draft& draft = m_visit.work()->draft;
    std::vector<AssistedFault> faults;
    const auto refuseFee = [&faults](const QString& key, const QStringList& args) {
        faults.push_back({u"/fee_baisa"_s, key, false, args});
    };
    if (needsFee() && !draft.governmentFee) refuseFee(u"assisted.fee"_s, {});
    // The bounds are those of the answers, which came with them.
    const auto& quote = m_visit.work()->quote;
    if (quote && draft.governmentFee && !quote->maximum.isZero()) {
        if (*draft.governmentFee < quote->minimum)
            refuseFee(u"fee.below-least"_s, {quote->minimum.text(true)});
        if (*draft.governmentFee > quote->maximum)
            refuseFee(u"fee.above-most"_s, {quote->maximum.text(true)});
    }
    // A fee without a figure, or a payment, means nothing without the reference; else it may come later.
    const bool later = !needsFee() && draft.feeState == FeeState::Unpaid;
    if (draft.portalReference.isEmpty()) faults.push_back({kReference, kReferenceMissing, later});
    return faults;
}

void AssistedPresenter::finish()
{
    if (!m_visit.work() || m_finishing) return;
    m_finishing = true;
    const auto faults = ownFaults();
    if (m_visit.work()->draft.portalReference.isEmpty()) return judge(faults);
    check(faults);
}

void AssistedPresenter::check(const std::vector<AssistedFault>& known)
{
    const Draft& draft = m_visit.work()->draft;
    const AssistedResult typed{
        draft.portalReference, feeStateKey(draft.feeState), draft.governmentFee, draft.feeProof};
    const auto unchecked = [this, known] {
        auto faults = known;
        faults.push_back({kReference, u"assisted.unchecked"_s, true});
        judge(faults);
    };
    const auto done = onWindows<AssistedDesk::Checked>(
        this, [this, known, unchecked, id = draft.id](const Result<AssistedDesk::Checked>& checked) {
            if (!m_visit.work() || m_visit.work()->draft.id != id) {
                m_finishing = false;
                return;
            }
            if (!checked) return unchecked();
            auto faults = known;
            for (const FieldFault& fault : checked->faults) {
                // Only the shape of a reference may be otherwise than we know it.
                const bool unsure = fault.code == "assisted.reference-pattern"_L1;
                const AssistedFault mine{fault.pointer, fault.code, unsure};
                if (std::find(faults.begin(), faults.end(), mine) == faults.end()) faults.push_back(mine);
            }
            if (const QString tidy = checked->result.reference; !tidy.isEmpty())
                m_visit.edit([&](Draft& each) { each.portalReference = tidy; });
            judge(faults);
        });
    m_tasks.run(
        this,
        [access = m_access, channel = m_visit.work()->service.channel, typed, by = m_session.actor(), done](
            Database& db) -> Result<> {
            return AssistedDesk(access(db, by)).check(channel, typed, by, done);
        },
        [unchecked](const Result<>& asked) {
            if (!asked) unchecked();
        });
}

void AssistedPresenter::judge(const std::vector<AssistedFault>& faults)
{
    m_finishing = false;
    const bool acceptable =
        std::all_of(faults.begin(), faults.end(), [](const AssistedFault& fault) { return fault.warning; });
    if (faults.empty() || (acceptable && faults == m_warned)) {
        m_warned.clear();
        return m_visit.settle(this, [this] { m_visit.go(m_visit.after(CurrentVisit::Step::Assisted)); });
    }
    m_warned = acceptable ? faults : std::vector<AssistedFault>{};
    Q_EMIT faulty(faults);
}

} // namespace sanad
