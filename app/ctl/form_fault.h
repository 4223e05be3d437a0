#pragma once

#include "app/ctl/frame.h"
#include "core/forms/form_schema.h"

namespace sanad::ctl {

/// A fault of a form, for people and for programs.
struct ToldFault {
    QString line;
    QJsonObject object;
};

/// Its pointer is told whole to programs; a line holds nothing that a terminal obeys.
ToldFault tellFault(const Frame& frame, const FormFault& fault);

} // namespace sanad::ctl
