#include "core/verify/checks.h"

#include "core/cash/shift_posting.h"
#include "core/ledger/agency_movement.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

// The newest shift of the counter before, whose drawer the float of an automatic one comes from.
constexpr auto kShifts = R"(
    SELECT s.id, s.business_day, s.float_baisa, s.automatic, s.counter,
        (SELECT p.id FROM shift p WHERE p.branch_id = s.branch_id AND p.counter = s.counter AND p.id < s.id
            AND p.business_day <= s.business_day ORDER BY p.id DESC LIMIT 1)
    FROM shift s ORDER BY s.id)";
// Ids do not go by the clock while one stands where no clock could have been.
constexpr auto kOthersOfCounter = "SELECT id FROM shift WHERE branch_id = :branch AND counter = :counter AND "
                                  "business_day <= :day AND id <> :id ORDER BY id";
constexpr auto kMoves = R"(
    SELECT m.id, m.shift_id, s.business_day, m.direction, m.counterpart, m.amount_baisa
    FROM cash_move m JOIN shift s ON s.id = m.shift_id ORDER BY m.id)";
constexpr auto kCloses = R"(
    SELECT c.id, s.business_day, c.expected_baisa, c.counted_baisa
    FROM shift_close c JOIN shift s ON s.id = c.id ORDER BY c.id)";
constexpr auto kMovements = R"(
    SELECT id, kind, agency, amount_baisa, account, part, business_day FROM agency_movement ORDER BY id)";

/// Holds the postings that lines vouch for against the rows that they are of.
class PostingCheck {
public:
    PostingCheck(Tx& tx, Evidence& evidence, Breaches& breaches)
        : m_tx(tx)
        , m_evidence(evidence)
        , m_breaches(breaches)
    {
    }

    void shiftsOpened()
    {
        std::vector<Shift> doubtful;
        {
            auto row = m_tx.query(kShifts);
            row.run();
            while (row.next()) {
                Shift shift;
                shift.id = row.id<ShiftId>(0);
                shift.businessDay = businessDayFrom(row.int32(1));
                shift.openingFloat = row.money(2);
                shift.automatic = row.boolean(3);
                shift.counter = row.text(4);
                const AccountRef source =
                    shift.automatic && !row.isNull(5) ? drawerOf(row.id<ShiftId>(5)) : safe();
                if (!isPosted(openingOf(shift, source))) doubtful.push_back(shift);
            }
        }
        for (const Shift& shift : doubtful)
            if (!shift.automatic || !fromAnotherDrawer(shift)) tell(u"shift"_s, shift.id.raw());
    }

    void cashMoved()
    {
        auto row = m_tx.query(kMoves);
        row.run();
        while (row.next()) {
            Shift shift;
            shift.id = row.id<ShiftId>(1);
            shift.businessDay = businessDayFrom(row.int32(2));
            const CashMove move{row.text(3) == "out"_L1 ? CashDirection::Out : CashDirection::In,
                row.text(4) == "bank"_L1 ? CashCounterpart::Bank : CashCounterpart::Safe, row.money(5), {}};
            hold(movementOf(row.int64(0), shift, move), u"cash_move"_s);
        }
    }

    void shiftsClosed()
    {
        auto row = m_tx.query(kCloses);
        row.run();
        while (row.next()) {
            Shift shift;
            shift.id = row.id<ShiftId>(0);
            shift.businessDay = businessDayFrom(row.int32(1));
            hold(closingOf(shift, row.money(2), row.money(3)), u"shift_close"_s);
        }
    }

    void agencyMoney()
    {
        auto row = m_tx.query(kMovements);
        row.run();
        while (row.next()) {
            const auto kind = agencyMovementFromKey(row.text(1));
            const auto account = accountFromKey(row.text(4));
            if (!kind || !account) continue; // what it posted belongs to nothing then
            hold(postingOf({row.int64(0), *kind, {}, row.text(2), row.money(3), {*account, row.text(5)}, {},
                     businessDayFrom(row.int32(6))}),
                u"agency_movement"_s);
        }
    }

    void nothingElse()
    {
        for (auto posting = m_evidence.postings.cbegin(); posting != m_evidence.postings.cend(); ++posting) {
            if (posting->founded) continue;
            const auto& [kind, id] = posting.key();
            m_breaches.add(u"one-piece"_s, u"ledger_entry"_s, u"%1 %2"_s.arg(kind).arg(id),
                documentKindFromKey(kind) ? u"belongs to nothing"_s : u"is of a kind that no act posts"_s);
        }
    }

private:
    /// Whether this, and nothing else, was posted for the document.
    bool isPosted(const LedgerDocument& document)
    {
        const QByteArray expected = ledgerDigest(document);
        const auto posting = m_evidence.postings.find({documentKindKey(document.kind), document.id});
        if (posting == m_evidence.postings.end()) return expected.isEmpty();
        posting->founded = true;
        return posting->digest == expected;
    }

    bool fromAnotherDrawer(const Shift& shift)
    {
        auto row = m_tx.query(kOthersOfCounter);
        row.bind(":branch", kBranch)
            .bind(":counter", shift.counter)
            .bind(":day", businessDayNumber(shift.businessDay))
            .bind(":id", shift.id)
            .run();
        while (row.next())
            if (isPosted(openingOf(shift, drawerOf(row.id<ShiftId>(0))))) return true;
        return false;
    }

    void hold(const LedgerDocument& document, const QString& table)
    {
        if (!isPosted(document)) tell(table, document.id);
    }

    void tell(const QString& table, std::int64_t id)
    {
        m_breaches.add(
            u"balance"_s, table, QString::number(id), u"what was posted does not follow from it"_s);
    }

    Tx& m_tx;
    Evidence& m_evidence;
    Breaches& m_breaches;
};

} // namespace

void checkPostings(Tx& tx, Evidence& evidence, Breaches& breaches)
{
    PostingCheck check(tx, evidence, breaches);
    check.shiftsOpened();
    check.cashMoved();
    check.shiftsClosed();
    check.agencyMoney();
    check.nothingElse();
}

} // namespace sanad
