#pragma once

#include "core/catalogue/service_item.h"
#include "core/transactions/service_form.h"

#include <QHash>

#include <memory>

namespace sanad {

/// What the codes of an export are called, in both languages, for its readable form: the names that the
/// catalogue had when the work was done, and names of people. What the product itself calls its own keys is
/// not here.
struct SubjectWords {
    struct Work {
        BilingualText service;
        QHash<QString, BilingualText> papers;
        std::shared_ptr<const ServiceForm> form; ///< Null when no pack tells of it any more.
    };
    QHash<QString, Work> work; ///< By the number of the transaction.
    QHash<QString, BilingualText> agencies;
    QHash<QString, BilingualText> wilayats; ///< Governorates too.
    QHash<QString, BilingualText> people; ///< By id: who consented for a child.
};

} // namespace sanad
