#include "core/demo/visit_maker.h"

#include "core/catalogue/fee_quote.h"
#include "core/catalogue/sample_form.h"
#include "core/transactions/service_form.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace sanad {

VisitMaker::VisitMaker(
    std::shared_ptr<const Catalogue> catalogue, std::vector<Customer> customers, std::uint64_t seed)
    : m_catalogue(std::move(catalogue))
    , m_customers(std::move(customers))
    , m_random(seed)
{
}

/// std::uniform_int_distribution differs between standard libraries; demonstration data must not.
int VisitMaker::below(int limit)
{
    return static_cast<int>(m_random() % static_cast<std::uint64_t>(limit));
}

const ServiceItem& VisitMaker::anyService(const QDate& day)
{
    if (day != m_day) {
        m_day = day;
        m_services = m_catalogue->services(day);
        m_weights = std::accumulate(m_services.begin(), m_services.end(), 0,
            [](int sum, const ServiceItem& service) { return sum + std::max(1, service.weight); });
    }
    int at = below(m_weights);
    for (const ServiceItem& service : m_services) {
        at -= std::max(1, service.weight);
        if (at < 0) return service;
    }
    return m_services.back();
}

const Customer& VisitMaker::customerFor(const ServiceItem& service)
{
    const auto fits = [&](const Customer& customer) {
        return service.customerKinds.isEmpty() ||
            service.customerKinds.contains(customerKindKey(customer.kind));
    };
    const auto start = static_cast<std::size_t>(below(static_cast<int>(m_customers.size())));
    for (std::size_t i = 0; i < m_customers.size(); ++i) {
        const Customer& customer = m_customers[(start + i) % m_customers.size()];
        if (fits(customer)) return customer;
    }
    return m_customers[start];
}

/// What a clerk types: the sample's answers, less those that the customer's record gives.
QJsonObject VisitMaker::typedForm(const ServiceItem& service, const Customer& customer, const QDate& day)
{
    const int number = below(1'000'000);
    const auto whole = sampleForm(service, number, day);
    auto typed = sampleForm(service, number, day, SampleFields::WithoutPrefilled);
    const auto form = serviceForm(service);
    if (!form) return whole;
    const auto known = checkForm(**form, typed, formSources(&customer, Centre(), day)).data;
    for (auto answer = whole.begin(); answer != whole.end(); ++answer)
        if (!known.contains(answer.key())) typed[answer.key()] = answer.value();
    return typed;
}

VisitItem VisitMaker::item(const ServiceItem& service, const Customer& customer, const QDate& day)
{
    VisitItem item;
    item.service = service.code;
    item.form = typedForm(service, customer, day);
    ++m_serial;
    if (service.channelKind == "assisted"_L1 || service.channelKind == "counter"_L1) {
        item.portalReference =
            u"%1%2"_s.arg(7'000'000 + below(900'000)).arg(m_serial % 100, 2, 10, QChar(u'0'));
        item.feeState = below(10) > 0 ? FeeState::Confirmed : FeeState::PaidUnconfirmed;
    }
    const auto fee = quote(service, item.form, day);
    if (fee && fee->needsClerkAmount) {
        const auto low = fee->minimum.isZero() ? 1'000 : fee->minimum.baisa();
        const auto high = fee->maximum.isZero() ? low + 30'000 : fee->maximum.baisa();
        item.governmentFee = Money::fromBaisa(low + below(static_cast<int>((high - low) / 500 + 1)) * 500);
        if (item.portalReference.isEmpty()) item.portalReference = u"N%1"_s.arg(100'000 + m_serial);
    }
    return item;
}

VisitPayment VisitMaker::payment(Money total)
{
    VisitPayment payment;
    const int kind = below(10);
    payment.amount = total;
    if (kind < 6) {
        const auto note = kind < 3 ? 1'000 : 5'000; // exact to the rial, or a larger note with change
        payment.amount = Money::fromBaisa((total.baisa() + note - 1) / note * note);
    } else {
        payment.tender = Tender::Card;
        payment.approvalCode = QString::number(100'000 + below(900'000));
    }
    return payment;
}

Visit VisitMaker::visitFor(const ServiceItem& service, const QDate& day)
{
    const Customer& customer = customerFor(service);
    Visit visit;
    visit.tag = u"v-%1"_s.arg(m_serial + 1);
    visit.customer.id = customer.id;
    visit.items.push_back(item(service, customer, day));
    return visit;
}

Visit VisitMaker::next(const QDate& day)
{
    const ServiceItem service = anyService(day);
    Visit visit = visitFor(service, day);
    Money total;
    const auto addUp = [&](const ServiceItem& sold, const VisitItem& item) {
        if (const auto fee = quote(sold, item.form, day)) {
            const Money government = item.governmentFee ? *item.governmentFee : fee->governmentFee;
            total += government + fee->serviceFee;
        }
    };
    addUp(service, visit.items.front());
    if (below(8) == 0) {
        const ServiceItem second = anyService(day);
        if (second.code != service.code && second.customerKinds == service.customerKinds) {
            for (const Customer& customer : m_customers)
                if (customer.id == visit.customer.id) visit.items.push_back(item(second, customer, day));
            addUp(second, visit.items.back());
        }
    }
    if (below(3) > 0) visit.payments.push_back(payment(total));
    return visit;
}

} // namespace sanad
