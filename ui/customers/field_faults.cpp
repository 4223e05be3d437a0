#include "ui/customers/field_faults.h"

#include "core/customers/customer_check.h"
#include "ui/text/error_text.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/ui_language.h"

using namespace Qt::StringLiterals;

namespace sanad {

Customer FieldFaults::named() const
{
    Customer probe;
    probe.kind = m_typed.kind;
    probe.nameEn = u"X"_s;
    return probe;
}

std::optional<Error> FieldFaults::faultOf(const Customer& probe) const
{
    const auto clean = cleanedCustomer(probe, m_today);
    return clean ? std::nullopt : std::optional(clean.error());
}

void FieldFaults::markName(FieldRow* row) const
{
    Customer names = named();
    names.nameAr = m_typed.nameAr;
    names.nameEn = m_typed.nameEn;
    mark(row, faultOf(names));
}

void FieldFaults::markNames(FieldRow* arabic, FieldRow* latin) const
{
    Customer names = named();
    names.nameAr = m_typed.nameAr;
    names.nameEn = m_typed.nameEn;
    const auto both = faultOf(names);
    names.nameAr.clear();
    const bool inLatin = both && !m_typed.nameEn.isEmpty() &&
        (both->key == "customer.name-script"_L1 || faultOf(names).has_value());
    mark(arabic, inLatin ? std::nullopt : both);
    mark(latin, inLatin ? both : std::nullopt);
}

void FieldFaults::markIdentifier(FieldRow* row, const CustomerIdentifier& identifier) const
{
    Customer probe = named();
    probe.identifiers = {identifier};
    mark(row, faultOf(probe));
}

void FieldFaults::mark(FieldRow* row, const std::optional<Error>& error)
{
    if (!error) return row->setFault(Fault::None, {});
    if (error->key == "customer.unusual"_L1) return markUnusual(row);
    row->explain(Fault::Block, [error = *error] {
        const ErrorText text = errorText(error, uiLanguage());
        return text.happened + u' ' + text.todo;
    });
}

void FieldFaults::markUnusual(FieldRow* row)
{
    row->explain(Fault::Warn, [] { return tr("Unusual: check it against the document."); });
}

QString FieldFaults::toCorrect(int fields)
{
    return tr("Correct %n field(s) before going on. Nothing was saved yet.", nullptr, fields);
}

QString FieldFaults::toConfirm()
{
    return tr("A number does not look as usual. Nothing was saved yet. Correct it, or press Ctrl+Enter to "
              "keep it.");
}

void FieldFaults::markNoDate(FieldRow* row)
{
    row->explain(Fault::Block, [] { return tr("This is not a date. Write it as 25/03/1990."); });
}

} // namespace sanad
