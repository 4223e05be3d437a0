#pragma once

#include "ui/customers/merge_presenter.h"

#include <QWidget>

class QLineEdit;

namespace sanad {

class DataTable;
class EmptyState;
class FieldRow;
class KeyButton;
class Label;

/// Two records of one customer become one, and one becomes two again; a second person consents to both.
class MergePanel : public QWidget {
    Q_OBJECT

public:
    explicit MergePanel(MergePresenter& presenter, QWidget* parent = nullptr);

    /// The chosen match into the record that stays.
    void merge();
    /// The chosen merge.
    void undo();
    void retranslate();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void refresh();
    void showMatches();

    MergePresenter& m_presenter;
    Label* m_title;
    Label* m_advice;
    QLineEdit* m_search;
    FieldRow* m_searchRow;
    DataTable* m_matches;
    EmptyState* m_nobody;
    KeyButton* m_merge;
    Label* m_doneTitle;
    DataTable* m_done;
    KeyButton* m_undo;
};

} // namespace sanad
