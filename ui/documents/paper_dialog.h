#pragma once

#include "ui/documents/documents_presenter.h"
#include "ui/theme/colours.h"

#include <QDialog>

class QLabel;
class QScrollArea;

namespace sanad {

class Label;

/// Shows the kept scans of one paper: each as a picture, or by what is known of it, with the ways to take a
/// plain copy out and to remove it. Everything by keys: Ctrl+1…9 the nth scan, + and − the size.
class PaperDialog : public QDialog {
    Q_OBJECT

public:
    /// Over the window of `over`; `removeWanted` is asked before anything is gone.
    PaperDialog(QWidget* over, DocumentsPresenter& presenter, ChecklistItem item);

Q_SIGNALS:
    void removeWanted(const sanad::DocumentFile& file);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void show(std::size_t index);
    void tell(Tone tone, const QString& sentence);
    void draw();
    void zoom(double factor);
    void takeCopy();
    void writeCopy(const QString& path, const Approval& approval);
    const DocumentFile& file() const { return m_item.files[m_index]; }

    DocumentsPresenter& m_presenter;
    ChecklistItem m_item;
    std::size_t m_index = 0;
    PaperPicture m_picture;
    double m_zoom = 1; ///< Of what fits into the window.
    Label* m_facts;
    Label* m_expiry;
    Label* m_which;
    Label* m_note;
    QScrollArea* m_area;
    QLabel* m_shown;
};

/// The paper's name in the language of the windows.
QString paperName(const ChecklistItem& item);
/// "Expires on …", or that it did; empty where nothing is known.
QString expiryWords(const QDate& expiry, bool over);
/// The paper's time is over by today.
bool isOver(const QDate& expiry);

} // namespace sanad
