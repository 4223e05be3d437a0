#pragma once

#include "core/transactions/service_form.h"

#include <QSet>
#include <QWidget>

#include <functional>

class QScrollArea;

namespace sanad {

class ErrorSummary;
class FormEditor;
class Label;

/// What is wrong with one answer, in the language of the windows; an empty field: with the form as a whole.
struct FormNote {
    QString field;
    QString sentence;
    bool warning = false;
};

/// The sentences for faults of a form with these answers, one for each answer.
std::vector<FormNote> formNotes(
    const FormLayout& layout, const std::vector<FormFault>& faults, const QJsonObject& answers);

/// The fields of a form as its layout says, what is wrong beside each and in a summary above. Whoever owns it
/// keeps the answers.
class FormView : public QWidget {
    Q_OBJECT

public:
    explicit FormView(QWidget* parent = nullptr);

    /// Makes the fields anew and fills in what was typed.
    void build(std::shared_ptr<const ServiceForm> form, const QJsonObject& typed);
    /// What shows, what is calculated and what is taken as default follow; what is being typed stays.
    void showAnswers(const QJsonObject& completed);
    enum class Attention { Take, Leave };
    /// Of how many fields must be corrected, and how many looked at.
    using NotesTitle = std::function<QString(int blocking, int doubtful)>;
    /// Marks the fields and lists them under `title`, with a link each; a field that is answered anew is off
    /// the list. Takes the focus to the list when somebody has just asked; leaves it, and what was answered
    /// since, when the same is only said in another language.
    void showNotes(
        const NotesTitle& title, const std::vector<FormNote>& notes, Attention attention = Attention::Take);
    /// True while the summary stands above the form.
    bool showsNotes() const;
    /// To where it was; else to the first empty field.
    void placeCaret(const QString& field, int caret);
    void focusField(const QString& field);
    /// Tells caretMoved() of where it is now.
    void noteCaret();

    /// Null when the form has none of that name.
    FormEditor* editor(const QString& field) const;
    QStringList visibleFields() const;
    void retranslate();

Q_SIGNALS:
    /// An undefined value: the field was emptied.
    void answered(const QString& field, const QJsonValue& value);
    void caretMoved(const QString& field, int caret);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Section {
        FormSection section;
        QWidget* box;
        Label* title;
        std::vector<FormEditor*> editors;
    };
    void listNotes();
    Section makeSection(const FormSection& section);
    void moveOn(FormEditor* from);
    FormEditor* focused() const;
    std::vector<FormEditor*> typed() const;

    ErrorSummary* m_summary;
    QScrollArea* m_scroll;
    std::shared_ptr<const ServiceForm> m_form;
    std::vector<Section> m_sections;
    NotesTitle m_notesTitle;
    std::vector<FormNote> m_notes;
    QSet<QString> m_answered; ///< Since the notes were first shown.
};

} // namespace sanad
