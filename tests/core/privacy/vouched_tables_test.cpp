#include "core/customers/customer_rows.h"
#include "core/customers/customer_service.h"
#include "core/documents/document_service.h"
#include "core/privacy/erasure.h"
#include "core/privacy/privacy_service.h"
#include "core/queue/queue_service.h"
#include "core/transactions/transaction_service.h"
#include "core/verify/verify.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"
#include "tests/support/edits.h"

#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

Customer person(const QString& name, const QString& civilNumber)
{
    Customer customer;
    customer.nameAr = name;
    customer.nationality = u"OMN"_s;
    customer.identifiers = {{u"civil_number"_s, civilNumber, u"OMN"_s, {}}};
    return customer;
}

Result<DocumentFile> keepPaper(Desk& desk, TransactionId transaction)
{
    QTemporaryFile scan;
    REQUIRE(scan.open());
    scan.write("%PDF-1.7 a scan");
    scan.close();
    return DocumentService(*desk.db).add(transaction, u"ins"_s, scan.fileName(), {}, desk.by);
}

/// A bit of everything that is vouched for row by row.
struct Worked : Desk {
    DocumentFile paper;

    Worked()
    {
        CustomerService customers(*db);
        QueueService queue(*db);
        const Ticket ticket = must(queue.issue(u"A"_s, by));
        must(queue.issue(u"B"_s, by));
        Visit visit = must(parseVisit(renewalLine()));
        visit.ticket = ticket.number;
        must(VisitService(*db).complete(visit, by));
        paper =
            must(keepPaper(*this, TransactionId::fromRaw(number(u"SELECT id FROM service_transaction"_s))));
        must(customers.recordConsent(salim.id, u"v1"_s, u"ar"_s, by));
        const Customer other = must(customers.create(person(u"زهران الحارثي"_s, u"87654321"_s), by));
        const auto consent = approvalFor(*db, mergeAct(salim.id, other.id), by);
        must(customers.merge(salim.id, other.id, consent, by));
        Customer firm;
        firm.kind = CustomerKind::Company;
        firm.nameAr = u"شركة النور للتجارة"_s;
        firm.identifiers = {{u"cr_number"_s, u"1234567"_s, u"OMN"_s, {}}};
        must(customers.authorise(must(customers.create(firm, by)).id, {salim.id, u"مدير"_s, {}}, by));
        must(PrivacyService(*db).recordBreach({}, u"ضاع ملف"_s, {salim.id}, by));
    }
    std::vector<Breach> verified() { return must(verifyCentre(*db)); }
};

bool finds(const std::vector<Breach>& breaches, const QString& where)
{
    return std::any_of(breaches.begin(), breaches.end(), [&](const Breach& one) {
        return (one.invariant == u"chain" || one.invariant == u"value") && one.where.startsWith(where);
    });
}

} // namespace

TEST_CASE("An edit of a customer, a number, a consent, a transaction, a move, a paper, a ticket or a breach "
          "is found",
    "[verify]")
{
    struct Edit {
        QString table, sql, where;
    };
    const std::vector<Edit> edits{
        {u"customer"_s, u"UPDATE customer SET name_ar = 'x' WHERE kind = 'company'"_s, u"customer "_s},
        {u"customer"_s, u"UPDATE customer SET merged_into = NULL"_s, u"customer "_s},
        {u"customer_number"_s,
            u"UPDATE customer_number SET expiry = '2031-01-01' WHERE kind = 'civil_number'"_s,
            u"customer "_s},
        {u"customer_number"_s, u"DELETE FROM customer_number WHERE kind = 'phone'"_s, u"customer "_s},
        {u"customer_number"_s, u"DELETE FROM customer_number WHERE kind = 'plate_number'"_s,
            u"customer_number "_s},
        {u"customer_consent"_s, u"UPDATE customer_consent SET withdrawn_at = NULL, text_version = 'v2'"_s,
            u"customer "_s},
        {u"customer_authorised"_s, u"DELETE FROM customer_authorised"_s, u"customer "_s},
        {u"customer_merge"_s, u"UPDATE customer_merge SET clerk = 'x'"_s, u"customer_merge "_s},
        {u"service_transaction"_s, u"UPDATE service_transaction SET reference = '7'"_s,
            u"service_transaction "_s},
        {u"service_transaction"_s, u"UPDATE service_transaction SET applicant_id = 7"_s,
            u"service_transaction "_s},
        {u"transaction_move"_s, u"UPDATE transaction_move SET actor = 'x'"_s, u"service_transaction "_s},
        {u"transaction_move"_s, u"DELETE FROM transaction_move WHERE from_state IS NULL"_s,
            u"service_transaction "_s},
        {u"document_checklist"_s, u"UPDATE document_checklist SET states = 'veh seen'"_s,
            u"service_transaction "_s},
        {u"document_checklist"_s, u"DELETE FROM document_checklist"_s, u"service_transaction "_s},
        {u"document_file"_s, u"UPDATE document_file SET keep_until = 20200101"_s, u"document_file "_s},
        {u"document_file"_s, u"UPDATE document_file SET expiry = 20200101"_s, u"document_file "_s},
        {u"document_file"_s, u"UPDATE document_file SET code = 'veh'"_s, u"document_file "_s},
        {u"document_file"_s, u"UPDATE document_file SET transaction_id = 7"_s, u"document_file "_s},
        {u"document_file"_s, u"DELETE FROM document_file"_s, u"document_file "_s},
        {u"ticket"_s, u"UPDATE ticket SET state = 'no_show' WHERE state = 'waiting'"_s, u"ticket "_s},
        {u"ticket"_s, u"DELETE FROM ticket WHERE state = 'done'"_s, u"ticket "_s},
        {u"privacy_breach_person"_s, u"DELETE FROM privacy_breach_person"_s, u"privacy_breach "_s},
        {u"privacy_breach"_s, u"UPDATE privacy_breach SET told_at = 'x'"_s, u"privacy_breach "_s},
        // What reads back the same, and is not the same to a question.
        {u"privacy_breach"_s, u"UPDATE privacy_breach SET reported_at = '', closed_at = ''"_s,
            u"privacy_breach "_s},
        {u"customer_consent"_s, u"UPDATE customer_consent SET withdrawn_at = ''"_s, u"customer_consent "_s},
        {u"customer_consent"_s, u"UPDATE customer_consent SET guardian_id = 0"_s, u"customer_consent "_s},
        {u"customer_merge"_s, u"UPDATE customer_merge SET undone_at = ''"_s, u"customer_merge "_s},
        {u"customer"_s, u"UPDATE customer SET restricted_at = ''"_s, u"customer "_s},
        {u"ticket"_s, u"UPDATE ticket SET ended_at = '' WHERE ended_at IS NULL"_s, u"ticket "_s},
        {u"service_transaction"_s, u"UPDATE service_transaction SET payer_id = 0"_s,
            u"service_transaction "_s},
        {u"transaction_move"_s, u"UPDATE transaction_move SET from_state = '' WHERE from_state IS NULL"_s,
            u"transaction_move "_s},
        {u"audit_line"_s, u"UPDATE audit_line SET staff_id = 0 WHERE staff_id IS NULL"_s, u"audit_line "_s},
        {u"customer_number"_s,
            u"UPDATE customer_number SET expiry = '2001-01-01' WHERE kind = 'plate_number'"_s,
            u"customer_number "_s},
    };
    for (const Edit& one : edits) {
        Worked desk;
        REQUIRE(desk.verified() == std::vector<Breach>{});
        edit(*desk.db, one.table, one.sql);
        INFO(one.sql.toStdString());
        CHECK(finds(desk.verified(), one.where));
    }
}

TEST_CASE("A word where a number is missing is found", "[verify]")
{
    Worked desk;
    if (desk.db->onServer()) return; // it holds numbers only
    edit(*desk.db, u"service_transaction"_s, u"UPDATE service_transaction SET payer_id = 'x'"_s);
    CHECK(finds(desk.verified(), u"service_transaction "_s));
}

TEST_CASE("Customers that were all deleted are missed, and the first is named", "[verify]")
{
    Worked desk;
    for (const auto& table :
        {u"customer_number"_s, u"customer_consent"_s, u"customer_authorised"_s, u"customer_merge"_s})
        edit(*desk.db, table, u"DELETE FROM "_s + table);
    edit(*desk.db, u"customer"_s, u"UPDATE customer SET merged_into = NULL"_s);
    edit(*desk.db, u"customer"_s, u"DELETE FROM customer"_s);
    const auto breaches = desk.verified();
    CHECK(finds(breaches, u"customer "_s + desk.salim.id.text()));
    CHECK(std::any_of(breaches.begin(), breaches.end(),
        [](const Breach& one) { return one.what == u"is gone, and 2 more"; }));
}

TEST_CASE("A customer written past the program is found", "[verify]")
{
    Worked desk;
    edit(*desk.db, u"customer"_s,
        u"INSERT INTO customer (id, branch_id, kind, name_ar, name_en, search_text, sex, nationality, "
        u"wilayat, "
        "language, person_sealed, created_at, updated_at) SELECT 77, 1, kind, name_ar, name_en, '', sex, "
        "nationality, wilayat, language, person_sealed, created_at, updated_at FROM customer LIMIT 1"_s);
    const auto breaches = desk.verified();
    REQUIRE(breaches.size() == 1);
    CHECK(breaches.front() == Breach{u"one-piece"_s, u"customer 77"_s, u"has no audit line"_s});
}

TEST_CASE("A row that belongs to nothing, to another branch or to a series or role of nobody's is found",
    "[verify]")
{
    struct Edit {
        QString table, sql;
        Breach breach;
    };
    const auto kOtherBranch = u"its branch_id is another one than the centre's"_s;
    const std::vector<Edit> edits{
        {u"transaction_beneficiary"_s, u"INSERT INTO transaction_beneficiary VALUES (77, 1, 1, 5)"_s,
            {u"one-piece"_s, u"transaction_beneficiary 77"_s, u"belongs to no transaction"_s}},
        {u"transaction_move"_s,
            u"INSERT INTO transaction_move VALUES (78, 1, 77, NULL, 'ready', 'opened', 5, 'x', 'C1', 'x')"_s,
            {u"one-piece"_s, u"transaction_move 77"_s, u"belongs to no transaction"_s}},
        {u"approval_use"_s, u"UPDATE approval_use SET branch_id = 2"_s,
            {u"value"_s, u"approval_use "_s, kOtherBranch}},
        {u"audit_head"_s, u"INSERT INTO audit_head SELECT 2, number, hash FROM audit_head"_s,
            {u"value"_s, u"audit_head 2"_s, kOtherBranch}},
        {u"number_series"_s, u"INSERT INTO number_series VALUES (1, 'C7', 0, '')"_s,
            {u"numbers"_s, u"number_series C7"_s, u"is no series of this centre"_s}},
        {u"number_series"_s, u"INSERT INTO number_series VALUES (1, 'C2', 0, 'D2AAAA')"_s,
            {u"numbers"_s, u"number_series C2"_s, u"is named as no restore does"_s}},
        {u"number_series"_s, u"INSERT INTO number_series VALUES (2, 'C2', 0, 'C2AAAA')"_s,
            {u"value"_s, u"number_series 2 C2"_s, kOtherBranch}},
        {u"role_permission"_s,
            u"INSERT INTO role_permission (branch_id, role, permission) VALUES (1, 'clera', 'staff.manage')"_s,
            {u"chain"_s, u"role clera"_s, u"changed"_s}},
    };
    for (const Edit& one : edits) {
        Worked desk;
        edit(*desk.db, one.table, one.sql);
        INFO(one.sql.toStdString());
        const auto breaches = desk.verified();
        CHECK(std::any_of(breaches.begin(), breaches.end(), [&](const Breach& each) {
            return each.invariant == one.breach.invariant && each.what == one.breach.what &&
                each.where.startsWith(one.breach.where);
        }));
    }
}

TEST_CASE("Digests of rows lie in lines of their act, and hold no personal data", "[verify]")
{
    Worked desk;
    CHECK(desk.number(u"SELECT count(*) FROM audit_line WHERE act = 'rows.written'"_s) == 0);
    CHECK(desk.number(u"SELECT count(*) FROM audit_line WHERE payload LIKE '%الحارثي%'"_s) == 0);
    // Of the visit, and of the paper that was kept with its checklist.
    CHECK(desk.number(u"SELECT count(*) FROM audit_line WHERE payload LIKE '%service_transaction:%'"_s) == 2);
    CHECK(desk.number(u"SELECT count(*) FROM audit_line WHERE act = 'document.added'"
                      " AND payload LIKE '%document_file:%'"_s) == 1);
}

TEST_CASE("A fee that was given back before the customer paid is no breach", "[verify]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction ready =
        must(transactions.submit(desk.renewalDraft().id, TransactionState::Ready, desk.by));
    for (const FeeState state : {FeeState::Confirmed, FeeState::Refunded})
        must(transactions.recordReference(ready.id, u"7781234"_s, state, desk.by));
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
    must(VisitService(*desk.db).completeDrafts({ready.id}, {}, desk.by));
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
}

TEST_CASE(
    "Papers that are ticked off, kept, removed and paid for later are vouched for as they are", "[verify]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    DocumentService documents(*desk.db);
    const Draft draft = desk.renewalDraft();
    must(documents.mark(draft.id, u"veh"_s, DocumentState::Seen, desk.by));
    const Transaction ready = must(transactions.submit(draft.id, TransactionState::Ready, desk.by));
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
    const auto kept = must(keepPaper(desk, ready.id));
    must(documents.mark(ready.id, u"veh"_s, DocumentState::Missing, desk.by));
    must(documents.mark(ready.id, u"veh"_s, DocumentState::Seen, desk.by));
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
    must(documents.remove(kept.id, desk.by));
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
    must(VisitService(*desk.db).completeDrafts({ready.id}, {}, desk.by));
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
}

TEST_CASE("A paper whose term is set anew, or is over, is vouched for as it is", "[verify]")
{
    Worked desk;
    must(PrivacyService(*desk.db).setRetention({u""_s, 6}, desk.by));
    const auto until = [&] {
        return desk.number(u"SELECT coalesce(max(keep_until), 0) FROM document_file"_s);
    };
    CHECK(until() == businessDayNumber(desk.paper.addedAt.toTimeZone(centreZone()).date().addMonths(6)));
    CHECK(desk.verified() == std::vector<Breach>{});
    desk.db->setClock(steppingClock(QDateTime({2027, 5, 30}, {8, 0}, Qt::UTC)));
    CHECK(must(DocumentService(*desk.db).purge(desk.by)) == 1);
    CHECK(until() == 0);
    CHECK(desk.verified() == std::vector<Breach>{});
}

TEST_CASE("A discarded draft takes its list of papers along, and a list of nothing is found", "[verify]")
{
    Desk desk;
    const Draft draft = desk.renewalDraft();
    must(DocumentService(*desk.db).mark(draft.id, u"veh"_s, DocumentState::Seen, desk.by));
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
    must(TransactionService(*desk.db).discard(draft.id, desk.by));
    CHECK(desk.number(u"SELECT count(*) FROM document_checklist"_s) == 0);
    edit(*desk.db, u"document_checklist"_s,
        u"INSERT INTO document_checklist (transaction_id, branch_id, states) VALUES (77, 1, 'veh seen')"_s);
    CHECK(must(verifyCentre(*desk.db)) ==
        std::vector<Breach>{
            {u"one-piece"_s, u"document_checklist 77"_s, u"belongs to no transaction and no draft"_s}});
}

TEST_CASE("Many rows of one act get lines of their own", "[verify]")
{
    Worked desk;
    vouchFor(*desk.db, kCustomerRows);
    CHECK(desk.number(u"SELECT count(*) FROM audit_line WHERE act = 'rows.written'"_s) == 1);
    CHECK(desk.verified() == std::vector<Breach>{});
}
