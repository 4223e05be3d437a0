#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <httplib.h>

namespace sanad::portal {

/// An RFC 9457 problem: its type's last part, status and English title.
struct Problem {
    const char* type;
    int status;
    const char* title;
};

constexpr Problem kMalformed{"malformed", 400, "The request cannot be read"};
constexpr Problem kHashMismatch{"hash-mismatch", 400, "The content is not the one that the hash names"};
constexpr Problem kUnauthorised{"unauthorised", 401, "The access token is missing or has expired"};
constexpr Problem kInsufficientBalance{"insufficient-balance", 402, "The wallet's balance is too low"};
constexpr Problem kBadSignature{"bad-signature", 403, "The signature does not match"};
constexpr Problem kKeyChanged{"key-changed", 403, "The desk's signing key is not the one on record"};
constexpr Problem kNotFound{"not-found", 404, "Nothing has that name here"};
constexpr Problem kKeyReused{"key-reused", 409, "The key was used for something else"};
constexpr Problem kFeeSettled{"fee-settled", 409, "The fee was paid by another payment"};
constexpr Problem kFeeAmount{"fee-amount", 422, "The amount is not the government fee of the item"};
constexpr Problem kLimits{"limits", 413, "Too many items or bytes"};
constexpr Problem kUnavailable{"unavailable", 503, "The portal is not available"};

void answer(httplib::Response& response, const Problem& problem, const QByteArray& detail = {});
void answer(httplib::Response& response, const QByteArray& json);
/// The problem of an error of this program.
const Problem& problemOf(const Error& error);

/// Header as bytes; empty when absent.
QByteArray header(const httplib::Request& request, const char* name);
/// 401 with the challenge that RFC 6750, 3 asks for.
void refuseBearer(const httplib::Request& request, httplib::Response& response);
/// What follows `Bearer `; empty without one.
QByteArray bearer(const httplib::Request& request);
bool isUuid(const QString& text);

} // namespace sanad::portal
