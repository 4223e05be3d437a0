#include "core/receipts/receipt_repository.h"

#include "core/audit/row_digest.h"
#include "core/base/json_writer.h"
#include "core/ledger/numbers.h"
#include "core/receipts/day_figures.h"
#include "core/settings/centre.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kInsert = "INSERT INTO receipt (" SANAD_RECEIPT_COLUMNS R"()
    VALUES (:id, :branch, :series, :number, :uuid, :counter, :issued, :day, :shift, :customer, :ticket, :staff, :clerk,
        :service, :method, :lines, :payments, :government, :fee, :discount, :vat, :total, :licence, :training,
        :party, :link, :signature))";
constexpr auto kInsertParty = "INSERT INTO receipt_party (id, sealed) VALUES (:id, :sealed)";
constexpr auto kInsertLine = "INSERT INTO receipt_line (" SANAD_LINE_COLUMNS R"()
    VALUES (:id, :receipt, :transaction, :service, :service_ar, :service_en, :agency, :agency_ar, :agency_en, :income,
        :reference, :government, :fee, :discount, :vat, :rate))";
constexpr auto kInsertPayment = "INSERT INTO receipt_payment (" SANAD_PAYMENT_COLUMNS R"()
    VALUES (:id, :receipt, :tender, :amount, :given, :approval, :reference))";
constexpr auto kByNumber =
    "SELECT " SANAD_RECEIPT_COLUMNS
    " FROM receipt WHERE branch_id = :branch AND series = :series AND number = :number";
constexpr auto kById = "SELECT " SANAD_RECEIPT_COLUMNS " FROM receipt WHERE id = :id";
constexpr auto kOfDay = "SELECT " SANAD_RECEIPT_COLUMNS
                        " FROM receipt WHERE branch_id = :branch AND business_day = :day ORDER BY id";
// Ids of lines and payments are made right after the receipt's own, so the key finds them at once.
constexpr auto kLines =
    "SELECT " SANAD_LINE_COLUMNS
    " FROM receipt_line WHERE id > :receipt AND receipt_id = :receipt ORDER BY id LIMIT :count";
constexpr auto kPayments =
    "SELECT " SANAD_PAYMENT_COLUMNS
    " FROM receipt_payment WHERE id > :receipt AND receipt_id = :receipt ORDER BY id LIMIT :count";
constexpr auto kParty = "SELECT sealed FROM receipt_party WHERE id = :id";
constexpr auto kCopies = "SELECT max(copy) FROM receipt_copy WHERE receipt_id = :receipt";
constexpr auto kAddCopy = R"(
    INSERT INTO receipt_copy (id, receipt_id, copy, printed_at, clerk) VALUES (:id, :receipt, :copy, :at, :clerk))";
constexpr auto kCreditNote = "SELECT series, number FROM credit_note WHERE receipt_id = :receipt";
// The concatenation keeps SQLite from grouping along the number's index, which holds every day.
constexpr auto kSeriesOfDay = R"(
    SELECT series || '', min(number), max(number) FROM receipt
    WHERE branch_id = :branch AND business_day = :day GROUP BY series || '' ORDER BY 1)";
constexpr auto kOfOtherDays = R"(
    SELECT count(*) FROM receipt WHERE branch_id = :branch AND series = :series AND number >= :first
        AND number <= :last AND business_day <> :day)";
#define SANAD_ROW_COLUMNS "id, series, number, issued_at, clerk, service, method, total_baisa, business_day"
constexpr auto kList = "SELECT " SANAD_ROW_COLUMNS R"( FROM receipt
    WHERE branch_id = :branch AND business_day = :day)";
// The roll-up knows how many there are of a day, in all and by a clerk.
constexpr auto kReceiptsByDay = R"(
    SELECT business_day, receipts FROM day_figure
    WHERE branch_id = :branch AND dimension = :dimension AND item = :item AND business_day < :below
    ORDER BY business_day DESC LIMIT :most)";

ReceiptRow readRow(const Query& row)
{
    return {row.id<ReceiptId>(0), numberText(row.text(1), row.int64(2)), row.time(3), row.text(4),
        row.text(5), row.text(6), row.money(7), businessDayFrom(row.int32(8))};
}

QString filterSql(const ReceiptFilter& filter)
{
    QString sql;
    if (!filter.service.isEmpty()) sql += u" AND service = :service"_s;
    if (!filter.method.isEmpty()) sql += u" AND method = :method"_s;
    if (!filter.clerk.isEmpty()) sql += u" AND clerk = :clerk"_s;
    return sql;
}

void bindFilter(Query& query, const ReceiptFilter& filter)
{
    if (!filter.service.isEmpty()) query.bind(":service", filter.service);
    if (!filter.method.isEmpty()) query.bind(":method", filter.method);
    if (!filter.clerk.isEmpty()) query.bind(":clerk", filter.clerk);
}

CountedStretches countByRollUp(Tx& tx, Dimension dimension, const QString& item, std::int64_t below, int most)
{
    CountedStretches counted;
    auto query = tx.query(kReceiptsByDay);
    query.bind(":branch", kBranch)
        .bind(":dimension", dimensionKey(dimension))
        .bind(":item", item)
        .bind(":below", below)
        .bind(":most", most)
        .run();
    while (query.next())
        counted.found.push_back({query.int64(0), query.int64(1)});
    if (static_cast<int>(counted.found.size()) == most) counted.next = counted.found.back().key;
    return counted;
}

} // namespace

ReceiptRecord readReceipt(const Query& row)
{
    ReceiptRecord record;
    record.id = row.id<ReceiptId>(0);
    record.branch = row.int64(1);
    record.series = row.text(2);
    record.number = row.int64(3);
    record.uuid = row.text(4);
    record.counter = row.text(5);
    record.issuedAt = row.text(6);
    record.businessDay = row.int32(7);
    record.shift = row.id<ShiftId>(8);
    record.customer = row.id<CustomerId>(9);
    record.ticket = row.text(10);
    record.staff = row.id<StaffId>(11);
    record.clerk = row.text(12);
    record.service = row.text(13);
    record.method = row.text(14);
    record.lineCount = row.int64(15);
    record.paymentCount = row.int64(16);
    record.governmentFees = row.money(17);
    record.serviceFees = row.money(18);
    record.discounts = row.money(19);
    record.vat = row.money(20);
    record.total = row.money(21);
    record.licence = row.text(22);
    record.training = row.int64(23);
    record.partyDigest = row.bytes(24);
    record.link = row.bytes(25);
    record.signature = row.bytes(26);
    return record;
}

ReceiptRecord::Line readLine(const Query& row)
{
    ReceiptRecord::Line read{row.int64(0), row.id<ReceiptId>(1), {}, row.text(9)};
    ReceiptLine& line = read.line;
    line.transaction = row.id<TransactionId>(2);
    line.serviceCode = row.text(3);
    line.serviceNameAr = row.text(4);
    line.serviceNameEn = row.text(5);
    line.agencyCode = row.text(6);
    line.agencyNameAr = row.text(7);
    line.agencyNameEn = row.text(8);
    line.income = incomeKindFromKey(read.income).value_or(IncomeKind::Service);
    line.portalReference = row.text(10);
    line.governmentFee = row.money(11);
    line.serviceFee = row.money(12);
    line.discount = row.money(13);
    line.vat = row.money(14);
    line.vatRateThousandths = row.int32(15);
    return read;
}

ReceiptRecord::Paid readPayment(const Query& row)
{
    const QString tender = row.text(2);
    return {row.int64(0), row.id<ReceiptId>(1),
        {tenderFromKey(tender).value_or(Tender::Cash), row.money(3), row.money(4), row.text(5), row.text(6)},
        tender};
}

QByteArray ReceiptRepository::sealParty(
    ReceiptId receipt, const QString& name, const QString& maskedIdentifier) const
{
    return m_tx.vault().seal(u"receipt_party", u"sealed", receipt.raw(),
        JsonWriter().member("identifier", maskedIdentifier).member("name", name).text());
}

void ReceiptRepository::insert(const ReceiptRecord& record, const QByteArray& sealedParty)
{
    m_tx.query(kInsert)
        .bind(":id", record.id)
        .bind(":branch", record.branch)
        .bind(":series", record.series)
        .bind(":number", record.number)
        .bind(":uuid", record.uuid)
        .bind(":counter", record.counter)
        .bind(":issued", record.issuedAt)
        .bind(":day", record.businessDay)
        .bind(":shift", record.shift)
        .bind(":customer", record.customer)
        .bind(":ticket", record.ticket)
        .bind(":staff", record.staff)
        .bind(":clerk", record.clerk)
        .bind(":service", record.service)
        .bind(":method", record.method)
        .bind(":lines", record.lineCount)
        .bind(":payments", record.paymentCount)
        .bind(":government", record.governmentFees)
        .bind(":fee", record.serviceFees)
        .bind(":discount", record.discounts)
        .bind(":vat", record.vat)
        .bind(":total", record.total)
        .bind(":licence", record.licence)
        .bind(":training", record.training)
        .bind(":party", record.partyDigest)
        .bind(":link", record.link)
        .bind(":signature", record.signature)
        .run();
    m_tx.query(kInsertParty).bind(":id", record.id).bind(":sealed", sealedParty).run();
    for (const auto& [id, receipt, line, income] : record.lines)
        m_tx.query(kInsertLine)
            .bind(":id", id)
            .bind(":receipt", receipt)
            .bind(":transaction", line.transaction)
            .bind(":service", line.serviceCode)
            .bind(":service_ar", line.serviceNameAr)
            .bind(":service_en", line.serviceNameEn)
            .bind(":agency", line.agencyCode)
            .bind(":agency_ar", line.agencyNameAr)
            .bind(":agency_en", line.agencyNameEn)
            .bind(":income", income)
            .bind(":reference", line.portalReference)
            .bind(":government", line.governmentFee)
            .bind(":fee", line.serviceFee)
            .bind(":discount", line.discount)
            .bind(":vat", line.vat)
            .bind(":rate", line.vatRateThousandths)
            .run();
    for (const auto& [id, receipt, payment, tender] : record.payments)
        m_tx.query(kInsertPayment)
            .bind(":id", id)
            .bind(":receipt", receipt)
            .bind(":tender", tender)
            .bind(":amount", payment.amount)
            .bind(":given", payment.given)
            .bind(":approval", payment.approvalCode)
            .bind(":reference", payment.reference)
            .run();
}

void ReceiptRepository::addRows(ReceiptRecord& record) const
{
    {
        auto lines = m_tx.query(kLines);
        lines.bind(":receipt", record.id).bind(":count", record.lineCount).run();
        while (lines.next())
            record.lines.push_back(readLine(lines));
    }
    auto payments = m_tx.query(kPayments);
    payments.bind(":receipt", record.id).bind(":count", record.paymentCount).run();
    while (payments.next())
        record.payments.push_back(readPayment(payments));
}

std::optional<Receipt> ReceiptRepository::complete(std::optional<ReceiptRecord> record) const
{
    if (!record) return std::nullopt;
    addRows(*record);
    Receipt receipt = receiptOf(*record);
    {
        auto party = m_tx.query(kParty);
        party.bind(":id", receipt.id).run();
        if (party.next()) { // gone after an erasure
            const auto opened =
                m_tx.vault().open(u"receipt_party", u"sealed", receipt.id.raw(), party.bytes(0));
            if (!opened) throw DbError(opened.error());
            const QJsonObject json = QJsonDocument::fromJson(*opened).object();
            receipt.customerName = json.value(u"name"_s).toString();
            receipt.maskedIdentifier = json.value(u"identifier"_s).toString();
        }
    }
    {
        auto copies = m_tx.query(kCopies);
        copies.bind(":receipt", receipt.id).run();
        if (copies.next()) receipt.copies = copies.int32(0);
    }
    auto note = m_tx.query(kCreditNote);
    note.bind(":receipt", receipt.id).run();
    if (note.next()) receipt.voidedBy = numberText(note.text(0), note.int64(1));
    return receipt;
}

std::optional<Receipt> ReceiptRepository::byNumber(const QString& number) const
{
    const auto parts = numberParts(number);
    if (!parts) return std::nullopt;
    std::optional<ReceiptRecord> record;
    {
        auto query = m_tx.query(kByNumber);
        query.bind(":branch", kBranch).bind(":series", parts->series).bind(":number", parts->number).run();
        if (query.next()) record = readReceipt(query);
    }
    return complete(std::move(record));
}

std::optional<Receipt> ReceiptRepository::byId(ReceiptId id) const
{
    return complete(withoutRows(id));
}

std::optional<ReceiptRecord> ReceiptRepository::withoutRows(ReceiptId id) const
{
    auto query = m_tx.query(kById);
    query.bind(":id", id).run();
    if (!query.next()) return std::nullopt;
    return readReceipt(query);
}

std::vector<ReceiptRecord> ReceiptRepository::ofDay(const QDate& day) const
{
    std::vector<ReceiptRecord> records;
    {
        auto query = m_tx.query(kOfDay);
        query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
        while (query.next())
            records.push_back(readReceipt(query));
    }
    for (ReceiptRecord& record : records)
        addRows(record);
    return records;
}

std::vector<ReceiptRepository::SeriesRange> ReceiptRepository::seriesOfDay(const QDate& day) const
{
    std::vector<SeriesRange> ranges;
    auto query = m_tx.query(kSeriesOfDay);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    while (query.next())
        ranges.push_back({query.text(0), query.int64(1), query.int64(2)});
    return ranges;
}

std::int64_t ReceiptRepository::ofOtherDays(const SeriesRange& range, const QDate& day) const
{
    auto query = m_tx.query(kOfOtherDays);
    query.bind(":branch", kBranch)
        .bind(":series", range.series)
        .bind(":first", range.first)
        .bind(":last", range.last)
        .bind(":day", businessDayNumber(day))
        .run();
    query.next();
    return query.int64(0);
}

std::vector<ReceiptRow> ReceiptRepository::list(const ReceiptFilter& filter) const
{
    QString sql = QString::fromLatin1(kList) + filterSql(filter);
    if (!filter.before.isNull()) sql += u" AND id < :before"_s;
    auto query = m_tx.query(sql + u" ORDER BY id DESC LIMIT :limit"_s);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(filter.day)).bind(":limit", filter.limit);
    bindFilter(query, filter);
    if (!filter.before.isNull()) query.bind(":before", filter.before);
    query.run();
    std::vector<ReceiptRow> rows;
    while (query.next())
        rows.push_back(readRow(query));
    return rows;
}

LongList<ReceiptRow> receiptList(const ReceiptFilter& filter)
{
    ListSql sql;
    sql.needs = Permission::ViewReceipts;
    sql.table = u"receipt"_s;
    sql.where = u"branch_id = :branch"_s + filterSql(filter);
    if (filter.day.isValid()) sql.where += u" AND business_day = :day"_s;
    sql.bind = [filter](Query& query) {
        query.bind(":branch", kBranch);
        bindFilter(query, filter);
        if (filter.day.isValid()) query.bind(":day", businessDayNumber(filter.day));
    };
    sql.stretch = u"business_day"_s;
    sql.inStretch = u"business_day = :stretch"_s;
    sql.byKey = u'+' + sql.where + u" AND +business_day = :stretch"_s;
    sql.fixedPast = true;
    const bool byRollUp = !filter.day.isValid() && filter.service.isEmpty() && filter.method.isEmpty();
    if (byRollUp) {
        sql.mostStretches = 2048;
        sql.count = [clerk = filter.clerk](Tx& tx, std::int64_t below, int most) {
            return countByRollUp(tx, clerk.isEmpty() ? Dimension::Day : Dimension::Clerk, clerk, below, most);
        };
    }
    return {std::move(sql), QStringLiteral(SANAD_ROW_COLUMNS), readRow};
}

ReceiptRepository::Copy ReceiptRepository::addCopy(ReceiptId receipt, const QString& clerk)
{
    Copy copy{nextRawId(), 1, {}};
    {
        auto copies = m_tx.query(kCopies);
        copies.bind(":receipt", receipt).run();
        if (copies.next()) copy.number = copies.int32(0) + 1;
    }
    m_tx.query(kAddCopy)
        .bind(":id", copy.id)
        .bind(":receipt", receipt)
        .bind(":copy", copy.number)
        .bind(":at", m_tx.now())
        .bind(":clerk", clerk)
        .run();
    copy.rowDigest = RowDigest()
                         .add(copy.id)
                         .add(receipt.raw())
                         .add(copy.number)
                         .add(storedTime(m_tx.now()))
                         .add(clerk)
                         .hex();
    return copy;
}

} // namespace sanad
