#pragma once

#include <QLineEdit>

namespace sanad {

/// An edit whose content reads left to right in both languages and holds ASCII digits whatever was typed.
class LtrEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit LtrEdit(QWidget* parent = nullptr);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void normalise(const QString& typed);
};

} // namespace sanad
