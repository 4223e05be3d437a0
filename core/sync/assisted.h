#pragma once

#include "core/base/actor.h"
#include "core/base/money.h"
#include "core/sync/outbox.h"
#include "core/sync/sync_service.h"

#include <optional>

namespace sanad {

/// One answer of the form, as the desk has it.
struct AssistedInput {
    QString key, labelAr, labelEn;
    QJsonValue value;
};

/// One field as the agency's site wants it.
struct AssistedField {
    QString key, labelAr, labelEn;
    QString value; ///< As it is to be typed there.
    QString copyKey; ///< `1` … `9`, `0`; empty past the tenth.
};

/// What a clerk needs beside the agency's site.
struct AssistedSheet {
    QString nameAr, nameEn;
    QString site; ///< Empty: the agency has none that we know.
    QString referenceExample;
    std::vector<AssistedField> fields; ///< In the site's order.
};

/// What the clerk brings back from it.
struct AssistedResult {
    QString reference;
    QString feeState; ///< `unpaid`, `paid_unconfirmed`, `confirmed`.
    std::optional<Money> fee; ///< As the site charged it; nothing: not asked for.
    QString
        proof; ///< What shows the payment: document id, or the site's receipt number. Needed when confirmed.
};

/// Agencies that have only a web site: the desk shows what to type there and checks what comes back. Answers
/// come from the event loop; the window never waits.
class AssistedDesk {
public:
    explicit AssistedDesk(SyncService& sync)
        : m_sync(sync)
    {
    }

    /// `channel` as in the service (`rop_site`). Errors: those of SyncService::ask; in `done` Denied
    /// `sync.refused` for a channel that has no sheet.
    Result<> present(const QString& channel, const QString& agency, const std::vector<AssistedInput>& inputs,
        const Actor& by, std::function<void(Result<AssistedSheet>)> done);

    struct Checked {
        AssistedResult result; ///< With the reference tidied up.
        std::vector<FieldFault>
            faults; ///< Not empty: nothing else counts. Codes: resources/errors/assisted.json.
    };
    Result<> check(const QString& channel, const AssistedResult& result, const Actor& by,
        std::function<void(Result<Checked>)> done);

private:
    SyncService& m_sync;
};

/// The name of the channel under which the assisted connector is set up, one for all agencies.
extern const QString kAssistedChannel;

} // namespace sanad
