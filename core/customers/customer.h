#pragma once

#include "core/base/id.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace sanad {

enum class CustomerKind { Citizen, Resident, Visitor, Company };

/// `citizen`, `resident`, `visitor`, `company`.
QString customerKindKey(CustomerKind kind);
std::optional<CustomerKind> customerKindFromKey(QStringView key);

/// A number that an office gave. `kind` is a key of core/base/identifiers.h; `civil_number`, `cr_number` and
/// `passport_number` (with its country) belong to one customer only.
struct CustomerIdentifier {
    QString kind;
    QString value; ///< Normalised.
    QString country = QStringLiteral("OMN"); ///< ISO 3166-1 alpha-3 of who issued it.
    QDate expiry = {}; ///< Invalid: unknown.

    bool operator==(const CustomerIdentifier&) const = default;
};

/// Who may sign for a company.
struct AuthorisedPerson {
    CustomerId person;
    QString role; ///< As on the registration: "مفوض بالتوقيع", free text.
    QDate validUntil = {}; ///< Invalid: open.

    bool operator==(const AuthorisedPerson&) const = default;
};

/// A consent as it was given, to the words that were shown.
struct Consent {
    QString textVersion;
    QString language; ///< `ar`, `en`.
    QDateTime givenAt; ///< UTC.
    QString clerk; ///< The sign-in name.
    CustomerId guardian = {}; ///< Who consented for a child.
    QDateTime withdrawnAt = {}; ///< Invalid while it stands.

    bool operator==(const Consent&) const = default;
};

/// Somebody the centre works for. Identifying fields are sealed at rest; names are not, their search needs
/// them.
struct Customer {
    CustomerId id;
    CustomerKind kind = CustomerKind::Citizen;
    QString nameAr, nameEn; ///< As written on the document; at least one.
    QString sex; ///< `M`, `F`, empty.
    QDate birthDate;
    QString nationality; ///< ISO 3166-1 alpha-3.
    QString phone; ///< As normalisedPhone().
    QString otherPhone;
    QString email, address;
    QString wilayat; ///< Code of `governorates.json`.
    QString language; ///< `ar`, `en`: what the customer reads.
    std::vector<CustomerIdentifier> identifiers;
    std::vector<AuthorisedPerson> authorised; ///< Companies only.
    std::optional<Consent> consent; ///< The latest.
    QDateTime restrictedAt; ///< Since then nothing new may be done with the record; invalid when it is free.
    CustomerId mergedInto; ///< The record that took this one's place; none while it stands.
    QDateTime createdAt, updatedAt;

    /// The value of the first identifier of that kind, empty without one.
    QString identifier(QStringView identifierKind) const;
    /// The one to print: civil number, CR number, passport, else the first.
    const CustomerIdentifier* mainIdentifier() const;
    /// `•••••678`, empty without an identifier.
    QString maskedIdentifier() const;
    QString name(bool arabic) const;

    bool operator==(const Customer&) const = default;
};

/// One line of a list of matches.
struct CustomerMatch {
    CustomerId id;
    CustomerKind kind = CustomerKind::Citizen;
    QString nameAr, nameEn;
    QString maskedIdentifier;
    QString maskedPhone;
    bool restricted = false; ///< Nothing new may be done with the record.

    bool operator==(const CustomerMatch&) const = default;
};

/// A record that may be the same person, and why.
struct PossibleDuplicate {
    CustomerMatch match;
    bool sameIdentifier = false; ///< Certain: nothing new is saved.
    bool samePhone = false, sameBirthDate = false; ///< With a similar name.
};

} // namespace sanad
