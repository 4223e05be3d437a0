#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// A good line with one more renewal, changed.
QByteArray lineWith(const std::function<void(QJsonObject& line, QJsonObject& second)>& change)
{
    QJsonObject line = QJsonDocument::fromJson(renewalLine()).object();
    QJsonObject second = line[u"items"_s].toArray().first().toObject();
    line.insert(u"payments"_s, QJsonArray{QJsonObject{{u"tender"_s, u"cash"_s}, {u"baisa"_s, 40'000}}});
    change(line, second);
    line.insert(u"items"_s, QJsonArray{line[u"items"_s].toArray().first(), second});
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

struct Told {
    Error error;
    VisitRefusal refusal;
};

Told refusalOf(Desk& desk, const QByteArray& line)
{
    const auto visit = parseVisit(line);
    if (!visit) return {visit.error(), {refusedByParsing(visit.error()), {}}};
    VisitRefusal refusal;
    const auto done = VisitService(*desk.db).complete(*visit, desk.by, {}, nullptr, &refusal);
    REQUIRE_FALSE(done);
    return {done.error(), refusal};
}

} // namespace

TEST_CASE("What of a line is refused is told by its pointer", "[visits]")
{
    Desk desk;
    const struct {
        const char16_t* pointer;
        std::function<void(QJsonObject& line, QJsonObject& second)> change;
    } cases[] = {
        {u"/items/1/service", [](auto&, auto& item) { item.insert(u"service"_s, u"NO-SUCH"_s); }},
        {u"/items/1/documents",
            [](auto&, auto& item) { item.insert(u"documents"_s, QJsonArray{u"deed"_s}); }},
        {u"/items/1/documents", [](auto&, auto& item) { item.insert(u"documents"_s, QJsonArray{u"veh"_s}); }},
        {u"/items/1/extras/0", [](auto&, auto& item) { item.insert(u"extras"_s, QJsonArray{u"moon"_s}); }},
        {u"/items/1/portal_reference", [](auto&, auto& item) { item.remove(u"portal_reference"_s); }},
        {u"/items/1/government_fee_baisa",
            [](auto&, auto& item) { item.insert(u"government_fee_baisa"_s, 17'000); }},
        {u"/items/1/price_reason", [](auto&, auto& item) { item.insert(u"discount_baisa"_s, 500); }},
        {u"/items/1/service_fee_baisa",
            [](auto&, auto& item) {
                item.insert(u"service_fee_baisa"_s, 1'500);
                item.insert(u"price_reason"_s, u"known"_s);
            }},
        {u"/items/1/discount_baisa",
            [](auto&, auto& item) {
                item.insert(u"discount_baisa"_s, 500);
                item.insert(u"price_reason"_s, u"known"_s);
            }},
        {u"/items/1/form/plate_number",
            [](auto&, auto& item) {
                QJsonObject form = renewalForm();
                form.remove(u"plate_number"_s);
                item.insert(u"form"_s, form);
            }},
        {u"/items/1/fee_state", [](auto&, auto& item) { item.insert(u"fee_state"_s, u"disputed"_s); }},
        {u"/counter", [](auto& line, auto&) { line.insert(u"counter"_s, u"C9"_s); }},
        {u"/ticket", [](auto& line, auto&) { line.insert(u"ticket"_s, u"A-099"_s); }},
        {u"/customer/id",
            [](auto& line, auto&) {
                line.insert(u"customer"_s, QJsonObject{{u"id"_s, u"12345"_s}});
            }},
        {u"/customer/name_ar",
            [](auto& line, auto&) {
                line.insert(u"customer"_s, QJsonObject{{u"civil_number"_s, u"87654321"_s}});
            }},
        {u"/customer/civil_number",
            [](auto& line, auto&) {
                line.insert(u"customer"_s,
                    QJsonObject{{u"civil_number"_s, u"12345678"_s}, {u"name_ar"_s, u"زيد بن علي العامري"_s}});
            }},
        {u"/customer",
            [](auto& line, auto&) {
                line.insert(u"customer"_s,
                    QJsonObject{{u"civil_number"_s, u"12345678"_s}, {u"passport_number"_s, u"A1234567"_s},
                        {u"passport_country"_s, u"OM"_s}, {u"name_ar"_s, u"زيد بن علي العامري"_s}});
            }},
        {u"/customer/passport_country",
            [](auto& line, auto&) {
                line.insert(u"customer"_s,
                    QJsonObject{{u"passport_number"_s, u"A1234567"_s}, {u"passport_country"_s, u"O1"_s},
                        {u"name_ar"_s, u"زيد بن علي"_s}});
            }},
        {u"/customer/phone",
            [](auto& line, auto&) {
                line.insert(u"customer"_s,
                    QJsonObject{{u"civil_number"_s, u"87654321"_s}, {u"name_ar"_s, u"زيد بن علي"_s},
                        {u"phone"_s, u"abc"_s}});
            }},
        {u"/customer/address",
            [](auto& line, auto&) {
                line.insert(u"customer"_s,
                    QJsonObject{{u"civil_number"_s, u"87654321"_s}, {u"name_ar"_s, u"زيد بن علي"_s},
                        {u"email"_s, u"a@example.om"_s}, {u"address"_s, QString(501, u'x')}});
            }},
        {u"/customer/phone",
            [](auto& line, auto&) {
                line.insert(u"customer"_s,
                    QJsonObject{{u"civil_number"_s, u"87654321"_s},
                        {u"name_ar"_s, u"زيد بن علي بن سالم بن حمد بن خلفان العامري"_s},
                        {u"phone"_s, QString(31, u'9')}});
            }},
        {u"/customer/name_ar",
            [](auto& line, auto&) {
                line.insert(u"customer"_s,
                    QJsonObject{{u"civil_number"_s, u"87654321"_s}, {u"name_ar"_s, u"زيد 7"_s}});
            }},
        {u"/payments",
            [](auto& line, auto&) {
                line.insert(u"payments"_s, QJsonArray{QJsonObject{{u"baisa"_s, 1}}});
            }},
        {u"/payments/1/tender",
            [](auto& line, auto&) {
                line.insert(u"payments"_s,
                    QJsonArray{QJsonObject{{u"baisa"_s, 1}},
                        QJsonObject{{u"tender"_s, u"account"_s}, {u"baisa"_s, 39'999}}});
            }},
        {u"/items/1/extras/1",
            [](auto&, auto& item) {
                item.insert(u"extras"_s, QJsonArray{u"X1"_s, u"X1"_s});
            }},
        {u"/payments/1/approval_code",
            [](auto& line, auto&) {
                line.insert(u"payments"_s,
                    QJsonArray{QJsonObject{{u"baisa"_s, 1}},
                        QJsonObject{{u"tender"_s, u"card"_s}, {u"baisa"_s, 39'999}}});
            }},
    };
    for (const auto& [pointer, change] : cases) {
        const Told told = refusalOf(desk, lineWith(change));
        INFO(told.error.key.toStdString() << " for " << QString::fromUtf16(pointer).toStdString());
        CHECK(told.refusal.pointer == QString::fromUtf16(pointer));
    }
}

TEST_CASE("A value that is none of the choices is told with those that there are", "[visits]")
{
    Desk desk;
    const auto named = [&](const auto& change, qsizetype argument) {
        return refusalOf(desk, lineWith(change)).error.args.value(argument);
    };
    CHECK(named([](auto&, auto& item) { item.insert(u"service"_s, u"ROP-VEH-RENW"_s); }, 1)
              .startsWith(u"ROP-VEH-RENEW, "_s));
    CHECK(named([](auto&, auto& item) { item.insert(u"documents"_s, QJsonArray{u"deed"_s}); }, 2) ==
        u"veh, ins, insp, fines0, id_or_rc"_s);
    CHECK(named([](auto&, auto& item) { item.insert(u"fee_state"_s, u"maybe"_s); }, 1) ==
        u"unpaid, paid_unconfirmed, confirmed"_s);
    CHECK(named([](auto& line, auto&) { line.insert(u"counter"_s, u"C9"_s); }, 1) == u"C1, C2"_s);
}

TEST_CASE("Every fault of a refused form is told, by its place in the line", "[visits]")
{
    Desk desk;
    const Told told = refusalOf(desk, lineWith([](auto&, auto& item) {
        QJsonObject form = renewalForm();
        form.insert(u"engine_class"_s, u"BIG"_s);
        form.remove(u"plate_number"_s);
        item.insert(u"form"_s, form);
    }));
    CHECK(told.error.key == u"visit.form"_s);
    REQUIRE(told.refusal.faults.size() == 2);
    const FormFault& choice = told.refusal.faults[0];
    CHECK(choice.pointer == u"/items/1/form/engine_class"_s);
    CHECK(choice.args == QStringList{u"LT1500, LT3000, LT4500, GT4500, TRACTOR, T3_5, T5"_s});
    CHECK(told.refusal.faults[1].pointer == u"/items/1/form/plate_number"_s);
    CHECK(told.refusal.pointer == choice.pointer);
}

TEST_CASE("Where nothing in the line is wrong there is no pointer", "[visits]")
{
    Desk desk;
    VisitRefusal refusal;
    const Actor cashier = actorWith({Permission::IssueReceipts});
    const Visit visit = must(parseVisit(renewalLine()));
    CHECK_FALSE(VisitService(*desk.db).complete(visit, cashier, {}, nullptr, &refusal));
    CHECK(refusal.pointer.isEmpty());
    const Actor clerk = actorWith({Permission::IssueReceipts, Permission::EditTransactions}, u"C2"_s);
    Visit atCounter = visit;
    atCounter.counter = u"C2"_s;
    const auto noShift = VisitService(*desk.db).complete(atCounter, clerk, {}, nullptr, &refusal);
    REQUIRE_FALSE(noShift);
    CHECK(noShift.error().key == u"cash.no-shift"_s);
    CHECK(refusal.pointer.isEmpty());
    CHECK(refusedByParsing(parseVisit("{").error()).isEmpty());
}

TEST_CASE("Where no payment and no extra is as the error says, the pointer leads to all of them", "[visits]")
{
    const Visit visit = must(parseVisit(renewalLine()));
    const auto member = [&](VisitStep::Of of, const QString& key) {
        return refusedMember(visit, {of, 0}, {ErrorCode::Invalid, key, {u"moon"_s}, {}});
    };
    CHECK(member(VisitStep::Of::Payments, u"visit.approval-code"_s) == u"/payments"_s);
    CHECK(member(VisitStep::Of::Payments, u"receipts.payment-amount"_s) == u"/payments"_s);
    CHECK(member(VisitStep::Of::Item, u"fee.extra-unknown"_s) == u"/items/0/extras"_s);
}

TEST_CASE("A service without extras or papers says so in place of a list of none", "[visits]")
{
    Desk desk;
    desk.changeRenewal([](QJsonObject& service, QJsonObject&) {
        service.insert(u"documents"_s, QJsonArray());
        QJsonArray fees;
        for (const QJsonValue each : service[u"fees"_s].toArray()) {
            QJsonObject fee = each.toObject(), government = fee[u"government"_s].toObject();
            government.remove(u"extras"_s);
            fee.insert(u"government"_s, government);
            fees.append(fee);
        }
        service.insert(u"fees"_s, fees);
    });
    const Told extra = refusalOf(desk, lineWith([](QJsonObject& line, QJsonObject& item) {
        QJsonObject first = line[u"items"_s].toArray().first().toObject();
        first.remove(u"documents"_s);
        line.insert(u"items"_s, QJsonArray{first});
        item.remove(u"documents"_s);
        item.insert(u"extras"_s, QJsonArray{u"moon"_s});
    }));
    CHECK(extra.error.key == u"fee.no-extras"_s);
    CHECK(extra.refusal.pointer == u"/items/1/extras"_s);
    const Told paper = refusalOf(desk, lineWith([](auto&, auto&) {}));
    CHECK(paper.error.key == u"visit.no-documents"_s);
    CHECK(paper.refusal.pointer == u"/items/0/documents"_s);
}
