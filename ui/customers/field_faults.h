#pragma once

#include "core/base/error.h"
#include "core/customers/customer.h"

#include <QCoreApplication>

#include <optional>

namespace sanad {

class FieldRow;

/// What the core would say of one field of a customer, told at that field.
class FieldFaults {
    Q_DECLARE_TR_FUNCTIONS(sanad::FieldFaults)

public:
    FieldFaults(const Customer& typed, const QDate& today)
        : m_typed(typed)
        , m_today(today)
    {
    }

    /// Of the only name there is a field for.
    void markName(FieldRow* row) const;
    /// Of both names together; at the Latin one when that is at fault alone.
    void markNames(FieldRow* arabic, FieldRow* latin) const;
    template <class Field> void markOnly(FieldRow* row, Field Customer::*field) const
    {
        Customer probe = named();
        probe.*field = m_typed.*field;
        mark(row, faultOf(probe));
    }
    void markIdentifier(FieldRow* row, const CustomerIdentifier& identifier) const;
    static void markNoDate(FieldRow* row);
    static void markUnusual(FieldRow* row);
    /// What stands above a form of which so many fields forbid saving.
    static QString toCorrect(int fields);
    /// What stands above a form of which a number is only unusual.
    static QString toConfirm();
    static void mark(FieldRow* row, const std::optional<Error>& error);

private:
    /// A customer of whom nothing can be said but by what is added.
    Customer named() const;
    std::optional<Error> faultOf(const Customer& probe) const;

    const Customer& m_typed;
    QDate m_today;
};

} // namespace sanad
