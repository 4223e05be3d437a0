#pragma once

#include "ui/shell/page.h"

namespace sanad {

/// The bottom line: the keys that are valid now.
class KeyLine : public QWidget {
    Q_OBJECT

public:
    explicit KeyLine(QWidget* parent = nullptr);

    void show(std::vector<KeyHint> hints);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<KeyHint> m_hints;
};

} // namespace sanad
