#pragma once

#include "ui/documents/documents_presenter.h"
#include "ui/shell/page.h"

namespace sanad {

class DataTable;
class EmptyState;
class KeyButton;
class Label;

/// The papers of a service: Space marks one as seen and moves on, Enter shows what was scanned of it.
class DocumentsPage : public Page {
    Q_OBJECT

public:
    explicit DocumentsPage(DocumentsPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void toggle(int row);
    /// Shows the scans of a paper that was scanned; of any other, marks it.
    void open();
    void scan();
    void show(const ChecklistItem& item);
    /// Asks, and removes then.
    void remove(QWidget* over, const DocumentFile& file);
    const ChecklistItem* chosen() const;

    DocumentsPresenter& m_presenter;
    Label* m_title;
    DataTable* m_list;
    EmptyState* m_none;
    KeyButton* m_look;
    KeyButton* m_scan;
    KeyButton* m_finish;
    QString m_asked; ///< The paper that the window tells to be missing.
};

} // namespace sanad
