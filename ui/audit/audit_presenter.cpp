#include "ui/audit/audit_presenter.h"

#include "core/audit/audit_service.h"
#include "core/base/clock.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kPage = 200;

} // namespace

AuditPresenter::AuditPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

void AuditPresenter::show(const AuditFilter& filter)
{
    m_filter = filter;
    ++m_generation;
    fetch(0);
}

void AuditPresenter::more()
{
    if (std::exchange(m_more, false) && !m_lines.empty()) fetch(m_lines.back().number);
}

void AuditPresenter::fetch(std::int64_t before)
{
    if (!m_session.signedIn()) return;
    m_tasks.run(
        this,
        [filter = m_filter, before, by = m_session.actor()](
            Database& db) { return AuditService(db).list(filter, before, kPage, by); },
        [this, before, generation = m_generation](const Result<std::vector<AuditLine>>& lines) {
            if (generation != m_generation) return;
            if (!lines) return Q_EMIT failed(lines.error());
            if (before == 0) m_lines.clear();
            m_lines.insert(m_lines.end(), lines->begin(), lines->end());
            m_more = lines->size() == kPage;
            Q_EMIT loaded();
        });
}

void AuditPresenter::exportTo(const QString& parent, const QDate& from, const QDate& to)
{
    const QString name = u"sanad-inspection-%1-%2-%3"_s.arg(businessDayNumber(from))
                             .arg(businessDayNumber(to))
                             .arg(QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHHmmss"_s));
    const QString folder = QDir(parent).filePath(name);
    m_tasks.run(
        this,
        [folder, from, to, by = m_session.actor()](
            Database& db) { return InspectionService(db).exportTo(folder, from, to, by); },
        [this, folder](const Result<InspectionSummary>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT exported(folder, *done);
        });
}

} // namespace sanad
