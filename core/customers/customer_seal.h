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
/// The last four digits of a number, empty when it has fewer.
QString lastDigits(QStringView number);

QByteArray exactIndex(const Vault& vault, const QString& searchable);
/// Empty for a number without four digits.
QByteArray tailIndex(const Vault& vault, const QString& fourDigits);

} // namespace sanad
