#pragma once

#include <QAccessible>
#include <QStringList>

namespace sanad {

/// A widget that paints its words itself. Screen readers are told of them as of a list: what it is, and each
/// part by itself. A QWidget derives from this beside QWidget and keeps its parts up to date.
class Painted {
public:
    Painted();
    virtual ~Painted() = default;

    virtual QAccessible::Role accessibleRole() const = 0;
    /// What can be read on it, in reading order. One part is the name itself.
    virtual QStringList accessibleParts() const = 0;

protected:
    Painted(const Painted&) = default;
    Painted& operator=(const Painted&) = default;
};

} // namespace sanad
