#pragma once

#include "core/storage/database.h"
#include "core/transactions/service_form.h"

namespace sanad {

/// What acts on forms share within a commit.

/// Errors: NotFound `transaction.no-service` (arg: code).
Result<ServiceItem> serviceOn(Tx& tx, const QString& code, const QDate& day);
QDate businessDayNow(Tx& tx);
/// What was typed, completed from the customer's record and the centre's, and checked.
/// Errors: NotFound `transaction.no-customer`; those of serviceForm().
Result<CheckedForm> checkedForm(
    Tx& tx, const ServiceItem& service, const QJsonObject& typed, CustomerId applicant);
/// Invalid `transaction.form` (args: faults, JSON pointer of the first).
Error formError(const std::vector<FormFault>& faults);
/// Empty for a customer who does not exist.
QString customerKindOf(Tx& tx, CustomerId id);

} // namespace sanad
