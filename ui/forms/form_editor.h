#pragma once

#include "core/forms/form_layout.h"
#include "ui/widgets/field_row.h"

#include <QJsonValue>
#include <QObject>

class QLineEdit;

namespace sanad {

/// Edits one answer of a form with the widget that its layout asks for. The value is what is typed, also
/// while it is not valid; undefined while empty.
class FormEditor : public QObject {
    Q_OBJECT

public:
    FormEditor(FormField field, QWidget* parent);

    const FormField& field() const { return m_field; }
    FieldRow* row() const { return m_row; }
    QJsonValue value() const { return m_value(); }
    /// Does not tell edited().
    void show(const QJsonValue& value);
    void retranslate();
    void focus();
    /// What takes the keys.
    QWidget* input() const;
    int caret() const;
    void setCaret(int position);

Q_SIGNALS:
    void edited();

private:
    void build(QWidget* parent);
    void buildText(QWidget* parent);
    void buildNumber(QWidget* parent);
    void buildMoney(QWidget* parent);
    void buildDate(QWidget* parent);
    void buildEnum(QWidget* parent);
    void buildBoolean(QWidget* parent);
    void buildIdentifier(QWidget* parent);
    void buildMultiline(QWidget* parent);
    void buildTable(QWidget* parent);

    FormField m_field;
    QWidget* m_editor = nullptr;
    FieldRow* m_row = nullptr;
    std::function<QJsonValue()> m_value;
    std::function<void(const QJsonValue&)> m_show;
    std::function<void()> m_retranslate;
    bool m_showing = false;
};

} // namespace sanad
