#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/painted.h"

#include <QWidget>

#include <vector>

namespace sanad {

struct ChartBar {
    QString label;
    std::int64_t value = 0;
    QString text; ///< The value as written at the bar.
};

/// Painted bars, one below the other, growing from the reading side; or side by side for time, which then
/// runs in the reading direction with the value axis at its start. Every chart has a table twin beside it.
class BarChart : public QWidget, public Painted {
    Q_OBJECT

public:
    enum class Shape { Rows, Time };

    explicit BarChart(QWidget* parent = nullptr);

    void show(Shape shape, std::vector<ChartBar> bars);
    QAccessible::Role accessibleRole() const override { return QAccessible::Chart; }
    QStringList accessibleParts() const override;
    QSize sizeHint() const override { return {px(360), px(220)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintRows(QPainter& painter) const;
    void paintTime(QPainter& painter) const;
    QRect mirrored(const QRect& box) const;

    Shape m_shape = Shape::Rows;
    std::vector<ChartBar> m_bars;
    std::int64_t m_most = 1;
};

} // namespace sanad
