#pragma once

#include "core/catalogue/service_item.h"

#include <QDate>
#include <QJsonObject>

namespace sanad {

enum class SampleFields {
    Required, ///< What the schema demands.
    WithoutPrefilled, ///< Less what the customer's record answers: as a line of `serve` has it.
};

/// Made-up answers that are valid for `service` on `today`: for demonstration data, training and tests.
/// The same service, number and day give the same form; other numbers give other answers.
QJsonObject sampleForm(
    const ServiceItem& service, int number, const QDate& today, SampleFields fields = SampleFields::Required);

} // namespace sanad
