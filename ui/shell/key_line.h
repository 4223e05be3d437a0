#pragma once

#include "ui/shell/page.h"
#include "ui/widgets/painted.h"

namespace sanad {

/// The bottom line: the keys that are valid now.
class KeyLine : public QWidget, public Painted {
    Q_OBJECT

public:
    explicit KeyLine(QWidget* parent = nullptr);

    void show(std::vector<KeyHint> hints);

    QAccessible::Role accessibleRole() const override { return QAccessible::StatusBar; }
    QStringList accessibleParts() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<KeyHint> m_hints;
};

} // namespace sanad
