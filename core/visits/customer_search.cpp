#include "core/visits/customer_search.h"

#include "core/base/digits.h"
#include "core/customers/customer_repository.h"
#include "core/queue/ticket_repository.h"
#include "core/receipts/receipt_repository.h"
#include "core/settings/settings_repository.h"
#include "core/transactions/draft_repository.h"
#include "core/transactions/transaction_repository.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kOfTicket = R"(
    SELECT customer_id FROM receipt WHERE branch_id = :branch AND business_day = :day AND ticket = :ticket
    ORDER BY id DESC LIMIT 1)";

/// Whoever the number stands for; nobody when it is none.
CustomerId customerOfNumber(Tx& tx, const QString& number)
{
    if (const auto receipt = ReceiptRepository(tx).byNumber(number)) return receipt->customer;
    if (const auto transaction = TransactionRepository(tx).byNumber(number)) return transaction->applicant;
    const QDate today = businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour);
    const auto ticket = TicketRepository(tx).byNumber(number, today);
    if (!ticket) return {};
    for (const Draft& draft : DraftRepository(tx).ofTicket(ticket->id))
        if (!draft.applicant.isNull()) return draft.applicant;
    auto query = tx.query(kOfTicket);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(today)).bind(":ticket", number).run();
    return query.next() ? query.id<CustomerId>(0) : CustomerId();
}

} // namespace

Result<std::vector<CustomerMatch>> findCustomers(
    Database& db, const QString& text, int limit, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewCustomers));
    static const QRegularExpression number(u"^[A-Z][A-Z0-9]*-[0-9]+$"_s);
    const QString typed = documentNumber(text);
    std::vector<CustomerMatch> list;
    if (number.match(typed).hasMatch()) {
        SANAD_TRY_VALUE(named, db.read([&](Tx& tx) -> Result<std::vector<CustomerMatch>> {
            const CustomerId id = customerOfNumber(tx, typed);
            return CustomerRepository(tx).matches(id.isNull() ? std::vector<CustomerId>() : std::vector{id});
        }));
        list = std::move(named);
    }
    SANAD_TRY_VALUE(found, CustomerService(db).find(text, limit, by));
    for (CustomerMatch& match : found) {
        const bool known = std::any_of(
            list.begin(), list.end(), [&](const CustomerMatch& other) { return other.id == match.id; });
        if (!known && static_cast<int>(list.size()) < limit) list.push_back(std::move(match));
    }
    return list;
}

} // namespace sanad
