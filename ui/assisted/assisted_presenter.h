#pragma once

#include "ui/assisted/assisted_model.h"
#include "ui/sync/sync_presenter.h"
#include "ui/visit/current_visit.h"

class QUrl;

namespace sanad {

/// One thing that is wrong with what came back from the agency's page; a warning may be confirmed.
struct AssistedFault {
    QString pointer; ///< `/reference`, `/fee_baisa`, `/fee_state`, `/proof`.
    QString key; ///< Of resources/errors.
    bool warning = false;
    QStringList args = {};

    bool operator==(const AssistedFault&) const = default;
};

/// A service of an agency that has only a web site: what is to be typed there, and what the clerk brings
/// back. Works without the connector too; then the order is that of our form and the reference unchecked.
class AssistedPresenter : public QObject {
    Q_OBJECT

public:
    AssistedPresenter(
        Tasks& tasks, Session& session, CurrentVisit& visit, SyncAccess access, QObject* parent = nullptr);

    /// Starts a browser; false when there is none. Tests put their own in its place.
    using SiteOpener = std::function<bool(const QUrl&)>;
    void setOpener(SiteOpener opener) { m_opener = std::move(opener); }

    /// Loads the answers of the service at hand.
    void load();
    const AssistedModel& model() const { return m_model; }
    /// The page's name, address and an example of its references; empty where nobody knows.
    const AssistedSheet& sheet() const { return m_sheet; }
    /// Why the agency's own order is not known; nothing while it is, or still asked for.
    const std::optional<Error>& trouble() const { return m_trouble; }
    /// The catalogue has no figure: the clerk brings the fee from the page.
    bool needsFee() const;

    /// The value of a row, which is marked as copied.
    QString take(int row);
    void openSite();
    /// Goes on to the fees, or tells what is wrong. The same warnings a second time count as confirmed.
    void finish();

Q_SIGNALS:
    /// The answers or their marks are others now.
    void loaded();
    void faulty(const std::vector<sanad::AssistedFault>& faults);
    void failed(const sanad::Error& error);

private:
    void askForSheet();
    void check(const std::vector<AssistedFault>& known);
    void judge(const std::vector<AssistedFault>& faults);
    std::vector<AssistedFault> ownFaults() const;

    Tasks& m_tasks;
    Session& m_session;
    CurrentVisit& m_visit;
    SyncAccess m_access;
    SiteOpener m_opener;
    AssistedModel m_model;
    AssistedSheet m_sheet;
    std::optional<Error> m_trouble;
    TransactionId m_draft; ///< Whose answers m_model holds.
    QJsonObject m_answers; ///< As they were when m_model took them.
    std::vector<AssistedFault> m_warned; ///< Shown already, all of them warnings.
    bool m_finishing = false;
};

} // namespace sanad
