#pragma once

#include "core/forms/form_layout.h"

#include <QJsonArray>
#include <QWidget>

class QVBoxLayout;

namespace sanad {

class FormEditor;

/// Rows of a table field. There is always one empty row at the end; typing there makes the next.
class FormTable : public QWidget {
    Q_OBJECT

public:
    FormTable(std::vector<FormField> columns, QWidget* parent = nullptr);

    QJsonArray rows() const;
    void show(const QJsonArray& rows);
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    struct Line {
        QWidget* box;
        std::vector<FormEditor*> editors;
    };
    Line& addLine();
    static QJsonObject answers(const Line& line);

    std::vector<FormField> m_columns;
    std::vector<Line> m_lines;
    QVBoxLayout* m_column;
};

} // namespace sanad
