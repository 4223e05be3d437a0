#pragma once

#include "core/catalogue/service_item.h"
#include "core/customers/customer.h"
#include "core/forms/form_layout.h"
#include "core/forms/form_schema.h"
#include "core/settings/centre.h"

#include <memory>

namespace sanad {

/// The form of one service, compiled: schema and layout.
struct ServiceForm {
    FormSchema schema;
    FormLayout layout;
    QJsonObject dateLimits; ///< The schema itself, when it limits dates (core/catalogue/date_limits.h).
};

/// Compiled once per process and revision of the catalogue, and shared. Thread-safe.
/// Errors: those of FormSchema::compile and FormLayout::parse, though no pack that was applied has them.
Result<std::shared_ptr<const ServiceForm>> serviceForm(const ServiceItem& service);

/// What fields may be prefilled from: `customer.*`, `centre.*`, `today` (formPrefillSources()). No customer:
/// without.
FormSources formSources(const Customer* customer, const Centre& centre, const QDate& today);

/// A form as it will be stored, and what is wrong with it.
struct CheckedForm {
    QJsonObject data;
    std::vector<FormFault> faults;
};

/// Takes what was typed through the gate for text (gatedAnswers()), completes it (FormLayout::completed) and
/// checks the whole. What was typed is never overwritten. Dates are held against the `today` of `sources`.
CheckedForm checkForm(const ServiceForm& form, const QJsonObject& typed, const FormSources& sources);

} // namespace sanad
