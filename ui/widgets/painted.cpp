#include "ui/widgets/painted.h"

#include <QAccessibleWidget>
#include <QPointer>
#include <QWidget>

#include <vector>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QStringList partsOf(const QWidget* widget)
{
    const auto* painted = dynamic_cast<const Painted*>(widget);
    return painted ? painted->accessibleParts() : QStringList();
}

/// One part; has no object of its own.
class PartAccess : public QAccessibleInterface {
public:
    PartAccess(QWidget* widget, int index)
        : m_widget(widget)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_widget && m_index < partsOf(m_widget).size(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_widget ? m_widget->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::StaticText; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? partsOf(m_widget).value(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    QRect rect() const override
    {
        return m_widget ? QRect(m_widget->mapToGlobal(QPoint()), m_widget->size()) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invisible = !m_widget || !m_widget->isVisible();
        return state;
    }

private:
    QPointer<QWidget> m_widget;
    int m_index;
};

class PaintedAccess : public QAccessibleWidget {
public:
    PaintedAccess(QWidget* widget, QAccessible::Role role)
        : QAccessibleWidget(widget, role)
    {
    }
    ~PaintedAccess() override
    {
        for (const QAccessible::Id part : m_parts)
            QAccessible::deleteAccessibleInterface(part);
    }
    PaintedAccess(const PaintedAccess&) = delete;
    PaintedAccess& operator=(const PaintedAccess&) = delete;

    QString text(QAccessible::Text kind) const override
    {
        const QString own = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && own.isEmpty() ? partsOf(widget()).join(u", "_s) : own;
    }
    int childCount() const override
    {
        const auto count = static_cast<int>(partsOf(widget()).size());
        return count > 1 ? count : 0;
    }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) return nullptr;
        while (static_cast<int>(m_parts.size()) <= index)
            m_parts.push_back(QAccessible::registerAccessibleInterface(
                new PartAccess(widget(), static_cast<int>(m_parts.size()))));
        return QAccessible::accessibleInterface(m_parts[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child) return i;
        return -1;
    }

private:
    mutable std::vector<QAccessible::Id> m_parts; ///< Made when they are first asked for.
};

QAccessibleInterface* accessOf(const QString&, QObject* object)
{
    const auto* painted = dynamic_cast<Painted*>(object);
    if (!painted) return nullptr;
    return new PaintedAccess(static_cast<QWidget*>(object), painted->accessibleRole());
}

} // namespace

Painted::Painted()
{
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
}

} // namespace sanad
