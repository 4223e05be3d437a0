#pragma once

#include "core/transactions/service_form.h"
#include "ui/visit/current_visit.h"

namespace sanad {

/// The form of the service at hand: what shows, what was answered, what is wrong with it.
class FormPresenter : public QObject {
    Q_OBJECT

public:
    FormPresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent = nullptr);

    /// Loads the form of the visit's present draft; loaded() follows, also when it is there already.
    void load();
    /// Null until loaded.
    const std::shared_ptr<const ServiceForm>& form() const { return m_form; }
    TransactionId draft() const { return m_draft; }
    /// As typed, with what is calculated.
    const QJsonObject& answers() const { return m_answers; }

    void answer(const QString& field, const QJsonValue& value);
    /// Where the caret is, to come back to.
    void noteCaret(const QString& field, int caret);
    QString caretField() const;
    int caret() const;

    /// Checks everything; goes on to the documents, or tells faulty(). Warnings alone are accepted the second
    /// time.
    void finish();

Q_SIGNALS:
    void loaded();
    void answersChanged();
    void faulty(const std::vector<sanad::FormFault>& faults);
    void failed(const sanad::Error& error);

private:
    void recompute();
    void check();

    Tasks& m_tasks;
    Session& m_session;
    CurrentVisit& m_visit;
    std::shared_ptr<const ServiceForm> m_form;
    TransactionId m_draft;
    QJsonObject m_answers;
    std::vector<FormFault> m_shownWarnings;
    bool m_finishing = false;
};

} // namespace sanad
