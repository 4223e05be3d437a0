#pragma once

#include "core/receipts/receipt.h"
#include "core/settings/centre.h"
#include "ui/text/language.h"

#include <QImage>
#include <QObject>

#include <functional>

namespace sanad {

struct Error;

/// Sends receipts to the counter's printer, away from the windows. Without a printer nothing is printed and
/// the receipt can be saved as PDF.
class ReceiptOutput : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setCentre(const Centre& centre) { m_centre = centre; }
    /// Path of the printer's device; empty: none.
    void setDevice(const QString& device) { m_device = device; }
    bool hasPrinter() const { return !m_device.isEmpty(); }

    /// `copy` 0 is the original; the n-th reprint is marked. printed(), or failed() and `lost`, which also
    /// runs when there is no printer any more.
    void print(
        const Receipt& receipt, int copy, std::function<void()> lost = [] {});
    /// The recovery code, on paper alone. codePrinted() or failed() follows; failed() without a printer too.
    void printCode(const QString& code);
    /// Writes an A5 page to `path`.
    void savePdf(const Receipt& receipt, const QString& path);
    /// The picture that the printer prints, for the screen.
    void preview(const Receipt& receipt, QObject* context, std::function<void(const QImage&)> ready);

Q_SIGNALS:
    /// `copy` as in print().
    void printed(const QString& number, int copy);
    void codePrinted();
    void saved(const QString& path);
    void failed(const sanad::Error& error);

private:
    Centre m_centre;
    QString m_device;
};

} // namespace sanad
