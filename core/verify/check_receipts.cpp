#include "core/verify/checks.h"

#include "core/crypto/hash.h"
#include "core/crypto/signing.h"
#include "core/ledger/numbers.h"
#include "core/receipts/receipt_draft.h"
#include "core/receipts/receipt_posting.h"
#include "core/receipts/receipt_repository.h"
#include "core/settings/settings_repository.h"

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kPage = 4000;
/// A receipt's lines and payments get their ids within this of its own, in units of ids (one second).
constexpr std::int64_t kIdWindow = 1000LL << 21;

constexpr auto kReceipts =
    "SELECT " SANAD_RECEIPT_COLUMNS " FROM receipt WHERE id > :after ORDER BY id LIMIT :limit";
constexpr auto kLines =
    "SELECT " SANAD_LINE_COLUMNS " FROM receipt_line WHERE id > :first AND id < :end ORDER BY id";
constexpr auto kPayments =
    "SELECT " SANAD_PAYMENT_COLUMNS " FROM receipt_payment WHERE id > :first AND id < :end ORDER BY id";
constexpr auto kLinesOf =
    "SELECT " SANAD_LINE_COLUMNS " FROM receipt_line WHERE receipt_id = :receipt ORDER BY id";
constexpr auto kPaymentsOf =
    "SELECT " SANAD_PAYMENT_COLUMNS " FROM receipt_payment WHERE receipt_id = :receipt ORDER BY id";
constexpr auto kRows = "SELECT (SELECT count(*) FROM receipt_line), (SELECT count(*) FROM receipt_payment)";
constexpr auto kOthers = R"(
    SELECT r.series, r.number FROM receipt r
    LEFT JOIN (SELECT receipt_id, count(*) AS held FROM receipt_line GROUP BY receipt_id) l ON l.receipt_id = r.id
    LEFT JOIN (SELECT receipt_id, count(*) AS held FROM receipt_payment GROUP BY receipt_id) p ON p.receipt_id = r.id
    WHERE r.lines < COALESCE(l.held, 0) OR r.payments < COALESCE(p.held, 0)
    ORDER BY r.id LIMIT 20)";
constexpr auto kParties = "SELECT id, sealed FROM receipt_party WHERE id >= :first AND id <= :last";

struct Checked {
    ReceiptRecord record;
    QByteArray party; // sealed; null when the row is gone
    QByteArray content;
    QByteArray posting; // digest of the entries that follow from it
    bool signatureHolds = false;
};

void addLines(Query& query, const QHash<std::int64_t, Checked*>& byId)
{
    while (query.next()) {
        auto line = readLine(query);
        if (Checked* owner = byId.value(line.receipt.raw())) owner->record.lines.push_back(std::move(line));
    }
}

void addPayments(Query& query, const QHash<std::int64_t, Checked*>& byId)
{
    while (query.next()) {
        auto paid = readPayment(query);
        if (Checked* owner = byId.value(paid.receipt.raw()))
            owner->record.payments.push_back(std::move(paid));
    }
}

/// Where the window missed a row, or there is none: asked for by the receipt itself.
void readAgain(Tx& tx, Checked& one)
{
    one.record.lines.clear();
    one.record.payments.clear();
    const QHash<std::int64_t, Checked*> byId{{one.record.id.raw(), &one}};
    {
        auto lines = tx.query(kLinesOf);
        lines.bind(":receipt", one.record.id).run();
        addLines(lines, byId);
    }
    auto payments = tx.query(kPaymentsOf);
    payments.bind(":receipt", one.record.id).run();
    addPayments(payments, byId);
}

std::vector<Checked> readPage(Tx& tx, std::int64_t after)
{
    std::vector<Checked> page;
    {
        auto query = tx.query(kReceipts);
        query.bind(":after", after).bind(":limit", kPage).run();
        while (query.next())
            page.push_back({readReceipt(query), {}, {}, {}, false});
    }
    if (page.empty()) return page;
    QHash<std::int64_t, Checked*> byId;
    for (Checked& one : page)
        byId.insert(one.record.id.raw(), &one);
    const std::int64_t first = page.front().record.id.raw();
    const std::int64_t last = page.back().record.id.raw();
    {
        auto lines = tx.query(kLines);
        lines.bind(":first", first).bind(":end", last + kIdWindow).run();
        addLines(lines, byId);
    }
    {
        auto payments = tx.query(kPayments);
        payments.bind(":first", first).bind(":end", last + kIdWindow).run();
        addPayments(payments, byId);
    }
    {
        auto parties = tx.query(kParties);
        parties.bind(":first", first).bind(":last", last).run();
        while (parties.next())
            if (Checked* owner = byId.value(parties.int64(0))) owner->party = parties.bytes(1);
    }
    for (Checked& one : page)
        if (std::ssize(one.record.lines) != one.record.lineCount ||
            std::ssize(one.record.payments) != one.record.paymentCount)
            readAgain(tx, one);
    return page;
}

/// Null where amounts run over: check() names their sums.
QByteArray postingDigest(const ReceiptRecord& record)
{
    try {
        return ledgerDigest(postingOf(record));
    } catch (const MoneyOverflow&) {
        return {};
    }
}

/// Digests and signatures, which cost the time, on every core.
void compute(std::vector<Checked>& page, const std::vector<QByteArray>& keys)
{
    const auto work = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            Checked& one = page[i];
            one.content = contentDigest(one.record);
            one.posting = postingDigest(one.record);
            const QByteArray body = receiptQrBody(qrOf(one.record)).toUtf8();
            one.signatureHolds = std::any_of(keys.begin(), keys.end(),
                [&](const QByteArray& key) { return verifySignature(key, body, one.record.signature); });
        }
    };
    const std::size_t workers = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    const std::size_t share = (page.size() + workers - 1) / workers;
    std::vector<std::jthread> threads;
    for (std::size_t from = 0; from < page.size(); from += share)
        threads.emplace_back(work, from, std::min(page.size(), from + share));
}

/// The rule of the sums that broke, or nothing.
QString brokenSum(const ReceiptRecord& record)
{
    Money government, service, discount, vat, total, paid;
    for (const auto& [id, receipt, line, income] : record.lines) {
        if (line.vat != vatWithin(line.serviceFee - line.discount, line.vatRateThousandths))
            return u"VAT of a line"_s;
        government += line.governmentFee;
        service += line.serviceFee;
        discount += line.discount;
        vat += line.vat;
        total += line.total();
    }
    for (const auto& [id, receipt, payment, tender] : record.payments) {
        if (payment.given != payment.amount && payment.tender != Tender::Cash)
            return u"change not from cash"_s;
        paid += payment.amount;
    }
    if (government != record.governmentFees || service != record.serviceFees ||
        discount != record.discounts || vat != record.vat || total != record.total)
        return u"sums of the lines"_s;
    if (paid != record.total) return u"sum of the payments"_s;
    return {};
}

void check(const Checked& one, Evidence& evidence, Breaches& breaches)
{
    const ReceiptRecord& record = one.record;
    const QString number = numberText(record.series, record.number);
    const auto fault = [&](const QString& invariant, const QString& what) {
        breaches.add(invariant, u"receipt"_s, number, what);
    };
    if (record.lines.empty() || std::ssize(record.lines) != record.lineCount)
        fault(u"one-piece"_s, u"has %1 lines of %2"_s.arg(record.lines.size()).arg(record.lineCount));
    if (std::ssize(record.payments) != record.paymentCount)
        fault(
            u"one-piece"_s, u"has %1 payments of %2"_s.arg(record.payments.size()).arg(record.paymentCount));
    if (!one.party.isNull() &&
        sha256(one.party) != evidence.parties.value(record.id.raw(), record.partyDigest))
        fault(u"chain"_s, u"party changed"_s);
    if (one.party.isNull() &&
        evidence.rows.value(u"receipt_party:"_s + record.id.text(), u"-"_s) != QString())
        fault(u"one-piece"_s, u"party is gone without an erasure"_s);
    if (const QString broken = brokenSum(record); !broken.isEmpty())
        fault(u"balance"_s, broken + u" does not fit"_s);

    const auto issue = evidence.receipts.constFind(record.id.raw());
    if (issue == evidence.receipts.constEnd()) {
        fault(u"one-piece"_s, u"has no audit line"_s);
    } else {
        if (issue->content != one.content)
            fault(u"chain"_s, u"a column of it, its lines or payments was changed"_s);
        if (record.link != chainLink(issue->chainBefore, issue->content))
            fault(u"chain"_s, u"is not linked to the audit line before it"_s);
    }
    const auto posting = evidence.postings.find({documentKindKey(DocumentKind::Receipt), record.id.raw()});
    const bool posted = posting != evidence.postings.end();
    if (posted) posting->founded = true;
    if ((posted ? posting->digest : QByteArray()) != one.posting)
        fault(u"balance"_s, u"what was posted does not follow from its payments and lines"_s);
    if (!one.signatureHolds) fault(u"chain"_s, u"signature does not verify"_s);
}

/// Those that the window passed by while it met as many as the receipt says.
void checkUnmet(Tx& tx, std::int64_t lines, std::int64_t payments, Breaches& breaches)
{
    {
        auto rows = tx.query(kRows);
        rows.run().next();
        if (rows.int64(0) == lines && rows.int64(1) == payments) return;
    }
    auto others = tx.query(kOthers);
    others.run();
    while (others.next())
        breaches.add(u"one-piece"_s, u"receipt"_s, numberText(others.text(0), others.int64(1)),
            u"has lines or payments beside its own"_s);
}

} // namespace

ReceiptFigures checkReceipts(Tx& tx, Evidence& evidence, Breaches& breaches)
{
    const auto keys = SettingsRepository(tx).signingPublicKeys();
    ReceiptFigures figures;
    std::int64_t after = 0, found = 0, lines = 0, payments = 0;
    for (auto page = readPage(tx, after); !page.empty(); page = readPage(tx, after)) {
        compute(page, keys);
        for (const Checked& one : page) {
            if (evidence.receipts.contains(one.record.id.raw())) ++found;
            lines += std::ssize(one.record.lines);
            payments += std::ssize(one.record.payments);
            try {
                check(one, evidence, breaches);
                const Receipt receipt = receiptOf(one.record);
                auto& day = figures.sums[one.record.businessDay];
                for (const auto& [key, sums] : figuresOf(receipt))
                    day[key] += sums;
                for (const auto& [key, name] : namesOf(receipt))
                    figures.names.insert(nameOf(one.record.businessDay, key, name));
            } catch (const MoneyOverflow&) {
                breaches.add(u"value"_s, u"receipt"_s, numberText(one.record.series, one.record.number),
                    u"its amounts come to more than any sum"_s);
            }
        }
        after = page.back().record.id.raw();
    }
    checkUnmet(tx, lines, payments, breaches);
    if (found != evidence.receipts.size())
        breaches.add(u"one-piece"_s, u"receipt"_s, {},
            u"%1 issued receipts are gone"_s.arg(evidence.receipts.size() - found));
    return figures;
}

} // namespace sanad
