#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace sanad {

/// Argon2id (RFC 9106), one pass over 64 MiB by default: what an old PC bears at a sign-in.
struct PasswordCost {
    unsigned long long operations = 2;
    std::size_t memoryBytes = 64u * 1024 * 1024;
};

/// A verifier string for `secret`, with its own salt and cost in it. NFC-normalised first.
QString hashPassword(const QString& secret, PasswordCost cost = {});
bool verifyPassword(const QString& verifier, const QString& secret);

/// `key` wrapped under `secret`: salt, cost, nonce and box in one blob.
QByteArray wrapKey(const QByteArray& key, const QString& secret, PasswordCost cost = {});
/// Errors: Denied `sign-in.wrong` when the secret is not the one.
Result<QByteArray> unwrapKey(const QByteArray& wrapped, const QString& secret);

} // namespace sanad
