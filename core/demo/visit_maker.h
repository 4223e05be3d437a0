#pragma once

#include "core/catalogue/catalogue.h"
#include "core/customers/customer.h"
#include "core/visits/visit.h"

#include <random>

namespace sanad {

/// Makes complete visits of known customers: services by their weight, valid forms, papers seen, payments as
/// people pay. The same seed, catalogue and customers give the same visits.
class VisitMaker {
public:
    VisitMaker(
        std::shared_ptr<const Catalogue> catalogue, std::vector<Customer> customers, std::uint64_t seed);

    /// A visit of one or, sometimes, two services, as it would be on `day`.
    Visit next(const QDate& day);
    /// A visit for this service.
    Visit visitFor(const ServiceItem& service, const QDate& day);

private:
    const ServiceItem& anyService(const QDate& day);
    const Customer& customerFor(const ServiceItem& service);
    QJsonObject typedForm(const ServiceItem& service, const Customer& customer, const QDate& day);
    VisitItem item(const ServiceItem& service, const Customer& customer, const QDate& day);
    VisitPayment payment(Money total);
    int below(int limit);

    std::shared_ptr<const Catalogue> m_catalogue;
    std::vector<Customer> m_customers;
    std::mt19937_64 m_random;
    QDate m_day;
    std::vector<ServiceItem> m_services;
    int m_weights = 0;
    int m_serial = 0;
};

} // namespace sanad
