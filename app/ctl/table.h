#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace sanad::ctl {

/// Rows in columns for a terminal.
class Table {
public:
    explicit Table(QStringList titles)
        : m_rows{std::move(titles)}
    {
    }
    void add(QStringList cells) { m_rows.push_back(std::move(cells)); }
    bool isEmpty() const { return m_rows.size() == 1; }
    QString text() const;

private:
    std::vector<QStringList> m_rows;
};

} // namespace sanad::ctl
