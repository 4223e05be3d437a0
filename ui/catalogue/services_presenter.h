#pragma once

#include "core/catalogue/service_item.h"
#include "ui/visit/current_visit.h"

namespace sanad {

/// Services for the choice: the nine favourites, or what matches the typed text.
class ServicesPresenter : public QObject {
    Q_OBJECT

public:
    ServicesPresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent = nullptr);

    void search(const QString& text);
    bool searching() const { return m_answered != m_asked; }
    const QString& text() const { return m_text; }
    const std::vector<ServiceItem>& services() const { return m_services; }
    QString agencyName(const QString& code, bool arabic) const;
    /// Begins the service in the visit.
    void choose(const QString& code);

Q_SIGNALS:
    void found();
    void failed(const sanad::Error& error);

private:
    struct Found {
        std::vector<ServiceItem> services;
        std::vector<Agency> agencies;
    };

    Tasks& m_tasks;
    Session& m_session;
    CurrentVisit& m_visit;
    QString m_text;
    std::vector<ServiceItem> m_services;
    std::vector<Agency> m_agencies;
    int m_asked = 0;
    int m_answered = 0;
};

} // namespace sanad
