#include "core/crypto/hash.h"
#include "core/crypto/password.h"
#include "core/crypto/signing.h"
#include "core/crypto/vault.h"
#include "tests/support/cheap_secrets.h"
#include "tests/support/test_support.h"

#include <sodium.h>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

// Least cost that the library allows: these tests prove the wiring, not the price.
} // namespace

TEST_CASE("SHA-256 is the standard's", "[crypto]")
{
    CHECK(sha256(QByteArray("abc")).toHex() ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("A signature holds for its message and key alone", "[crypto]")
{
    const auto key = SigningKey::create();
    const auto signature = sign(key, QByteArray("C1-000001"));
    CHECK(verifySignature(key.publicKey, QByteArray("C1-000001"), signature));
    CHECK_FALSE(verifySignature(key.publicKey, QByteArray("C1-000002"), signature));
    CHECK_FALSE(verifySignature(SigningKey::create().publicKey, QByteArray("C1-000001"), signature));
    CHECK_FALSE(verifySignature(key.publicKey, QByteArray("C1-000001"), signature.left(10)));
    CHECK(SigningKey::fromSeed(QByteArray(32, 'a')).publicKey ==
        SigningKey::fromSeed(QByteArray(32, 'a')).publicKey);
}

TEST_CASE("A password verifies only itself, composed or decomposed", "[crypto]")
{
    const auto verifier = hashPassword(u"caf\u00e9 سند"_s, kCheap);
    CHECK(verifier.startsWith(u"$argon2id$"_s));
    CHECK(verifyPassword(verifier, u"cafe\u0301 سند"_s));
    CHECK_FALSE(verifyPassword(verifier, u"cafe سند"_s));
    CHECK_FALSE(verifyPassword(u"nonsense"_s, u"x"_s));
}

TEST_CASE("A wrapped key opens with its secret and nothing else", "[crypto]")
{
    const auto key = randomBytes(32);
    auto wrapped = wrapKey(key, u"secret"_s, kCheap);
    CHECK(must(unwrapKey(wrapped, u"secret"_s)) == key);
    CHECK(refusal(unwrapKey(wrapped, u"Secret"_s)).key == u"sign-in.wrong"_s);
    CHECK(refusal(unwrapKey(wrapped.left(20), u"secret"_s)).key == u"sign-in.wrong"_s);
    wrapped[wrapped.size() - 1] = static_cast<char>(wrapped[wrapped.size() - 1] ^ 1);
    CHECK(refusal(unwrapKey(wrapped, u"secret"_s)).key == u"sign-in.wrong"_s);
}

TEST_CASE("A wrapped key from outside that would keep a PC busy for minutes is not tried", "[crypto]")
{
    const auto key = randomBytes(32);
    for (const PasswordCost& cost : {PasswordCost{5, 8 * 1024}, PasswordCost{1, 129u * 1024 * 1024}})
        CHECK(refusal(unwrapKey(wrapKey(key, u"secret"_s, cost), u"secret"_s)).key == u"sign-in.wrong"_s);
}

TEST_CASE("A sealed value opens at its own place alone", "[crypto]")
{
    const auto vault = Vault::create();
    const auto sealed = vault.seal(u"customer", u"phone", 7, u"92123456"_s);
    CHECK_FALSE(sealed.contains("92123456"));
    CHECK(must(vault.open(u"customer", u"phone", 7, sealed)) == "92123456");
    CHECK(refusal(vault.open(u"customer", u"phone", 8, sealed)).key == u"vault.damaged"_s);
    CHECK(refusal(vault.open(u"customer", u"email", 7, sealed)).key == u"vault.damaged"_s);
    CHECK(refusal(Vault::create().open(u"customer", u"phone", 7, sealed)).key == u"vault.damaged"_s);
    CHECK(refusal(vault.open(u"customer", u"phone", 7, sealed.left(10))).key == u"vault.damaged"_s);
    CHECK(vault.seal(u"customer", u"phone", 7, u"92123456"_s) != sealed);
}

TEST_CASE("A sealed value is XChaCha20-Poly1305 bound to table, column and row, as libsodium alone opens it",
    "[crypto]")
{
    const auto bytes = [](const QByteArray& of) {
        return reinterpret_cast<const unsigned char*>(of.constData());
    };
    const auto length = [](const QByteArray& of) { return static_cast<unsigned long long>(of.size()); };
    const QByteArray master(Vault::kKeyBytes, 'k');
    // The key of columns: BLAKE2b under the data key, over the length of its name and its name.
    const QByteArray name("columns");
    QByteArray counted(8, '\0');
    counted[0] = static_cast<char>(name.size());
    counted += name;
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    REQUIRE(
        crypto_generichash(reinterpret_cast<unsigned char*>(key.data()), static_cast<std::size_t>(key.size()),
            bytes(counted), length(counted), bytes(master), static_cast<std::size_t>(master.size())) == 0);
    const QByteArray sealed = Vault::fromKey(master).seal(u"customer", u"person", 7, u"92123456"_s);
    const QByteArray nonce = sealed.left(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const QByteArray box = sealed.mid(nonce.size());
    QByteArray plain(box.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    const auto opens = [&](const QByteArray& place) {
        return crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plain.data()),
                   nullptr, nullptr, bytes(box), length(box), bytes(place), length(place), bytes(nonce),
                   bytes(key)) == 0;
    };
    CHECK(opens("customer/person/7"));
    CHECK(plain == "92123456");
    CHECK_FALSE(opens("customer/person/8"));
    CHECK_FALSE(opens(""));
}

TEST_CASE("A blind index is the same for the same value, purpose and key only", "[crypto]")
{
    const auto vault = Vault::create();
    const auto index = vault.blindIndex(u"phone", u"92123456");
    CHECK(index.size() == 16);
    CHECK(Vault::fromKey(vault.key()).blindIndex(u"phone", u"92123456") == index);
    CHECK(vault.blindIndex(u"civil", u"92123456") != index);
    CHECK(vault.blindIndex(u"phone", u"92123457") != index);
    CHECK(Vault::create().blindIndex(u"phone", u"92123456") != index);
}
