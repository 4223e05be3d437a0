#include "core/transactions/remove_channel.h"

#include "core/audit/audit_trail.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/sync/assisted.h"
#include "core/sync/sync_repository.h"
#include "core/transactions/portal_item.h"
#include "core/transactions/transaction_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Whether work of this service goes over the channel: to its agency, or as a report to the Sanad portal.
bool goesOver(const ServiceItem& service, const QString& channel)
{
    if (service.channelKind == "local"_L1) return false;
    if (service.channelKind == "rest"_L1) return service.channel == channel;
    return channel == kSanadPortal || (service.channelKind == "assisted"_L1 && channel == kAssistedChannel);
}

QStringList servicesOver(Tx& tx, const QString& channel)
{
    constexpr qsizetype kMostNamed = 8;
    QStringList codes;
    for (const ServiceItem& service : CatalogueRepository(tx).services(catalogueDay(tx.now()))) {
        if (!goesOver(service, channel)) continue;
        if (codes.size() == kMostNamed) return codes << u"…"_s;
        codes << service.code;
    }
    return codes;
}

} // namespace

Result<> removeChannel(Database& db, const QString& name, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    return db.write([&](Tx& tx) -> Result<> {
        SyncRepository channels(tx);
        const auto known = channels.channels();
        if (known.empty()) return Error{ErrorCode::NotFound, u"sync.no-channel"_s, {name}, {}};
        const auto found =
            std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.name == name; });
        if (found == known.end()) {
            QStringList names;
            for (const SyncChannel& each : known)
                names << each.name;
            return Error{ErrorCode::NotFound, u"sync.channel-unknown"_s, {name, names.join(u", "_s)}, {}};
        }
        if (const QStringList services = servicesOver(tx, name); !services.isEmpty())
            return Error{ErrorCode::Conflict, u"sync.channel-routed"_s, {name, services.join(u", "_s)}, {}};
        const std::int64_t left = channels.unanswered(name) + TransactionRepository(tx).underWayOn(name);
        if (left > 0)
            return Error{
                ErrorCode::Conflict, u"sync.channel-outstanding"_s, {name, QString::number(left)}, {}};
        channels.removeChannel(found->id);
        AuditTrail(tx).record(by, u"sync.channel-removed"_s, by.staff(),
            {{u"channel"_s, name}, {u"connector"_s, found->connector},
                {u"delivered"_s, static_cast<qint64>(found->delivered)}});
        tx.touched(u"outbox"_s);
        return {};
    });
}

} // namespace sanad
