#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace sanad {

/// One figure of the owner's page: what it is, how much, and a remark. Takes the focus; Enter or Space opens
/// it.
class FigureTile : public QAbstractButton {
    Q_OBJECT

public:
    explicit FigureTile(QWidget* parent = nullptr);

    /// `main` figures stand in the largest size.
    void show(const QString& title, const QString& figure, const QString& remark, bool main = false);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_figure;
    QString m_remark;
    bool m_main = false;
};

} // namespace sanad
