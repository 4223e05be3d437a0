#include "core/transactions/transaction_form.h"

#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/customers/customer_repository.h"
#include "core/settings/settings_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Nothing for no customer; an error for one who does not exist.
Result<std::optional<Customer>> customerOf(Tx& tx, CustomerId id)
{
    if (id.isNull()) return std::optional<Customer>();
    auto customer = CustomerRepository(tx).get(id);
    if (!customer) return Error{ErrorCode::NotFound, u"transaction.no-customer"_s, {}, {}};
    return customer;
}

} // namespace

Result<ServiceItem> serviceOn(Tx& tx, const QString& code, const QDate& day)
{
    auto service = CatalogueRepository(tx).service(code, day);
    if (!service) return Error{ErrorCode::NotFound, u"transaction.no-service"_s, {code}, {}};
    return *service;
}

QDate businessDayNow(Tx& tx)
{
    return businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour);
}

Result<CheckedForm> checkedForm(
    Tx& tx, const ServiceItem& service, const QJsonObject& typed, CustomerId applicant)
{
    const Centre centre = SettingsRepository(tx).centre();
    SANAD_TRY_VALUE(form, serviceForm(service));
    SANAD_TRY_VALUE(customer, customerOf(tx, applicant));
    const QDate today = catalogueDay(tx.now());
    return checkForm(*form, typed, formSources(customer ? &*customer : nullptr, centre, today));
}

Error formError(const std::vector<FormFault>& faults)
{
    const auto isFault = [](const FormFault& fault) { return !fault.warning; };
    const auto first = std::find_if(faults.begin(), faults.end(), isFault);
    return {ErrorCode::Invalid, u"transaction.form"_s,
        {QString::number(std::count_if(faults.begin(), faults.end(), isFault)),
            first == faults.end() ? QString() : first->pointer},
        {}};
}

QString customerKindOf(Tx& tx, CustomerId id)
{
    const auto customer = CustomerRepository(tx).get(id);
    return customer ? customerKindKey(customer->kind) : QString();
}

} // namespace sanad
