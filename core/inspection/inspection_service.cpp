#include "core/inspection/inspection_service.h"

#include "core/audit/audit_repository.h"
#include "core/audit/audit_trail.h"
#include "core/base/clock.h"
#include "core/cash/day_close_repository.h"
#include "core/heads/raise_heads.h"
#include "core/receipts/receipt_repository.h"
#include "core/settings/settings_repository.h"
#include "core/storage/output_path.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <map>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostDays = 3700;

Error cannotWrite(const QString& file)
{
    return {ErrorCode::Unreachable, u"inspection.cannot-write"_s, {file}, {}};
}

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// One file of the export, a JSON object a line, with the digest of what was written.
class Lines {
public:
    Lines(const QDir& folder, QString name)
        : m_name(std::move(name))
        , m_file(folder.filePath(m_name))
    {
        m_ok = m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    }
    bool add(const QJsonObject& object)
    {
        const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        m_digest.addData(line);
        m_ok = m_ok && m_file.write(line) == line.size();
        return m_ok;
    }
    /// The file's entry in the manifest.
    Result<> finish(QJsonObject& files)
    {
        m_ok = m_ok && m_file.flush();
        m_file.close();
        if (!m_ok || m_file.error() != QFile::NoError) return cannotWrite(m_file.fileName());
        files.insert(m_name, hex(m_digest.result()));
        return {};
    }

private:
    QString m_name;
    QFile m_file;
    QCryptographicHash m_digest{QCryptographicHash::Sha256};
    bool m_ok = false;
};

QJsonObject lineJson(const AuditLine& line)
{
    return {{u"act"_s, line.act}, {u"actor"_s, line.actor}, {u"at"_s, storedTime(line.at)},
        {u"counter"_s, line.counter}, {u"hash"_s, hex(line.hash)}, {u"number"_s, qint64{line.number}},
        {u"payload"_s, line.payload}, {u"staff"_s, QString::number(line.staff.raw())},
        {u"subject"_s, QString::number(line.subject)}};
}

Result<> writeWhole(const QDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(bytes) != bytes.size() ||
        !file.flush())
        return cannotWrite(file.fileName());
    return {};
}

/// The export of one read transaction, file by file.
class Export {
public:
    Export(Tx& tx, const QDir& folder)
        : m_tx(tx)
        , m_folder(folder)
    {
    }

    Result<> auditLines(const AuditRepository::Span& span)
    {
        Lines file(m_folder, u"audit.jsonl"_s);
        AuditLine last;
        AuditRepository(m_tx).walk(span, [&](const AuditLine& line) {
            ++summary.lines;
            last = line;
            if (line.act == "receipt.issued"_L1) m_issued.push_back(ReceiptId::fromRaw(line.subject));
            if (line.act == "day.closed"_L1) m_closed.insert(line.subject);
            return file.add(lineJson(line));
        });
        const auto before = AuditTrail(m_tx).hashOf(span.first - 1).value_or(QByteArray(32, '\0'));
        m_manifest[u"chain"_s] = QJsonObject{{u"before"_s, hex(before)}, {u"first"_s, qint64{span.first}},
            {u"hash"_s, hex(last.hash)}, {u"last"_s, qint64{last.number}}};
        return file.finish(m_files);
    }

    /// Those whose issue is among the lines, in their order; their days are others where the clock stood
    /// wrong.
    Result<> receipts()
    {
        Lines file(m_folder, u"receipts.jsonl"_s);
        const ReceiptRepository repository(m_tx);
        for (const ReceiptId id : m_issued) {
            const auto record = repository.withoutRows(id);
            if (!record) continue;
            ++summary.receipts;
            file.add({{u"business_day"_s, record->businessDay}, {u"id"_s, record->id.text()},
                {u"number"_s, qint64{record->number}}, {u"series"_s, record->series},
                {u"text"_s, receiptQrText(qrOf(*record), record->signature)}});
        }
        return file.finish(m_files);
    }

    /// Of these days, whenever they were closed, and those that the lines tell of, in the order in which they
    /// were made.
    Result<> closes(const QDate& from, const QDate& to)
    {
        const DayCloseRepository repository(m_tx);
        std::map<std::pair<std::int64_t, DayId>, DayClose> found; // by the last audit line before
        const auto take = [&](std::optional<DayClose> close) {
            if (close) found.emplace(std::pair(close->chainNumber, close->id), std::move(*close));
        };
        for (QDate day = from; day <= to; day = day.addDays(1))
            take(repository.find(day));
        for (const std::int64_t id : m_closed)
            take(repository.find(DayId::fromRaw(id)));
        Lines file(m_folder, u"day-closes.jsonl"_s);
        for (const auto& [key, close] : found) {
            ++summary.dayCloses;
            file.add({{u"business_day"_s, businessDayNumber(close.businessDay)},
                {u"chain"_s, qint64{close.chainNumber}}, {u"chain_hash"_s, hex(close.chainHash)},
                {u"id"_s, close.id.text()}, {u"number"_s, qint64{close.number}},
                {u"signature"_s, hex(close.signature)},
                {u"text"_s, QString::fromUtf8(dayCloseSignedText(close, dayTotalsJson(close.totals)))}});
        }
        return file.finish(m_files);
    }

    /// The manifest, and its signature beside it: without them the export is not one.
    Result<> manifest(const QDate& from, const QDate& to)
    {
        const SettingsRepository settings(m_tx);
        QJsonArray keys;
        for (const QByteArray& key : settings.signingPublicKeys())
            keys.append(hex(key));
        m_manifest[u"format"_s] = u"sanad-inspection-1"_s;
        m_manifest[u"licence"_s] = settings.centre().licence;
        m_manifest[u"from"_s] = businessDayNumber(from);
        m_manifest[u"to"_s] = businessDayNumber(to);
        m_manifest[u"made_at"_s] = storedTime(m_tx.now());
        m_manifest[u"files"_s] = m_files;
        m_manifest[u"keys"_s] = keys;
        const QByteArray text = QJsonDocument(m_manifest).toJson();
        const SigningKey key = settings.signingKey();
        summary.publicKey = key.publicKey;
        SANAD_TRY(writeWhole(m_folder, u"manifest.sig"_s, sign(key, text)));
        return writeWhole(m_folder, u"manifest.json"_s, text);
    }

    InspectionSummary summary;

private:
    Tx& m_tx;
    const QDir& m_folder;
    QJsonObject m_manifest, m_files;
    std::vector<ReceiptId> m_issued; ///< Receipts whose issue is among the lines.
    QSet<std::int64_t> m_closed; ///< Day closes that are.
};

} // namespace

Result<InspectionSummary> InspectionService::exportTo(
    const QString& folder, const QDate& from, const QDate& to, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewAudit));
    if (!from.isValid() || !to.isValid() || from > to || from.daysTo(to) > kMostDays)
        return Error{ErrorCode::Invalid, u"inspection.range"_s, {}, {}};
    SANAD_TRY(mayWriteInto(folder));
    const QDir here(folder);
    if (here.exists() && !here.isEmpty())
        return Error{ErrorCode::Invalid, u"inspection.folder-not-empty"_s, {folder}, {}};
    if (!here.mkpath(u"."_s)) return cannotWrite(folder);

    SANAD_TRY_VALUE(summary, m_db.read([&](Tx& tx) -> Result<InspectionSummary> {
        // A business day goes on until the cut-off hour of the next.
        const int cutOff = SettingsRepository(tx).centre().cutOffHour;
        const auto instant = [](const QDate& day, int hour) {
            return QDateTime(day, QTime(hour, 0), centreZone()).toUTC();
        };
        const auto span = AuditRepository(tx).span(instant(from, 0), instant(to.addDays(1), cutOff));
        if (!span) return Error{ErrorCode::NotFound, u"inspection.nothing"_s, {}, {}};
        Export work(tx, here);
        SANAD_TRY(work.auditLines(*span));
        SANAD_TRY(work.receipts());
        SANAD_TRY(work.closes(from, to));
        SANAD_TRY(work.manifest(from, to));
        return work.summary;
    }));
    SANAD_TRY(m_db.write([&](Tx& tx) -> Result<> {
        AuditTrail(tx).record(by, u"audit.exported"_s, by.staff(),
            {{u"from"_s, businessDayNumber(from)}, {u"lines"_s, qint64{summary.lines}},
                {u"to"_s, businessDayNumber(to)}});
        return {};
    }));
    raiseHeads(m_db);
    return summary;
}

} // namespace sanad
