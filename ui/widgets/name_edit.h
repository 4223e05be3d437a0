#pragma once

#include <QLineEdit>

namespace sanad {

/// A name or free text: its direction and side follow what is in it, the window's while it is empty.
class NameEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit NameEdit(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow();
};

} // namespace sanad
