#pragma once

#include "core/transactions/service_form.h"
#include "ui/theme/colours.h"
#include "ui/visit/current_visit.h"

#include <QWidget>

namespace sanad {

class DataTable;
class KeyButton;
class Label;

/// For an agency that has only a web site: the answers in the order of its form, each copied by its number,
/// and the site one key away.
class PortalCopy : public QWidget {
    Q_OBJECT

public:
    PortalCopy(Tasks& tasks, CurrentVisit& visit, QWidget* parent = nullptr);

    void load();
    void copy(int row);

Q_SIGNALS:
    void said(sanad::Tone tone, const QString& sentence);
    void failed(const sanad::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QString shown(const FormField& field, bool arabic) const;

    Tasks& m_tasks;
    CurrentVisit& m_visit;
    std::shared_ptr<const ServiceForm> m_form;
    std::vector<const FormField*> m_fields; ///< Those with an answer, in order; of m_form.
    Label* m_title;
    DataTable* m_list;
    KeyButton* m_site;
};

} // namespace sanad
