#pragma once

#include "core/base/actor.h"
#include "ui/shell/page.h"

#include <QHash>

class QVBoxLayout;

namespace sanad {

class KeyButton;

/// The list of screens at the start side, each with its key.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void setPages(const std::vector<PageEntry>& pages);
    /// Hides the pages that `actor` may not use.
    void showFor(const Actor& actor);
    /// Marks the page in front.
    void mark(const QString& id);

Q_SIGNALS:
    void wanted(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    struct Item {
        PageEntry page;
        KeyButton* button;
    };
    std::vector<Item> m_items;
    QVBoxLayout* m_column;
};

} // namespace sanad
