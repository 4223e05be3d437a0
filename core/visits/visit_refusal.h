#pragma once

#include "core/forms/form_schema.h"
#include "core/visits/visit.h"

namespace sanad {

/// What of a line of `serve` is refused, beside the error that says why.
struct VisitRefusal {
    /// JSON pointer into the line (docs/visit.md); empty when nothing in it is wrong: no shift, no
    /// permission, no JSON.
    QString pointer;
    std::vector<FormFault> faults; ///< Of `visit.form`, all of them; their pointers lead into the line too.
};

/// The step of a visit that refused it.
struct VisitStep {
    enum class Of { Visit, Ticket, Customer, Item, Payments };
    Of of = Of::Visit;
    qsizetype item = 0; ///< Which of the items.
};

/// The pointer of an error of parseVisit().
QString refusedByParsing(const Error& error);
/// The pointer of an error that a step of the visit gave: the member that it is about, as far as the error
/// tells, else the part that the step looked at.
QString refusedMember(const Visit& visit, const VisitStep& step, const Error& error);

} // namespace sanad
