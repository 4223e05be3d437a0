#pragma once

#include "core/catalogue/pack_contents.h"
#include "core/catalogue/pack_file.h"

#include <QStringList>

#include <vector>

namespace sanad {

/// A service whose government fee a clerk may have to take from the portal, and why.
struct ClerkEnteredFee {
    QString service;
    QStringList causes; ///< Keys as FeeQuote::why.

    bool operator==(const ClerkEnteredFee&) const = default;
};

/// What `pack check` says of a file. The contents are usable only when there are no problems.
struct PackReport {
    PackContents contents;
    QByteArray publisher;
    QByteArray hash;
    std::vector<Error> problems; ///< Unusable `pack.*`; the first arg is where in the pack.
    std::vector<ClerkEnteredFee> clerkEntered;
};

/// Signature, shape, translations, references, every form compiled, every fee against its form.
/// Needs no database and no actor. Errors: those of readPackFile().
Result<PackReport> checkPack(QByteArrayView bytes);

/// The same for a document that is no file yet.
PackReport checkPackDocument(const QJsonObject& document);

} // namespace sanad
