#include "app/portal/certificate.h"

#include "core/base/whole_file.h"

#include <QDir>
#include <QSaveFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace sanad::portal {

namespace {

template <auto Free> struct Freer {
    template <class T> void operator()(T* object) const { Free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Memory = std::unique_ptr<BIO, Freer<BIO_free_all>>;

constexpr long kTenYears = 60L * 60 * 24 * 3652;

struct Subject {
    const char* name;
    const char* constraints;
    const char* usage;
    const char* extendedUsage; ///< Null for the authority.
    const char* alternativeNames; ///< Null where there is none.
};

constexpr Subject kAuthority{
    "Sanad portal authority", "critical,CA:TRUE", "critical,keyCertSign,cRLSign", nullptr, nullptr};
constexpr Subject kServer{"localhost", "critical,CA:FALSE", "critical,digitalSignature", "serverAuth",
    "DNS:localhost,IP:127.0.0.1,IP:::1"};
constexpr Subject kClient{"desk", "critical,CA:FALSE", "critical,digitalSignature", "clientAuth", nullptr};

bool extend(X509* certificate, X509* issuer, int nid, const char* value)
{
    if (!value) return true;
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// Signed by `issuerKey`; `issuer` null means by itself.
Certificate issue(
    const Subject& subject, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuerKey, const char* serverIp)
{
    Certificate certificate(X509_new());
    unsigned char serial[16];
    if (!certificate || RAND_bytes(serial, sizeof serial) != 1) return nullptr;
    serial[0] &= 0x7f;
    const std::unique_ptr<BIGNUM, Freer<BN_free>> number(BN_bin2bn(serial, sizeof serial, nullptr));
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get()));
    X509_set_version(certificate.get(), 2);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60L * 60 * 24);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kTenYears);
    X509_set_pubkey(certificate.get(), key);
    // Two authorities of one name would be taken for each other until a signature fails.
    const std::string name = issuer
        ? subject.name
        : subject.name + (' ' + QByteArray(reinterpret_cast<char*>(serial), 4).toHex().toStdString());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    X509* const signer = issuer ? issuer : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));

    std::string names = subject.alternativeNames ? subject.alternativeNames : "";
    if (!names.empty() && serverIp) names += std::string(",IP:") + serverIp;
    const bool extended = extend(certificate.get(), signer, NID_basic_constraints, subject.constraints) &&
        extend(certificate.get(), signer, NID_key_usage, subject.usage) &&
        extend(certificate.get(), signer, NID_ext_key_usage, subject.extendedUsage) &&
        extend(certificate.get(), signer, NID_subject_key_identifier, "hash") &&
        extend(certificate.get(), signer, NID_subject_alt_name, names.empty() ? nullptr : names.c_str());
    if (!extended || X509_sign(certificate.get(), issuerKey, EVP_sha256()) == 0) return nullptr;
    return certificate;
}

bool save(const QString& path, const QByteArray& pem, bool secret)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return false;
    if (secret) file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return file.write(pem) == pem.size() && commitWhole(file);
}

QByteArray content(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, size};
}

bool saveKey(const QString& path, EVP_PKEY* key)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    return PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1 &&
        save(path, content(memory.get()), true);
}

bool saveCertificate(const QString& path, X509* certificate)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(memory.get(), certificate) == 1 && save(path, content(memory.get()), false);
}

Key newKey()
{
    return Key(EVP_EC_gen("P-256"));
}

bool makeAll(const CertificateFiles& files, const QString& serverIp)
{
    const Key authorityKey = newKey(), serverKey = newKey(), clientKey = newKey();
    if (!authorityKey || !serverKey || !clientKey) return false;
    const Certificate authority = issue(kAuthority, authorityKey.get(), nullptr, authorityKey.get(), nullptr);
    if (!authority) return false;
    const QByteArray ip = serverIp.toLatin1();
    const Certificate server = issue(kServer, serverKey.get(), authority.get(), authorityKey.get(),
        ip.isEmpty() ? nullptr : ip.constData());
    const Certificate client = issue(kClient, clientKey.get(), authority.get(), authorityKey.get(), nullptr);
    // The authority's private key is not kept: nothing else is ever signed by it.
    return server && client && saveKey(files.serverKey, serverKey.get()) &&
        saveCertificate(files.serverCertificate, server.get()) && saveKey(files.clientKey, clientKey.get()) &&
        saveCertificate(files.clientCertificate, client.get()) &&
        saveCertificate(files.authority, authority.get());
}

} // namespace

Result<CertificateFiles> ensureCertificates(const QString& folder, const QString& serverIp)
{
    const QDir dir(folder);
    const CertificateFiles files{dir.filePath(u"ca.pem"_s), dir.filePath(u"server.pem"_s),
        dir.filePath(u"server.key"_s), dir.filePath(u"client.pem"_s), dir.filePath(u"client.key"_s)};
    // The authority is written last, so its presence means that all five are there.
    if (QFile::exists(files.authority)) return files;
    if (!QDir().mkpath(folder) || !makeAll(files, serverIp))
        return Error{ErrorCode::Unreachable, u"portal.certificate"_s, {}, folder};
    return files;
}

} // namespace sanad::portal
