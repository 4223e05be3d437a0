#pragma once

#include "core/queue/ticket.h"

#include <QFrame>

namespace sanad {

class DataTable;
class Label;

/// Chooses the line of a new ticket: by its number or letter, then Enter.
class LinePicker : public QFrame {
    Q_OBJECT

public:
    explicit LinePicker(QWidget* parent);

    void open(const std::vector<TicketLine>& lines);

Q_SIGNALS:
    void picked(const QString& line);
    void left();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showLines();
    void showTitle();

    std::vector<TicketLine> m_lines;
    QString m_unknown; ///< Typed, and no line.
    Label* m_title;
    DataTable* m_list;
};

} // namespace sanad
