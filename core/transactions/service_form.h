#pragma once

#include "core/catalogue/service_item.h"
#include "core/customers/customer.h"
#include "core/forms/form_layout.h"
#include "core/forms/form_schema.h"

#include <memory>

namespace sanad {

/// The form of one service, compiled: schema and layout.
struct ServiceForm {
    FormSchema schema;
    FormLayout layout;
};

/// Compiled once per process and content pack and shared. Thread-safe.
/// Errors: those of FormSchema::compile and of the layout, though no pack that was applied has them.
Result<std::shared_ptr<const ServiceForm>> serviceForm(const ServiceItem& service);

/// A form as it will be stored, and what is wrong with it.
struct CheckedForm {
    QJsonObject data;
    std::vector<FormFault> faults;
};

/// Completes what was typed (answers of the customer's record for fields left out, defaults, calculated
/// fields; fields that a condition hides are taken out) and checks it. What was typed is never overwritten.
CheckedForm checkForm(
    const ServiceForm& form, const QJsonObject& typed, const Customer* customer, const QDate& today);

} // namespace sanad
