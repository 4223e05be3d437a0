#pragma once

#include "core/forms/form_layout.h"

#include <QJsonObject>

namespace sanad {

/// What may be written into one field of a form, for whoever fills it in without seeing it.
struct FieldGuide {
    enum class Needed { Always, Sometimes, Never };

    QString pointer; ///< Into the answers: `/plate_number`; of a table's column the first row's.
    FormText label, hint;
    QString type; ///< Of JSON, as the schema says.
    Needed needed = Needed::Never; ///< Sometimes: by what other answers say, or while it is shown.
    bool calculated = false; ///< Whatever is written there is computed anew.
    QString prefill; ///< What answers it when nothing is written.
    QJsonValue defaultValue; ///< Undefined: none.
    std::vector<FormOption> choices;
    QJsonObject limits; ///< The schema's own words: `maxLength`, `minimum`, `pattern`, `x-format` …
    std::vector<FieldGuide> columns; ///< Of a table.
};

/// Every field in the order of the form. `layout` was parsed with `schema`.
std::vector<FieldGuide> formGuide(const QJsonObject& schema, const FormLayout& layout);
/// `always`, `sometimes`, `never`.
QString neededKey(FieldGuide::Needed needed);

} // namespace sanad
