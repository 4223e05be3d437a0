#pragma once

#include "core/transactions/correction_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

#include <QHash>

namespace sanad {

/// The form of a transaction that was sent back. What was typed is kept while the program runs, also when the
/// page is left and comes back.
class CorrectionPresenter : public QObject {
    Q_OBJECT

public:
    CorrectionPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    /// Which one load() brings.
    void choose(TransactionId id) { m_id = id; }
    /// loaded() follows.
    void load();

    const Correction& correction() const { return m_correction; }
    const std::shared_ptr<const ServiceForm>& form() const { return m_form; }
    /// As typed, and with what is calculated.
    const QJsonObject& typed() const { return m_typed; }
    QJsonObject answers() const;
    void answer(const QString& field, const QJsonValue& value);

    /// Checks; faulty() or sent() follows. Warnings alone are accepted the second time.
    void finish();

Q_SIGNALS:
    void loaded();
    void answersChanged();
    void faulty(const std::vector<sanad::FormFault>& faults);
    void sent(const sanad::Transaction& transaction);
    void failed(const sanad::Error& error);

private:
    void send();

    Tasks& m_tasks;
    Session& m_session;
    TransactionId m_id;
    Correction m_correction;
    std::shared_ptr<const ServiceForm> m_form;
    QJsonObject m_typed;
    QHash<qint64, QJsonObject> m_unsent; ///< By transaction.
    std::vector<FormFault> m_shownWarnings;
    bool m_finishing = false;
};

} // namespace sanad
