#include "core/crypto/hash.h"
#include "core/crypto/password.h"
#include "core/crypto/signing.h"
#include "core/crypto/vault.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

// Least cost that the library allows: these tests prove the wiring, not the price.
constexpr PasswordCost kCheap{1, 8 * 1024};

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
