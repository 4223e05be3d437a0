#pragma once

#include "core/base/actor.h"
#include "core/crypto/password.h"
#include "core/people/staff_repository.h"

namespace sanad {

/// Errors: Invalid `people.password-short` (arg: least length).
Result<> checkNewPassword(const QString& password);
/// Whether somebody may approve what others do (Permission::ApproveActs).
enum class Approves { No, Yes };
/// Who approves needs a longer one: it can be tried by who stole the data. Errors: Invalid `people.pin`,
/// `people.pin-approver` (arg: least digits).
Result<> checkNewPin(const QString& pin, Approves approves);
/// What `role` may do as it is now.
Approves approvesAs(Tx& tx, Role role);
constexpr int kApproverPin = 6; ///< Digits.
/// Whether `staff` has a PIN that somebody else knows because they set it.
bool pinIsGiven(Tx& tx, StaffId staff);

/// The verifier of a PIN as it is stored.
QByteArray sealedPin(const Vault& vault, StaffId staff, const QString& pin, PasswordCost cost);

/// Makes a recovery code that opens the data key from now on, instead of every earlier one, with its audit
/// line. `vault` holds the key. 25 characters of Crockford's base 32 in groups of five: 125 bits, no letter
/// that reads like a digit.
QString renewRecoveryCode(Tx& tx, const Vault& vault, const Actor& by, PasswordCost cost);

/// Who manages staff may not thereby become an owner or touch one: that takes an owner.
/// Errors: Denied `people.owner-only`; those of refuseDifferent().
Result<> mayManage(Tx& tx, Role role, const Actor& by);

/// Nobody gives what they do not hold, nor takes over who holds more: `by` holds every permission of `role`,
/// or is an owner. Errors: Denied `people.holds-more` (arg: a permission that `by` lacks).
Result<> mayGive(Tx& tx, Role role, const Actor& by);

/// The person, if `by` may manage them. Errors besides: NotFound `people.not-found`; those of mayOverrule().
Result<Staff> managed(Tx& tx, StaffId staff, const Actor& by);

} // namespace sanad
