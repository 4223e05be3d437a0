#include "tests/core/desk_fixture/desk.h"

#include "core/cash/shift_service.h"
#include "core/catalogue/pack_service.h"
#include "core/catalogue/publishers.h"
#include "core/customers/customer_service.h"
#include "core/demo_pack/demo_pack.h"
#include "core/settings/settings_repository.h"
#include "core/transactions/transaction_service.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

const auto kRenewal = u"ROP-VEH-RENEW"_s;

/// The pack's next version; `change` gets the renewal and its form and says whether it stays.
QByteArray nextPack(const std::function<bool(QJsonObject& service, QJsonObject& form)>& change)
{
    QJsonObject document = must(readPackFile(demonstrationPack())).document;
    auto manifest = document[u"manifest"].toObject();
    manifest[u"version"] = manifest[u"version"].toInt() + 1;
    document[u"manifest"] = manifest;
    auto forms = document[u"forms"].toObject();
    QJsonArray services;
    for (const QJsonValue& each : document[u"services"].toArray()) {
        QJsonObject service = each.toObject();
        if (service[u"code"] == kRenewal) {
            QJsonObject form = forms.take(kRenewal).toObject();
            if (!change(service, form)) continue;
            forms.insert(kRenewal, form);
        }
        services.append(service);
    }
    document[u"services"] = services;
    document[u"forms"] = forms;
    return writePackFile(document, demonstrationPublisher());
}

/// As an owner takes a pack that the product does not carry.
void take(Database& database, const QByteArray& pack, const Actor& owner)
{
    PackService packs(database);
    must(packs.confirmPublisher(demonstrationPublisher().publicKey, u"Demonstrations"_s, owner));
    must(packs.apply(pack, owner));
}

/// Sets the centre up and opens the shift; Salim, who came with it.
Customer setUp(Database& database, const Actor& by)
{
    must(database.write([&](Tx& tx) -> Result<> {
        SettingsRepository settings(tx);
        Centre centre;
        centre.nameAr = u"مركز سند التجريبي"_s;
        centre.nameEn = u"Demonstration centre"_s;
        centre.licence = u"1234567"_s;
        centre.vatRegistered = true;
        centre.vatSince = QDate(2026, 1, 1);
        settings.saveCentre(centre);
        settings.addSigningKey(SigningKey::fromSeed(QByteArray(32, 'k')));
        settings.addCounter({u"C1"_s, u"الشباك 1"_s, u"Counter 1"_s});
        settings.addCounter({u"C2"_s, u"الشباك 2"_s, u"Counter 2"_s});
        return {};
    }));
    must(PackService(database).apply(demonstrationPack(), by));
    Customer draft;
    draft.nameAr = u"سالم بن حمد الحارثي"_s;
    draft.phone = u"+96892345678"_s;
    draft.identifiers = {{u"civil_number"_s, u"12345678"_s}};
    Customer salim = must(CustomerService(database).create(draft, by));
    must(ShiftService(database).open(u"C1"_s, Money::fromBaisa(20'000), by));
    return salim;
}

/// A desk in memory or on the server, made once a process: checking a pack takes its time.
struct Original {
    Customer salim;
    QDateTime until;
    Database::Beginning beginning;

    Original()
    {
        auto database = migratedDatabase();
        salim = setUp(*database, anyone());
        until = database->clock()();
        beginning = Database::beginningOf(std::move(database));
    }
};

const Original& original()
{
    static const Original made;
    return made;
}

} // namespace

Desk::Desk()
    : db(Database::forTests(original().beginning))
    , salim(original().salim)
{
    db->setClock(steppingClock(original().until));
}

Desk::Desk(std::unique_ptr<Database> database)
    : db(std::move(database))
    , salim(setUp(*db, by))
{
}

std::int64_t Desk::number(const QString& sql)
{
    return must(db->read([&](Tx& tx) -> Result<std::int64_t> {
        auto query = tx.query(sql);
        return query.run().next() ? query.int64(0) : -1;
    }));
}

Draft Desk::renewalDraft()
{
    TransactionService transactions(*db);
    Draft draft = must(transactions.open(kRenewal, salim.id, {}, by));
    const QJsonObject typed = renewalForm();
    for (auto it = typed.begin(); it != typed.end(); ++it)
        draft.form.insert(it.key(), it.value());
    for (const QString& code : {u"veh"_s, u"ins"_s, u"fines0"_s, u"id_or_rc"_s})
        draft.documents.insert(code, DocumentState::Seen);
    return must(transactions.save(draft, by));
}

void Desk::retireRenewal()
{
    take(*db, nextPack([](QJsonObject&, QJsonObject&) { return false; }), by);
}

void Desk::changeRenewal(const std::function<void(QJsonObject& service, QJsonObject& schema)>& change)
{
    const auto pack = nextPack([&](QJsonObject& service, QJsonObject& form) {
        QJsonObject schema = form[u"schema"].toObject();
        change(service, schema);
        form[u"schema"] = schema;
        return true;
    });
    take(*db, pack, by);
}

QJsonObject renewalForm()
{
    return {{u"acting_as"_s, u"self"_s}, {u"plate_number"_s, u"12345 أب"_s}, {u"engine_class"_s, u"LT1500"_s},
        {u"insurance_policy_no"_s, u"P-1"_s}, {u"insurance_expiry"_s, u"2027-03-01"_s}};
}

QByteArray renewalLine()
{
    return R"({"tag":"v-17","counter":"C1","customer":{"civil_number":"12345678","name_ar":"سالم بن حمد الحارثي","phone":"+96892345678"},
 "items":[{"service":"ROP-VEH-RENEW","form":{"acting_as":"self","plate_number":"12345 أب","engine_class":"LT1500","insurance_policy_no":"P-1","insurance_expiry":"2027-03-01"},
           "documents":["veh","ins","fines0"],"portal_reference":"7781234","fee_state":"confirmed"}],
 "payments":[{"tender":"cash","baisa":20000}]})";
}

} // namespace sanad::test
