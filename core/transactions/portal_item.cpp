#include "core/transactions/portal_item.h"

#include "core/transactions/checklist_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kSanadPortal = u"sanad_portal"_s;

/// A JSON string with its quotes. Codes, numbers and times need no escape; a reference may.
QByteArray quoted(const QString& text)
{
    QByteArray out("\"");
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + '"';
}

void member(QByteArray& out, const char* name, const QString& text)
{
    out += ",\"";
    out += name;
    out += "\":" + quoted(text);
}

} // namespace

QByteArray portalItem(const Transaction& t, const QByteArray& formJson, const QString& customerKind,
    const QMap<QString, DocumentState>& documents, const QDateTime& submittedAt)
{
    QByteArray out;
    out.reserve(512 + formJson.size());
    out += "{\"number\":" + quoted(t.number);
    member(out, "service", t.serviceCode);
    member(out, "submitted_at", storedTime(submittedAt));
    out += ",\"form\":" + formJson;
    if (!customerKind.isEmpty()) member(out, "customer_kind", customerKind);
    if (!documents.isEmpty()) {
        out += ",\"documents\":[";
        char separator = ' ';
        for (const auto& [code, state] : documents.asKeyValueRange()) {
            if (separator == ',') out += separator;
            separator = ',';
            out += "{\"code\":" + quoted(code) + ",\"state\":" + quoted(documentStateKey(state)) + '}';
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
    const QByteArray& formJson, const QString& customerKind, const QMap<QString, DocumentState>& documents)
{
    const bool direct = t.channel == "rest"_L1;
    if (t.channel == "local"_L1 || (!direct && t.portalReference.isEmpty())) return {};
    SANAD_TRY(Outbox(tx).add({u"transaction"_s, t.id.raw(), {}, direct ? serviceChannel : kSanadPortal,
        portalItem(t, formJson, customerKind, documents, tx.now())}));
    tx.touched(u"sync"_s);
    return {};
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
