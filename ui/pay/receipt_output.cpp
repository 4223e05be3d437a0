#include "ui/pay/receipt_output.h"

#include "core/base/error.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/code_sheet.h"
#include "ui/printing/escpos.h"
#include "ui/printing/print.h"
#include "ui/printing/printer_device.h"
#include "ui/printing/save_sheet.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Runs `work` beside the windows and gives its answer to `done` on the thread of `owner`.
template <class Work, class Done> void beside(QObject* owner, Work work, Done done)
{
    QThreadPool::globalInstance()->start([watcher = QPointer<QObject>(owner), work, done] {
        auto answer = work();
        QMetaObject::invokeMethod(
            qApp,
            [watcher, done, answer] {
                if (watcher) done(answer);
            },
            Qt::QueuedConnection);
    });
}

} // namespace

void ReceiptOutput::print(const Receipt& receipt, int copy, std::function<void()> lost)
{
    if (m_device.isEmpty()) return lost();
    ReceiptOptions options;
    options.copy = copy;
    if (copy > 0) options.reprintedAt = QDateTime::currentDateTimeUtc();
    beside(
        this,
        [receipt, options, centre = centrePrint(m_centre, receipt), device = m_device] {
            return sendToPrinter(device, receiptEscPos(receipt, centre, options));
        },
        [this, number = receipt.number, copy, lost](bool done) {
            if (done) return Q_EMIT printed(number, copy);
            lost();
            Q_EMIT failed({ErrorCode::Unreachable, u"printer.unreachable"_s, {number}, {}});
        });
}

void ReceiptOutput::printCode(const QString& code)
{
    if (m_device.isEmpty())
        return Q_EMIT failed({ErrorCode::Unreachable, u"printer.none-for-code"_s, {}, {}});
    beside(
        this,
        [code, centre = centrePrint(m_centre, QDate::currentDate()), device = m_device] {
            const Sheet sheet = recoveryCodeSheet(code, centre, QDateTime::currentDateTimeUtc());
            return sendToPrinter(device, escPos(thermalRaster(sheet), {}));
        },
        [this](bool done) {
            if (done)
                Q_EMIT codePrinted();
            else
                Q_EMIT failed({ErrorCode::Unreachable, u"printer.no-code"_s, {}, {}});
        });
}

void ReceiptOutput::savePdf(const Receipt& receipt, const QString& path)
{
    beside(
        this,
        [receipt, path, centre = centrePrint(m_centre, receipt)] {
            return saveFile(receiptPdf(receipt, centre, {}, Paper::A5), path).has_value();
        },
        [this, path](bool done) {
            if (done)
                Q_EMIT saved(path);
            else
                Q_EMIT failed({ErrorCode::Unreachable, u"printer.no-pdf"_s, {}, {}});
        });
}

void ReceiptOutput::preview(
    const Receipt& receipt, QObject* context, std::function<void(const QImage&)> ready)
{
    beside(
        context,
        [receipt, centre = centrePrint(m_centre, receipt)] {
            return receiptRaster(receipt, centre, {}).convertToFormat(QImage::Format_Grayscale8);
        },
        ready);
}

} // namespace sanad
