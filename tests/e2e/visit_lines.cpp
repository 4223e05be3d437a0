#include "core/catalogue/catalogue.h"
#include "core/catalogue/pack_check.h"
#include "core/customers/synthetic_customers.h"
#include "core/demo/visit_maker.h"
#include "core/demo_pack/demo_pack.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

void put(QJsonObject& object, const QString& key, const QString& value)
{
    if (!value.isEmpty()) object[key] = value;
}

QJsonObject customerJson(const Customer& customer)
{
    QJsonObject json{{u"kind"_s, customerKindKey(customer.kind)}};
    for (const auto& kind : {u"civil_number"_s, u"passport_number"_s, u"cr_number"_s})
        put(json, kind, customer.identifier(kind));
    put(json, u"name_ar"_s, customer.nameAr);
    put(json, u"name_en"_s, customer.nameEn);
    put(json, u"phone"_s, customer.phone);
    put(json, u"nationality"_s, customer.nationality);
    put(json, u"sex"_s, customer.sex);
    put(json, u"birth_date"_s, customer.birthDate.toString(Qt::ISODate));
    return json;
}

QJsonObject itemJson(const VisitItem& item)
{
    QJsonObject json{{u"service"_s, item.service}, {u"form"_s, item.form}};
    put(json, u"portal_reference"_s, item.portalReference);
    if (item.feeState != FeeState::Unpaid) json[u"fee_state"_s] = feeStateKey(item.feeState);
    if (item.governmentFee)
        json[u"government_fee_baisa"_s] = static_cast<qint64>(item.governmentFee->baisa());
    return json;
}

} // namespace

/// visit_lines COUNT CUSTOMERS SEED: COUNT lines for `sanadctl serve`, every service in turn, by customers of
/// the demonstration centre of that seed.
int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const int count = app.arguments().value(1).toInt();
    const int people = app.arguments().value(2).toInt();
    const auto seed = app.arguments().value(3).toULongLong();
    const auto report = checkPack(demonstrationPack());
    SyntheticCustomers maker(seed);
    if (!report || count <= 0 || people <= 0) return 2;
    const Catalogue catalogue(
        {{PackId::create(), std::make_shared<PackContents>(report->contents)}}, {}, {}, {});
    std::vector<Customer> customers;
    for (int i = 0; i < people; ++i) {
        customers.push_back(maker.next());
        customers.back().id = CustomerId::fromRaw(i + 1);
    }
    const QDate today = businessDayAt(QDateTime::currentDateTimeUtc(), 4);
    const auto services = catalogue.services(today);
    VisitMaker visits(std::make_shared<Catalogue>(catalogue), customers, seed);
    for (int i = 0; i < count; ++i) {
        const Visit visit = visits.visitFor(services[static_cast<std::size_t>(i) % services.size()], today);
        QJsonArray items;
        for (const VisitItem& item : visit.items)
            items.append(itemJson(item));
        const Customer& customer = customers[static_cast<std::size_t>(visit.customer.id.raw() - 1)];
        const QJsonObject line{
            {u"tag"_s, u"v-%1"_s.arg(i + 1)}, {u"customer"_s, customerJson(customer)}, {u"items"_s, items}};
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }
    return 0;
}
