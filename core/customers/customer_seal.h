#pragma once

#include "core/crypto/vault.h"
#include "core/customers/customer.h"

namespace sanad {

/// What identifies a person, as one sealed value: birth date, phones, e-mail, address, identifiers. The only
/// place that writes or reads it.
QByteArray sealedPerson(const Vault& vault, const Customer& customer);
/// Fills these fields of `customer`, whose id says where the value was sealed. Throws DbError
/// `vault.damaged`.
void openPerson(const Vault& vault, const QByteArray& sealed, Customer& customer);

/// A number as the search looks it up: capitals and digits without separators, Omani phones without their
/// country.
QString searchableNumber(QStringView text);
/// The digits of a number, when it has four or more: what its last digits are looked for in.
QString digitsOf(QStringView number);

QByteArray exactIndex(const Vault& vault, const QString& searchable);
/// Keyed, of the last four digits, and behind them of the last five and six: so the key of a shorter ending
/// is the beginning of that of a longer one. Of as many as there are; empty below four.
QByteArray tailIndex(const Vault& vault, const QString& digits);
/// The greatest key that begins with `tail`.
QByteArray tailIndexEnd(const QByteArray& tail);

} // namespace sanad
