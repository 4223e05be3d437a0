#pragma once

#include "core/sync/assisted.h"
#include "core/transactions/service_form.h"
#include "ui/theme/colours.h"
#include "ui/visit/current_visit.h"

#include <QWidget>

namespace sanad {

class DataTable;
class KeyButton;
class Label;

/// Asks the assisted connector how an agency's site wants the answers; `done` comes back on the windows'
/// thread, and not at all when the connector is not set up.
using AssistedSource = std::function<void(const QString& channel, const QString& agency,
    const std::vector<AssistedInput>& inputs, std::function<void(const AssistedSheet&)> done)>;

/// For an agency that has only a web site: the answers in the order of that site, or, while nobody has told
/// that, of our form; each copied by its number, and the site one key away.
class PortalCopy : public QWidget {
    Q_OBJECT

public:
    PortalCopy(Tasks& tasks, CurrentVisit& visit, AssistedSource source, QWidget* parent = nullptr);

    void load();
    void copy(int row);

Q_SIGNALS:
    void said(sanad::Tone tone, const QString& sentence);
    void failed(const sanad::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// One answer as it is copied.
    struct Line {
        const FormField* field = nullptr; ///< Of m_form.
        QString value; ///< As the site wants it; empty: as the form shows it.
    };
    void refresh();
    void askForSheet();
    void arrange(const AssistedSheet& sheet);
    QString shown(const Line& line, bool arabic) const;

    Tasks& m_tasks;
    CurrentVisit& m_visit;
    std::shared_ptr<const ServiceForm> m_form;
    AssistedSource m_source;
    QString m_siteAddress;
    std::vector<Line> m_lines; ///< The answers, in order.
    Label* m_title;
    DataTable* m_list;
    KeyButton* m_site;
};

} // namespace sanad
