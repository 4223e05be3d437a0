#pragma once

#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// How long one kind of paper is kept, and how many of it are past their time.
struct KeepingRow {
    QString code; ///< Empty for all that have no rule of their own.
    QString nameAr, nameEn; ///< The code where the catalogue has no name.
    int months = 0;
    bool ownRule = false;
    int due = 0;
};

/// The rules of how long papers are kept, what they would remove now, and the permit for kinds of data that
/// need one.
class KeepingPresenter : public QObject {
    Q_OBJECT

public:
    KeepingPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    void load();
    /// The general rule first, then every kind of paper of the catalogue.
    const std::vector<KeepingRow>& rows() const { return m_rows; }
    /// Papers past their time, and those of discarded drafts.
    int due() const;
    const QString& permit() const { return m_permit; }

    void setRule(const QString& code, int months);
    void setPermit(const QString& number);
    void purge();

Q_SIGNALS:
    void loaded();
    void saved();
    void purged(int files);
    void failed(const sanad::Error& error);

private:
    struct State;

    Tasks& m_tasks;
    Session& m_session;
    std::vector<KeepingRow> m_rows;
    int m_abandoned = 0;
    QString m_permit;
};

} // namespace sanad
