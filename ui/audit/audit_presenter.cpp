#include "ui/audit/audit_presenter.h"

#include "core/audit/audit_repository.h"
#include "core/audit/audit_service.h"
#include "core/base/clock.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace sanad {

AuditPresenter::AuditPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_list(tasks, session, this)
{
    connect(&m_list, &ListFeed::failed, this, &AuditPresenter::failed);
}

void AuditPresenter::show(const AuditFilter& filter)
{
    m_opened = true;
    const auto list = std::make_shared<LongList<AuditLine>>(auditList(filter));
    m_list.open(
        list, ListFeed::pagerOf<AuditLine>(list, [this](const AuditLine& line) { return m_row(line); }));
}

void AuditPresenter::reload()
{
    if (m_opened)
        m_list.refresh();
    else
        show({});
}

void AuditPresenter::open(std::int64_t number)
{
    m_tasks.run(
        this,
        [number, by = m_session.actor()](
            Database& db) { return AuditService(db).list({}, number + 1, 1, by); },
        [this, number](const Result<std::vector<AuditLine>>& lines) {
            if (!lines) return Q_EMIT failed(lines.error());
            if (!lines->empty() && lines->front().number == number) Q_EMIT opened(lines->front());
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
