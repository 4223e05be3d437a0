// A content pack: the file, what is compressed in it, and the document within.

#include "core/catalogue/pack_check.h"
#include "core/catalogue/pack_file.h"
#include "core/crypto/signing.h"
#include "core/forms/json_text.h"
#include "tests/fuzz/fuzz_target.h"

#include <QJsonObject>

using namespace sanad;

namespace {

constexpr qsizetype kSignatureAt = 8 + kPublicKeyBytes;

/// `stream`, length first, as a file whose signature is right, so that what lies behind it is reached.
QByteArray signedFile(QByteArrayView stream)
{
    static const SigningKey key = SigningKey::create();
    const QByteArray head = "SANADPK1" + key.publicKey;
    return head + sign(key, head + stream.toByteArray()) + stream.toByteArray();
}

} // namespace

FUZZ_TARGET(pack)
{
    static_assert(kSignatureAt == 40);
    (void)readPackFile(bytes);
    (void)readPackFile(signedFile(bytes));
    const auto document = parseJson(bytes);
    if (document && document->isObject()) (void)checkPackDocument(document->toObject());
}
