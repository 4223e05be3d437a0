#pragma once

#include <QString>

#include <optional>

namespace sanad {

/// Kinds of personal data that may not be kept without a permit of the ministry (Personal Data Protection
/// Law, Royal Decree 6/2022).
enum class SensitiveKind { Health, Genetic, Biometric, Origin, PrivateLife, Belief, Conviction };

/// `health`, `genetic`, `biometric`, `origin`, `private-life`, `belief`, `conviction`.
QString sensitiveKindKey(SensitiveKind kind);

/// What a paper or a field of a form is about, told by its name in either language; nothing for an ordinary
/// one.
std::optional<SensitiveKind> sensitiveKindOf(const QString& name);

} // namespace sanad
