#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/service_codes.h"
#include "core/transactions/made_with.h"
#include "core/transactions/service_form.h"
#include "core/transactions/transaction_service.h"
#include "ui/text/act_text.h"
#include "ui/text/answer_text.h"
#include "ui/text/format.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::vector<std::string> states;
    std::string service, from, to, text, number;
    bool needsPerson = false;
    int limit = 100;
};

QJsonObject json(const Transaction& transaction)
{
    return {{u"number"_s, transaction.number}, {u"service"_s, transaction.serviceCode},
        {u"state"_s, transactionStateKey(transaction.state)}, {u"agency"_s, transaction.agency},
        {u"channel"_s, transaction.channel}, {u"portal_reference"_s, transaction.portalReference},
        {u"fee_state"_s, feeStateKey(transaction.feeState)}, {u"customer"_s, transaction.applicant.text()},
        {u"counter"_s, transaction.counter}, {u"business_day"_s, jsonDay(transaction.businessDay)},
        {u"government_fee_baisa"_s, jsonMoney(transaction.fee.governmentFee)},
        {u"service_fee_baisa"_s, jsonMoney(transaction.fee.serviceFee)},
        {u"discount_baisa"_s, jsonMoney(transaction.fee.discount)},
        {u"paid"_s, !transaction.receipt.isNull()}, {u"opened_at"_s, jsonTime(transaction.openedAt)},
        {u"changed_at"_s, jsonTime(transaction.changedAt)},
        {u"promised_at"_s, jsonTime(transaction.promisedAt)}};
}

Result<TransactionFilter> filterOf(const Options& options)
{
    TransactionFilter filter;
    for (const std::string& key : options.states) {
        const auto state = transactionStateFromKey(QString::fromStdString(key));
        if (!state) return Error{ErrorCode::Usage, u"ctl.state"_s, {QString::fromStdString(key)}, {}};
        filter.states.push_back(*state);
    }
    filter.serviceCode = QString::fromStdString(options.service);
    if (!options.text.empty()) {
        SANAD_TRY_VALUE(text, textArgument(options.text));
        filter.text = text;
    }
    filter.needsPerson = options.needsPerson;
    if (!options.from.empty()) {
        SANAD_TRY_VALUE(from, dayArgument(options.from));
        filter.from = from;
    }
    if (!options.to.empty()) {
        SANAD_TRY_VALUE(to, dayArgument(options.to));
        filter.to = to;
    }
    if (filter.from.isValid() && filter.to.isValid() && filter.to < filter.from)
        return Error{ErrorCode::Invalid, u"reports.period"_s, {}, {}};
    return filter;
}

/// A service that the catalogue has had on some day, or that is the centre's own.
Result<> knownService(Database& db, const QString& code)
{
    if (code.isEmpty()) return {};
    return db.read([&](Tx& tx) -> Result<> {
        const auto catalogue = CatalogueRepository(tx).catalogue();
        const QDate today = catalogueDay(tx.now());
        if (catalogue->isOfPack(code) || catalogue->service(code, today)) return {};
        return Error{
            ErrorCode::NotFound, u"ctl.no-service"_s, {code, codesLike(*catalogue, code, today)}, {}};
    });
}

Exit list(Frame& frame, const Options& options)
{
    constexpr int kPage = 200;
    CTL_VALUE(frame, filter, filterOf(options));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, known, knownService(*session.db, filter.serviceCode));
    TransactionService transactions(*session.db);
    Table table({Ctl::tr("Number"), Ctl::tr("Day"), Ctl::tr("Service"), Ctl::tr("State"), Ctl::tr("Fee"),
        Ctl::tr("Reference")});
    std::optional<ListAnchor> after = ListAnchor();
    for (int left = options.limit; after && left > 0;) {
        CTL_VALUE(frame, page, transactions.list(filter, *after, std::min(left, kPage), session.actor));
        for (const Transaction& each : page.rows) {
            if (frame.json && !frame.print(json(each))) return frame.failOutput();
            table.add({each.number, dateText(each.businessDay), each.serviceCode,
                Ctl::word(transactionStateKey(each.state)), Ctl::word(feeStateKey(each.feeState)),
                each.portalReference});
        }
        left -= static_cast<int>(page.rows.size());
        after = page.next;
    }
    if (frame.json) return Exit::Done;
    const QString none = Ctl::tr("No transaction.");
    return frame.print(table.isEmpty() ? none : table.text()) ? Exit::Done : frame.failOutput();
}

/// The answers by the words of their form; by its keys where no pack tells of it any more.
void addAnswers(Table& facts, const MadeWith& made, const QJsonObject& answers, Language language)
{
    const auto form = serviceForm(made.service);
    for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
        const FormField* field = form ? (*form)->layout.field(answer.key()) : nullptr;
        if (!field)
            facts.add({answer.key(), answer.value().toVariant().toString()});
        else if (answer.value().isArray())
            facts.add({field->label.in(language == Language::Arabic),
                answerRows(*field, answer.value().toArray(), language).join(u"; "_s)});
        else
            facts.add({field->label.in(language == Language::Arabic),
                answerText(*field, answer.value(), language)});
    }
}

Exit show(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    TransactionService transactions(*session.db);
    CTL_VALUE(frame, found, transactions.find(QString::fromStdString(options.number), session.actor));
    CTL_VALUE(frame, transaction, transactions.get(found.id, session.actor));
    CTL_VALUE(frame, moves, transactions.moves(found.id, session.actor));

    QJsonObject object = json(transaction);
    object.insert(u"form"_s, transaction.form);
    object.insert(u"reason"_s, transaction.reason);
    QJsonArray steps;
    Table history({Ctl::tr("When"), Ctl::tr("Act"), Ctl::tr("State"), Ctl::tr("By")});
    for (const TransactionMove& move : moves) {
        steps.append(QJsonObject{{u"at"_s, jsonTime(move.at)}, {u"act"_s, move.act},
            {u"to"_s, transactionStateKey(move.to)}, {u"user"_s, move.user}});
        history.add({dateTimeText(move.at), actText(u"transaction."_s + move.act, frame.language()),
            Ctl::word(transactionStateKey(move.to)), move.user});
    }
    object.insert(u"moves"_s, steps);

    Table facts({transaction.number, transaction.serviceCode});
    facts.add({Ctl::tr("State"), Ctl::word(transactionStateKey(transaction.state))});
    facts.add({Ctl::tr("Agency"), transaction.agency + u" ("_s + Ctl::word(transaction.channel) + u')'});
    facts.add({Ctl::tr("Reference"), transaction.portalReference});
    facts.add({Ctl::tr("Government fee"),
        moneyText(transaction.fee.governmentFee, frame.language()) + u" ("_s +
            Ctl::word(feeStateKey(transaction.feeState)) + u')'});
    facts.add({Ctl::tr("Service fee"),
        moneyText(transaction.fee.serviceFee - transaction.fee.discount, frame.language())});
    facts.add({Ctl::tr("Promised"), dateTimeText(transaction.promisedAt)});
    CTL_VALUE(
        frame, made, session.db->read([&](Tx& tx) -> Result<MadeWith> { return madeWith(tx, transaction); }));
    addAnswers(facts, made, transaction.form, frame.language());
    const QString text = facts.text() + u"\n\n"_s + history.text();
    return frame.result(text, object) ? Exit::Done : frame.failOutput();
}

} // namespace

void addTransactionCommands(Words app, Frame& frame)
{
    Words transaction = app.noun("transaction", Ctl::help("Transactions"));
    const auto options = std::make_shared<Options>();
    Words many = verb(transaction, frame, "list", Ctl::help("Newest first"), options, list);
    many.option("--state", options->states, Ctl::help("In these states only, e.g. submitted"));
    many.option("--service", options->service, Ctl::help("Of one service"));
    many.option("--from", options->from, Ctl::help("From this business day on, e.g. 2026-11-21"));
    many.option("--to", options->to, Ctl::help("Up to this business day"));
    many.option("--text", options->text, Ctl::help("A transaction number or portal reference, whole"));
    many.flag("--needs-person", options->needsPerson,
        Ctl::help("Only what waits for a person, most pressing first"));
    many.option("--limit", options->limit, Ctl::help("At most so many")).between(1, 1'000'000);
    verb(transaction, frame, "show", Ctl::help("One with its answers and every move"), options, show)
        .option("number", options->number, Ctl::help("e.g. T-000123"))
        .required();
}

} // namespace sanad::ctl
