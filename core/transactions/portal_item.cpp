#include "core/transactions/portal_item.h"

#include "core/base/json_writer.h"
#include "core/transactions/checklist_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

const QString kSanadPortal = u"sanad_portal"_s;

namespace {

void member(QByteArray& out, const char* name, const QString& text)
{
    out += ",\"";
    out += name;
    out += "\":";
    appendJsonText(out, text);
}

} // namespace

QByteArray portalItem(const Transaction& t, const QByteArray& formJson, const QString& customerKind,
    const QMap<QString, DocumentState>& documents, const QDateTime& submittedAt)
{
    QByteArray out;
    out.reserve(512 + formJson.size());
    out += "{\"number\":";
    appendJsonText(out, t.number);
    member(out, "service", t.serviceCode);
    member(out, "submitted_at", storedTime(submittedAt));
    out += ",\"form\":";
    out += formJson;
    if (!customerKind.isEmpty()) member(out, "customer_kind", customerKind);
    if (!documents.isEmpty()) {
        out += ",\"documents\":[";
        char separator = ' ';
        for (const auto& [code, state] : documents.asKeyValueRange()) {
            if (separator == ',') out += separator;
            separator = ',';
            out += "{\"code\":";
            appendJsonText(out, code);
            member(out, "state", documentStateKey(state));
            out += '}';
        }
        out += ']';
    }
    out += ",\"government_fee_baisa\":" +
        QByteArray::number(static_cast<qlonglong>(t.fee.governmentFee.baisa()));
    if (!t.portalReference.isEmpty()) member(out, "portal_reference", t.portalReference);
    member(out, "fee_state", feeStateKey(t.feeState));
    return out + '}';
}

Result<> putIntoOutbox(Tx& tx, const Transaction& t, const QString& serviceChannel,
    const QByteArray& formJson, const QString& customerKind, const QMap<QString, DocumentState>& documents,
    bool held)
{
    const bool direct = t.channel == "rest"_L1;
    if (t.channel == "local"_L1 || (!direct && t.portalReference.isEmpty())) return {};
    SANAD_TRY(Outbox(tx).add({u"transaction"_s, t.id.raw(), {}, direct ? serviceChannel : kSanadPortal,
        portalItem(t, formJson, customerKind, documents, tx.now()), held}));
    tx.touched(u"sync"_s);
    return {};
}

bool isReported(Tx& tx, const Transaction& t)
{
    const auto rows = Outbox(tx).rowsOf(t.id.raw());
    return std::any_of(
        rows.begin(), rows.end(), [](const OutboxRow& row) { return row.kind == "transaction"_L1; });
}

Result<> sendAgain(Tx& tx, const Transaction& t, const QString& serviceChannel, const QByteArray& formJson,
    const QString& customerKind)
{
    const auto documents = ChecklistRepository(tx).get(t.id);
    for (const OutboxRow& row : Outbox(tx).rowsOf(t.id.raw()))
        if (row.kind == "transaction"_L1 && row.state == OutboxState::Aside) {
            tx.touched(u"sync"_s);
            return Outbox(tx).mend(row.uuid, portalItem(t, formJson, customerKind, documents, tx.now()));
        }
    return putIntoOutbox(tx, t, serviceChannel, formJson, customerKind, documents);
}

} // namespace sanad
