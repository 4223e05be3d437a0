#pragma once

#include "core/customers/customer.h"

#include <QWidget>

class QComboBox;

namespace sanad {

class DateEdit;
class LtrEdit;

/// One number of a customer: its kind, the number, for a passport who issued it, and until when it is valid.
class IdentifierEdit : public QWidget {
    Q_OBJECT

public:
    explicit IdentifierEdit(QWidget* parent = nullptr);

    void show(const CustomerIdentifier& identifier);
    /// As typed; an empty value is no number.
    CustomerIdentifier identifier() const;
    /// Something stands behind "valid until" that is no date.
    bool isExpiryUnreadable() const;
    /// In the order of Tab.
    std::vector<QWidget*> fields() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    /// The kinds that are known, and the one that is there already if it is another.
    void offer(const QString& chosen);

    CustomerIdentifier m_shown;
    QComboBox* m_kind;
    LtrEdit* m_value;
    LtrEdit* m_country;
    DateEdit* m_expiry;
};

/// `civil_number` … in the language of the windows.
QString identifierKindText(const QString& kind);

} // namespace sanad
