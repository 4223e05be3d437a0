#include "core/verify/checks.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

struct Rule {
    const char* sql; // names the rows that break it
    const char* invariant;
    const char* table;
    const char* what;
};

// Every row names what it belongs to, and that names it back, with the same figures.
constexpr Rule kRules[] = {
    {"SELECT l.id FROM receipt_line l WHERE NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = l.receipt_id) "
     "LIMIT 20",
        "one-piece", "receipt_line", "belongs to no receipt"},
    {"SELECT p.id FROM receipt_payment p WHERE NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = "
     "p.receipt_id) LIMIT 20",
        "one-piece", "receipt_payment", "belongs to no receipt"},
    {"SELECT p.id FROM receipt_party p WHERE NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = p.id) LIMIT 20",
        "one-piece", "receipt_party", "belongs to no receipt"},
    {R"(SELECT l.id FROM receipt_line l LEFT JOIN service_transaction t ON t.id = l.transaction_id
        WHERE l.transaction_id IS NOT NULL AND (t.id IS NULL OR t.receipt_id IS NULL OR t.receipt_id <> l.receipt_id)
        LIMIT 20)",
        "one-piece", "receipt_line", "its transaction does not name the receipt"},
    {R"(SELECT t.id FROM service_transaction t
        WHERE t.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = t.receipt_id) LIMIT 20)",
        "one-piece", "service_transaction", "names a receipt that does not exist"},
    {R"(SELECT t.id FROM service_transaction t JOIN receipt_line l ON l.transaction_id = t.id
        WHERE t.receipt_id = l.receipt_id AND (t.service <> l.service OR t.agency <> l.agency
            OR t.government_baisa <> l.government_baisa OR t.service_baisa <> l.service_baisa
            OR t.discount_baisa <> l.discount_baisa) LIMIT 20)",
        "balance", "service_transaction", "was sold otherwise than its receipt says"},
    {R"(SELECT t.id FROM service_transaction t WHERE t.state <> COALESCE((SELECT m.to_state FROM transaction_move m
            WHERE m.transaction_id = t.id ORDER BY m.id DESC LIMIT 1), '') LIMIT 20)",
        "one-piece", "service_transaction", "is not in the state that its last move led to"},
    {R"(SELECT t.id FROM service_transaction t
        WHERE t.fee_state = 'confirmed' AND t.government_baisa > 0 AND t.reference <> '' AND NOT EXISTS
            (SELECT 1 FROM agency_movement a WHERE a.transaction_id = t.id AND a.kind = 'paid') LIMIT 20)",
        "trust", "service_transaction", "its fee is confirmed and was never paid on"},
    {R"(SELECT a.id FROM agency_movement a LEFT JOIN service_transaction t ON t.id = a.transaction_id
        WHERE a.kind = 'paid' AND (t.id IS NULL OR t.fee_state = 'unpaid' OR t.agency <> a.agency
            OR (t.government_baisa <> a.amount_baisa AND NOT (t.fee_state = 'refunded' AND t.government_baisa = 0)))
        LIMIT 20)",
        "trust", "agency_movement", "pays a fee that its transaction does not say"},
    {R"(SELECT a.id FROM agency_movement a WHERE a.kind = 'refunded' AND NOT EXISTS
            (SELECT 1 FROM agency_movement p WHERE p.transaction_id = a.transaction_id AND p.kind = 'paid'
                AND p.agency = a.agency AND p.amount_baisa = a.amount_baisa AND p.account = a.account
                AND p.part = a.part) LIMIT 20)",
        "trust", "agency_movement", "gives back what was never paid on"},
    {"SELECT m.id FROM cash_move m WHERE NOT EXISTS (SELECT 1 FROM shift s WHERE s.id = m.shift_id) LIMIT 20",
        "one-piece", "cash_move", "belongs to no shift"},
    {"SELECT n.id FROM shift_count n WHERE NOT EXISTS (SELECT 1 FROM shift s WHERE s.id = n.shift_id) LIMIT "
     "20",
        "one-piece", "shift_count", "belongs to no shift"},
    {"SELECT c.id FROM shift_close c WHERE NOT EXISTS (SELECT 1 FROM shift s WHERE s.id = c.id) LIMIT 20",
        "one-piece", "shift_close", "belongs to no shift"},
    {R"(SELECT c.id FROM shift_close c LEFT JOIN shift_count n ON n.id = c.count_id AND n.shift_id = c.id
        WHERE n.id IS NULL OR n.expected_baisa <> c.expected_baisa OR n.counted_baisa <> c.counted_baisa
        LIMIT 20)",
        "balance", "shift_close", "says otherwise than its count"},
    {"SELECT o.id FROM shift_sign_off o WHERE NOT EXISTS (SELECT 1 FROM shift_close c WHERE c.id = o.id) "
     "LIMIT "
     "20",
        "one-piece", "shift_sign_off", "belongs to no closed shift"},
    // What putIntoOutbox() reports: all but local work, and what is not sent directly once it has a
    // reference.
    {R"(SELECT t.id FROM service_transaction t JOIN receipt_line l ON l.transaction_id = t.id
        WHERE t.receipt_id = l.receipt_id
            AND (t.channel = 'rest' OR (t.channel <> 'local' AND (t.reference <> '' OR l.reference <> '')))
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.subject_id = t.id AND o.kind = 'transaction') LIMIT 20)",
        "once", "service_transaction", "has a receipt and no outbox row"},
    // A line without a reference is no witness: the agency may have given it later.
    {R"(SELECT t.id FROM service_transaction t JOIN receipt_line l ON l.transaction_id = t.id
        WHERE t.receipt_id = l.receipt_id AND l.reference <> '' AND t.reference <> l.reference
            AND (t.reference = '' OR NOT EXISTS (SELECT 1 FROM audit_line a
                WHERE a.act = 'transaction.reference-recorded' AND a.subject_id = t.id)) LIMIT 20)",
        "chain", "service_transaction",
        "has another portal reference than its receipt, and nobody recorded it"},
    {R"(SELECT min(o.id) FROM outbox o WHERE o.kind = 'transaction' AND o.state <> 'delivered'
        GROUP BY o.subject_id, o.channel HAVING count(*) > 1 LIMIT 20)",
        "once", "outbox", "its transaction waits for one portal twice"},
    // What a portal refused waits for a person until it is over; ready would say that it is on its way.
    {R"(SELECT o.id FROM outbox o JOIN service_transaction t ON t.id = o.subject_id
        WHERE o.state <> 'delivered' AND o.state = 'aside' AND o.kind = 'transaction'
            AND t.state NOT IN ('cancelled', 'handed_over') AND (t.state = 'ready' OR t.attention = 0) LIMIT 20)",
        "nothing-stuck", "outbox", "was refused, and its transaction asks nobody to mend it"},
    {R"(SELECT o.id FROM outbox o WHERE o.kind = 'transaction'
        AND NOT EXISTS (SELECT 1 FROM service_transaction t WHERE t.id = o.subject_id) LIMIT 20)",
        "one-piece", "outbox", "reports a transaction that does not exist"},
    {R"(SELECT k.transaction_id FROM document_checklist k
        WHERE NOT EXISTS (SELECT 1 FROM service_transaction t WHERE t.id = k.transaction_id)
            AND NOT EXISTS (SELECT 1 FROM transaction_draft d WHERE d.id = k.transaction_id) LIMIT 20)",
        "one-piece", "document_checklist", "belongs to no transaction and no draft"},
    {"SELECT n.customer_id FROM customer_number n WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = "
     "n.customer_id) LIMIT 20",
        "one-piece", "customer_number", "belongs to no customer"},
    {"SELECT s.customer_id FROM customer_consent s WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = "
     "s.customer_id) LIMIT 20",
        "one-piece", "customer_consent", "belongs to no customer"},
    {"SELECT a.company_id FROM customer_authorised a WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = "
     "a.company_id) LIMIT 20",
        "one-piece", "customer_authorised", "belongs to no customer"},
    {"SELECT b.transaction_id FROM transaction_beneficiary b WHERE NOT EXISTS (SELECT 1 FROM "
     "service_transaction t WHERE t.id = b.transaction_id) LIMIT 20",
        "one-piece", "transaction_beneficiary", "belongs to no transaction"},
    {"SELECT m.transaction_id FROM transaction_move m WHERE NOT EXISTS (SELECT 1 FROM service_transaction t "
     "WHERE t.id = m.transaction_id) LIMIT 20",
        "one-piece", "transaction_move", "belongs to no transaction"},
    {"SELECT p.breach_id FROM privacy_breach_person p WHERE NOT EXISTS (SELECT 1 FROM privacy_breach b WHERE "
     "b.id = p.breach_id) LIMIT 20",
        "one-piece", "privacy_breach_person", "belongs to no breach"},
    {"SELECT c.id FROM customer c JOIN erasure e ON e.customer_id = c.id LIMIT 20", "private", "customer",
        "was erased and is back"},
    {R"(SELECT d.id FROM document_file d JOIN service_transaction t ON t.id = d.transaction_id
        JOIN erasure e ON e.customer_id = t.applicant_id LIMIT 20)",
        "private", "document_file", "belongs to somebody who was erased"},
    // The largest simplified invoice: a full one must name the customer.
    {R"(SELECT r.id FROM receipt r JOIN erasure e ON e.customer_id = r.customer_id
        JOIN receipt_party p ON p.id = r.id
        WHERE r.vat_baisa = 0 OR r.service_baisa - r.discount_baisa - r.vat_baisa < 500000 LIMIT 20)",
        "private", "receipt_party", "names somebody who was erased"},
};

} // namespace

void checkPieces(Tx& tx, Breaches& breaches)
{
    for (const Rule& rule : kRules) {
        auto query = tx.query(rule.sql);
        query.run();
        while (query.next())
            breaches.add(QString::fromLatin1(rule.invariant), QString::fromLatin1(rule.table),
                QString::number(query.int64(0)), QString::fromLatin1(rule.what));
    }
}

} // namespace sanad
