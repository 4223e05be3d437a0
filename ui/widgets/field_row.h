#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

namespace sanad {

/// How bad what stands in a field is: `Warn` may be confirmed, `Block` not.
enum class Fault { None, Warn, Block };

/// A label above its editor and, below it, what is wrong with it. The label is the editor's buddy and gives
/// it its accessible name.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    FieldRow(const QString& label, QWidget* editor, QWidget* parent = nullptr);

    void setLabel(const QString& label, bool required = false);
    QString label() const { return m_text; }
    QWidget* editor() const { return m_editor; }
    void setFault(Fault fault, const QString& sentence);
    /// As setFault(), following the language.
    void explain(Fault fault, Words words);
    /// A quiet remark under the field; a fault takes its place.
    void setHint(const QString& hint);
    Fault fault() const { return m_fault; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void mark(Fault fault, const QString& sentence);
    void showMessage();

    QString m_text;
    QString m_sentence;
    Words m_words;
    QString m_hint;
    Fault m_fault = Fault::None;
    Label* m_label;
    QWidget* m_editor;
    Label* m_message;
};

} // namespace sanad
