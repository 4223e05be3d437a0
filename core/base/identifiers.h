#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace sanad {

/// How well a rule is founded (`identifiers.json` confidence). Only a verified one may block.
enum class RuleCertainty { Verified, CommonlyKnown, Guess };

enum class IdentifierVerdict {
    Fine,
    Unusual, ///< Unlike what is known; may be saved after a person confirms it.
    Refused, ///< Breaks a verified rule or a check digit.
};

/// What a rule says about one text.
struct IdentifierCheck {
    QString value; ///< As to be stored.
    IdentifierVerdict verdict = IdentifierVerdict::Fine;
    /// `identifier.format`, `identifier.length`, `identifier.checksum`, `identifier.unknown-kind`; empty when
    /// fine.
    QString problem;
};

/// One row of the table of identifiers.
struct IdentifierRule {
    QStringView key; ///< `civil_number`, `passport_number` … as in `identifiers.json`.
    QStringView pattern; ///< On the stored form.
    QStringView usualPattern; ///< Narrower; outside it is unusual. Empty: none.
    RuleCertainty certainty = RuleCertainty::Guess;
};

/// All rules; tests hold them against `identifiers.json`.
const std::vector<IdentifierRule>& identifierRules();
const IdentifierRule* identifierRule(QStringView key);
/// True when `text`, as it is, has the form of the kind (no normalising, no check digit).
bool hasIdentifierForm(QStringView key, const QString& text);

/// The form to store and to compare: digits 0-9, separators and prefixes gone, capitals, plate letters Latin.
/// Unknown kinds are trimmed only.
QString normalisedIdentifier(QStringView key, QStringView text);
/// Normalises and judges. An empty text is unusual of every kind.
IdentifierCheck checkIdentifier(QStringView key, QStringView text);

/// A phone number as stored: `+96892123456` for an Omani one however it was typed, `+…` for a foreign one
/// typed with + or 00, else its digits.
QString normalisedPhone(QStringView text);
/// Omani mobile, landline and toll-free numbers are fine, so are foreign ones with their country (E.164);
/// anything else is unusual.
IdentifierCheck checkPhone(QStringView text);
/// The stored form as read by people: `9212 3456`, `+971 501234567`.
QString phoneText(const QString& stored);

/// `•••••678`: all but the last three characters hidden; shorter texts wholly.
QString maskedIdentifier(QStringView value);

/// ISO 13616: the remainder of the rearranged number by 97 is 1. `iban` in stored form.
bool isIbanChecksumRight(QStringView iban);

} // namespace sanad
