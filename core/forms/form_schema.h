#pragma once

#include "core/base/result.h"
#include "core/forms/formats.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace sanad {

/// What is wrong with one answer of a form.
struct FormFault {
    QString pointer; ///< JSON pointer (RFC 6901) of the answer; of the missing one for `form.required`.
    QString key; ///< `form.required`, `form.pattern`, …: sentences in resources/errors/forms.json.
    QStringList args; ///< Limits of the schema, never what was typed.
    bool warning = false; ///< Doubtful only: the clerk may confirm it.

    /// The first token of the pointer: the form's field; empty for the form as a whole.
    QString field() const;
    bool operator==(const FormFault&) const = default;
};

/// True when nothing but warnings is in `faults`.
bool acceptable(const std::vector<FormFault>& faults);

/// A JSON Schema (draft-07) that can be checked against. Compiling refuses what could not be answered
/// rightly, so check() is never wrong; docs/forms.md lists what is refused. Cheap to copy; thread-safe.
class FormSchema {
public:
    /// Errors, all Unusable: `schema.draft`, `schema.keyword` (args: pointer, keyword), `schema.not-schema`,
    /// `schema.ref-missing`, `schema.ref-outside`, `schema.id-inside`, `schema.endless`, `schema.too-deep`,
    /// `schema.pattern`, `schema.format` (args: pointer), `schema.refused`.
    static Result<FormSchema> compile(const QJsonValue& schema, const FormatCheck& formats = knownFormats());

    /// Every fault, in an order that stays the same; empty when `data` is valid. `form.too-complex` (alone)
    /// when answering would cost more time or stack than any form may; `form.pattern-costly` (alone; arg: the
    /// pattern's pointer in the schema) where a pattern would.
    std::vector<FormFault> check(const QJsonValue& data) const;

private:
    struct Impl;
    explicit FormSchema(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> m_impl;
};

} // namespace sanad
