#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace sanad {

/// What the machine readable zone of a card (TD1) or passport (TD3) says. The document number is not the
/// civil number: show it for confirmation.
struct MrzDocument {
    bool passport = false;
    QString documentCode, issuer, number, nationality, surname, givenNames, optionalData;
    QChar sex; ///< M, F, X or null.
    QDate birthDate, expiry;
    bool checksRight = false; ///< Every check digit, the composite too.
};
/// Reads the lines of a scanned MRZ; spaces are dropped, O I B S in numeric fields read as 0 1 8 5. `today`
/// decides the century of the birth date. Nothing when the form is not one of the two.
std::optional<MrzDocument> readMrz(const QString& text, const QDate& today);

} // namespace sanad
