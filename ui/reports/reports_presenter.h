#pragma once

#include "core/receipts/receipt_repository.h"
#include "core/reports/today.h"
#include "ui/shell/list_feed.h"
#include "ui/text/language.h"

#include <QHash>

namespace sanad {

/// What the owner's page knows: the figures of today, the receipts behind each of them, the report as a file.
class ReportsPresenter : public QObject {
    Q_OBJECT

public:
    struct Name {
        QString ar, en;
    };
    /// A receipt with the name of its first service.
    struct Entry {
        ReceiptRow receipt;
        Name service;
    };

    /// Files go to `folder`, which is made when it is not there.
    ReportsPresenter(Tasks& tasks, Session& session, QString folder, QObject* parent = nullptr);

    void load();
    const Today& today() const { return m_today; }
    /// The service's name, its code where the catalogue no longer has it.
    QString serviceName(const QString& code, Language language) const;

    /// The receipts behind a figure; empty members of `filter` do not filter. Of today, or of every day.
    void drill(const ReceiptFilter& filter, bool everyDay);
    void drillOver(bool everyDay) { drill(m_filter, everyDay); }
    bool everyDay() const { return m_everyDay; }
    /// What the list of receipts shows, in rows that `row` makes.
    ListFeed& receipts() { return m_receipts; }
    void setRows(std::function<TableRow(const Entry&)> row) { m_row = std::move(row); }

    void savePdf(Language language);
    void saveExcel(Language language);

Q_SIGNALS:
    void loaded();
    void saved(const QString& path);
    void failed(const sanad::Error& error);

private:
    struct State;
    enum class Format { Pdf, Excel };
    void save(Format format, Language language);

    Tasks& m_tasks;
    Session& m_session;
    QString m_folder;
    Today m_today;
    QHash<QString, Name> m_names;
    ListFeed m_receipts;
    std::function<TableRow(const Entry&)> m_row;
    ReceiptFilter m_filter;
    bool m_everyDay = false;
};

} // namespace sanad
