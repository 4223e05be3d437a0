#pragma once

#include <QFrame>

#include <vector>

class QVBoxLayout;

namespace sanad {

class KeyButton;
class Label;

/// What must be corrected before the form goes on: one link for each field. Takes the focus when it appears.
class ErrorSummary : public QFrame {
    Q_OBJECT

public:
    struct Line {
        QString field; ///< Name; empty for the form as a whole.
        QString sentence;
        bool warning = false;
    };

    explicit ErrorSummary(QWidget* parent = nullptr);

    /// Takes the focus only where the caller gives it: a language that is switched shows the same lines
    /// again.
    void show(const QString& title, const std::vector<Line>& lines);
    void clear();

Q_SIGNALS:
    void wanted(const QString& field);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void removeLinks();

    Label* m_title;
    QVBoxLayout* m_links;
    bool m_warning = false;
};

} // namespace sanad
