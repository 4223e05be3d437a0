#include "app/bench/bench_centre.h"
#include "app/bench/sqlite_probe.h"
#include "core/cash/shift_service.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/crypto/hash.h"
#include "core/crypto/signing.h"
#include "core/crypto/vault.h"
#include "core/demo/demo_centre.h"
#include "core/demo/visit_maker.h"
#include "core/people/sign_in.h"
#include "core/settings/settings_repository.h"
#include "core/visits/visit_service.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kVisits = 300;
constexpr int kCountedVisits = 25;

QByteArray textOf(const RowImage& row)
{
    QByteArray text;
    for (const auto& value : row.values)
        text += value.bytes;
    return text;
}

const RowImage::Value* valueOf(const RowImage& row, const char* column)
{
    for (std::size_t i = 0; i < row.columns.size(); ++i)
        if (row.columns[i] == column) return &row.values[i];
    return nullptr;
}

/// The new rows of these tables that name `subject` in that column, as one text.
QByteArray textOfAll(
    const std::vector<RowImage>& rows, const QByteArrayList& tables, const char* column, qint64 subject)
{
    QByteArray text;
    for (const RowImage& row : rows) {
        const auto* named = valueOf(row, column);
        if (row.act == RowImage::Act::Insert && tables.contains(row.table) &&
            (row.rowid == subject || (named && named->integer == subject)))
            text += textOf(row);
    }
    return text;
}

/// The texts whose digests the audit lines of one commit carry: of the rows that they vouch for
/// (core/audit/row_digest.h), of a receipt with all that belongs to it, of the entries of a document.
std::vector<QByteArray> vouchedTexts(const std::vector<RowImage>& rows)
{
    std::vector<QByteArray> texts;
    for (const RowImage& line : rows) {
        if (line.table != "audit_line" || line.act != RowImage::Act::Insert) continue;
        const auto* payload = valueOf(line, "payload");
        const auto* subject = valueOf(line, "subject_id");
        if (!payload || !subject) continue;
        const auto told = QJsonDocument::fromJson(payload->bytes).object();
        if (told.contains(u"content"_s))
            texts.push_back(textOfAll(rows, {"receipt", "receipt_party", "receipt_line", "receipt_payment"},
                "receipt_id", subject->integer));
        if (told.contains(u"ledger"_s))
            texts.push_back(textOfAll(rows, {"ledger_entry"}, "document_id", subject->integer));
        const auto named = told[u"rows"_s].toObject();
        for (auto it = named.begin(); it != named.end(); ++it) {
            const auto colon = it.key().indexOf(u':');
            const QByteArray table = it.key().left(colon).toUtf8();
            const qint64 id = colon < 0 ? subject->integer : it.key().mid(colon + 1).toLongLong();
            for (const RowImage& row : rows)
                if (row.table == table && row.rowid == id && !it.value().toString().isEmpty())
                    texts.push_back(textOf(row));
        }
    }
    return texts;
}

/// The signatures, hashes and encryption that the new rows of one commit show: a column named signature, one
/// named hash or digest, a 16-byte blind index; every other blob is a sealed value. Rows that were only
/// updated count nothing, so the floor is rather too low than too high. `vouched` are hashed besides.
class FloorCrypto {
public:
    void doFor(const std::vector<RowImage>& rows, const std::vector<QByteArray>& vouched)
    {
        for (const QByteArray& text : vouched)
            m_sink += sha256(text).size();
        for (const RowImage& row : rows)
            for (std::size_t i = 0; i < row.values.size(); ++i) {
                const auto& value = row.values[i];
                if (value.type != SQLITE_BLOB || row.act != RowImage::Act::Insert) continue;
                if (row.columns[i].contains("signature"))
                    m_sink += sign(m_key, textOf(row)).size();
                else if (row.columns[i].contains("hash") || row.columns[i].contains("digest"))
                    m_sink += sha256(textOf(row)).size();
                else if (value.bytes.size() == 16)
                    m_sink += m_vault.blindIndex(u"floor", u"12345678").size();
                else
                    m_sink += m_vault.seal(u"t", u"c", row.rowid, value.bytes).size();
            }
    }

    /// Opens the sealed half of the customer, whose masked identifier stands on the receipt.
    void openCustomer() { m_sink += must(m_vault.open(u"t", u"c", 1, m_sealedCustomer)).size(); }

private:
    SigningKey m_key = SigningKey::create();
    Vault m_vault = Vault::create();
    QByteArray m_sealedCustomer = m_vault.seal(u"t", u"c", 1, QByteArray(120, 'x'));
    qsizetype m_sink = 0;
};

/// What no program could write these rows without: who the customer is, whether the counter's shift is open,
/// which catalogue holds, and the rows whose next value is given out or chained on. Everything else (checking
/// the form, quoting the fee, settings, permissions) is left to ours alone.
std::vector<RowReplayer::Read> readsFor(const std::vector<RowImage>& rows)
{
    std::vector<RowReplayer::Read> reads;
    const auto from = [&](const RowImage& row, const char* column, const char* table, const char* key) {
        for (std::size_t i = 0; i < row.columns.size(); ++i)
            if (row.columns[i] == column && row.values[i].type != SQLITE_NULL)
                reads.push_back({table, key, row.values[i]});
    };
    for (const RowImage& row : rows) {
        if (row.table == "receipt") {
            from(row, "customer_id", "customer", "id");
            from(row, "shift_id", "shift", "id");
            from(row, "branch_id", "catalogue_revision", "branch_id");
            from(row, "branch_id", "audit_head", "branch_id");
        }
        for (std::size_t i = 0; i < row.keyColumns.size(); ++i)
            if (row.table == "number_series" && row.keyColumns[i] == "series")
                reads.push_back({row.table, "series", row.keyValues[i]});
    }
    return reads;
}

struct Desk {
    QTemporaryDir folder;
    std::unique_ptr<Database> db;
    sqlite3* connection = nullptr;
    Actor clerk;
    std::unique_ptr<VisitMaker> visits;
    QDate day;
    Centre centre;

    Desk()
    {
        SqliteProbe::install();
        db = must(Database::open({folder.path(), {}}, OpenMode::Create));
        connection = SqliteProbe::newestConnection();
        DemoRequest request;
        request.customers = 2'000;
        request.days = 2;
        (void)must(makeDemo(*db, request));
        clerk = must(SignIn(*db).withPin(u"clerk1"_s, u"3331"_s, u"C1"_s));
        (void)must(ShiftService(*db).open(u"C1"_s, Money::fromBaisa(50'000), clerk));
        const auto catalogue = must(db->read([](Tx& tx) -> Result<std::shared_ptr<const Catalogue>> {
            return CatalogueRepository(tx).catalogue();
        }));
        visits = std::make_unique<VisitMaker>(
            catalogue, must(frequentCustomers(*db, 400, DemoRequest().seed)), 99);
        centre = must(db->read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); }));
        day = businessDayAt(QDateTime::currentDateTimeUtc(), 4);
        for (int i = 0; i < 20; ++i)
            complete(); // every statement prepared, every form compiled
        sqlite3_exec(connection, "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
    }
    double complete()
    {
        const Visit visit = visits->next(day);
        return wallMs([&] { (void)must(VisitService(*db).complete(visit, clerk)); });
    }
    double completeWithPdf(const QString& file)
    {
        const Visit visit = visits->next(day);
        return cpuMs([&] {
            const Receipt receipt = must(VisitService(*db).complete(visit, clerk));
            QFile out(file);
            if (!out.open(QIODevice::WriteOnly)) qFatal("bench: no file");
            out.write(receiptPdf(receipt, centrePrint(centre, receipt), {false, 0, {}}, Paper::A5));
        });
    }
    double completeCpu()
    {
        const Visit visit = visits->next(day);
        return cpuMs([&] { (void)must(VisitService(*db).complete(visit, clerk)); });
    }
};

} // namespace

/// G1 and G2: a visit completed durably, beside the C API writing the same rows with the same cryptography.
void benchVisit(Report& report, double scale)
{
    Desk desk;
    const QString copy = QDir(desk.folder.path()).filePath(u"floor.db"_s);
    QFile::copy(QDir(desk.folder.path()).filePath(u"sanad.db"_s), copy);
    RowRecorder recorder(desk.connection);
    RowReplayer replayer(copy);
    FloorCrypto crypto;
    const int rounds = std::max(20, static_cast<int>(kVisits * scale));

    const auto before = desk.db->counters();
    const auto syncsBefore = SqliteProbe::syncs();
    std::int64_t floorSyncs = 0;
    const auto floorOf = [&](double (*measure)(const std::function<void()>&)) {
        const auto rows = replayer.reduced(recorder.take());
        const auto reads = readsFor(rows);
        const auto vouched = vouchedTexts(rows);
        const auto syncs = SqliteProbe::syncs();
        const double spent = measure([&] {
            crypto.openCustomer();
            crypto.doFor(rows, vouched);
            replayer.commit(rows, reads);
        });
        floorSyncs += SqliteProbe::syncs() - syncs;
        return spent;
    };
    const Pair durable = interleaved(
        rounds, [&] { return desk.complete(); }, [&] { return floorOf(wallMs); });
    const auto after = desk.db->counters();
    const auto commits = static_cast<double>(after.commits - before.commits);
    report.add({u"G1"_s, u"complete a visit durably, p50"_s, durable.ours, durable.floor, u"ms"_s, 1.2, {}});
    report.add({u"G2"_s, u"syncs per commit"_s,
        static_cast<double>(SqliteProbe::syncs() - syncsBefore - floorSyncs) / commits, {}, u"syncs"_s, 1.1,
        {}});
    report.add({u"G2"_s, u"statements prepared on the commit path"_s,
        static_cast<double>(after.prepared - before.prepared), {}, u""_s, 0, {}});

    std::vector<double> statements;
    for (int i = 0; i < kCountedVisits; ++i)
        statements.push_back(
            static_cast<double>(SqliteProbe::statements(desk.connection, [&] { (void)desk.complete(); })));
    replayer.commit(replayer.reduced(recorder.take()), {});
    report.add(
        {{}, u"statements of a visit, begin and commit among them"_s, median(statements), {}, u""_s, {}, {}});

    sqlite3_exec(desk.connection, "PRAGMA synchronous=OFF", nullptr, nullptr, nullptr);
    replayer.setSynchronous(false);
    const Pair cpu = interleaved(
        rounds, [&] { return desk.completeCpu(); }, [&] { return floorOf(cpuMs); });
    report.add(
        {u"G1"_s, u"complete a visit, CPU only (synchronous=OFF)"_s, cpu.ours, cpu.floor, u"ms"_s, 1.5, {}});

    const QString pdf = QDir(desk.folder.path()).filePath(u"receipt.pdf"_s);
    std::vector<double> onPaper;
    for (int i = 0; i < rounds / 3; ++i) {
        onPaper.push_back(desk.completeWithPdf(pdf));
        (void)recorder.take();
    }
    report.add({{}, u"a visit completed and its receipt's PDF on disk, CPU"_s, median(onPaper), {}, u"ms"_s,
        15, {}});
}

} // namespace sanad::bench
