#pragma once

#include <QObject>

#include <functional>
#include <vector>

class QLineEdit;
class QWidget;

namespace sanad {

/// Enter goes from field to field, and from the last one on.
class FieldChain : public QObject {
    Q_OBJECT

public:
    FieldChain(std::vector<QWidget*> fields, std::function<void()> last, QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::vector<QWidget*> m_fields;
    std::function<void()> m_last;
};

} // namespace sanad
