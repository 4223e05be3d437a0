#pragma once

#include "core/base/result.h"

#include <QString>

namespace sanad::portal {

/// The files of the portal's own certificate authority, in PEM.
struct CertificateFiles {
    QString authority; ///< What a desk trusts.
    QString serverCertificate, serverKey;
    QString clientCertificate, clientKey; ///< For a desk, where mutual TLS is asked for.
};

/// Finds them in `folder`, or makes there an authority, a server certificate (localhost, 127.0.0.1, ::1, and
/// `serverIp` unless empty) and a client certificate: P-256, ten years, private keys readable by the owner
/// alone. Errors: Unreachable `portal.certificate` when OpenSSL or the folder refuses.
Result<CertificateFiles> ensureCertificates(const QString& folder, const QString& serverIp);

} // namespace sanad::portal
