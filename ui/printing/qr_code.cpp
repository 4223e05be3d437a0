#include "ui/printing/qr_code.h"

#include <qrcodegen/qrcodegen.hpp>

#include <QCache>

#include <mutex>
#include <stdexcept>

namespace sanad {

namespace {

/// The standard lets an encoder try all eight masks for the calmest picture, which takes longer than all the
/// rest of the code. What is encoded here is mostly a signature, as good as random, so that they hardly
/// differ; readers take any.
constexpr int kMask = 3;

QrCode encode(const QString& text)
{
    QrCode code;
    try {
        using qrcodegen::QrSegment;
        const auto matrix = qrcodegen::QrCode::encodeSegments(
            QrSegment::makeSegments(text.toUtf8().constData()), qrcodegen::QrCode::Ecc::MEDIUM,
            qrcodegen::QrCode::MIN_VERSION, qrcodegen::QrCode::MAX_VERSION, kMask);
        code.modules = matrix.getSize();
        code.path.setFillRule(Qt::WindingFill);
        for (int y = 0; y < code.modules; ++y) {
            for (int x = 0; x < code.modules;) {
                int end = x;
                while (end < code.modules && matrix.getModule(end, y))
                    ++end;
                if (end > x) code.path.addRect(x, y, end - x, 1);
                x = end + 1;
            }
        }
    } catch (const std::length_error&) {
        return {};
    }
    return code;
}

} // namespace

QrCode qrCode(const QString& text)
{
    static std::mutex mutex;
    static QCache<QString, QrCode> kept(16);
    const std::lock_guard lock(mutex);
    if (const QrCode* known = kept.object(text)) return *known;
    auto* made = new QrCode(encode(text));
    kept.insert(text, made);
    return *made;
}

} // namespace sanad
