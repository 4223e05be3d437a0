#pragma once

#include "core/sync/assisted.h"
#include "core/transactions/service_form.h"

#include <memory>

namespace sanad {

/// The answers that the clerk takes to the agency's page, and how far the copying is. In the order of our
/// form until the page's own order is known.
class AssistedModel {
public:
    struct Field {
        QString key, labelAr, labelEn;
        QString value; ///< As it is to be typed there.
        bool copied = false;
    };

    /// `answers` as they would be submitted. Fields without an answer are left out.
    void setForm(const ServiceForm& form, const QJsonObject& answers);
    /// What the connector is asked to arrange.
    const std::vector<AssistedInput>& inputs() const { return m_inputs; }
    /// The page's order and its way of writing. What was copied stays marked.
    void arrange(const AssistedSheet& sheet);

    const std::vector<Field>& fields() const { return m_fields; }
    /// The value of a row, marked as copied; empty when there is no such row.
    QString take(int row);
    /// The row to copy next: the first one behind the last copied that is not; -1 when all are.
    int next() const;

private:
    std::vector<AssistedInput> m_inputs;
    std::vector<Field> m_fields;
    int m_last = -1;
};

} // namespace sanad
