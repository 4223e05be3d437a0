#pragma once

#include "ui/shell/key_map.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace sanad {

class Label;

/// Finds a command by its name in either language and shows every command's key. Lies over the workspace,
/// Esc takes it away.
class CommandSearch : public QFrame {
    Q_OBJECT

public:
    explicit CommandSearch(QWidget* parent);

    void open();

Q_SIGNALS:
    void chosen(sanad::Command command);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// The height, at most `most`, in which no row is cut.
    int wholeRows(int most) const;
    void fill();
    void choose();
    void leave();

    QLineEdit* m_text;
    QListWidget* m_list;
    Label* m_nothing;
    QPointer<QWidget> m_cameFrom;
};

} // namespace sanad
