#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace sanad {

// What of a picture that somebody brought may reach a decoder. The bytes are gone through once.

/// A PNG without all that is not its picture: texts, profiles, dates and further frames, which a decoder
/// would unpack before anything is drawn. What is cut off or out of order stays for the decoder to refuse.
QByteArray pngPictureOnly(QByteArrayView png);

/// How many scans a JPEG has: a decoder goes over the whole picture once for each.
qint64 jpegScans(QByteArrayView jpeg);

} // namespace sanad
