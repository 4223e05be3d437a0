// What a receipt's QR code says, and the base 32 that it is written in.

#include "core/base/base32.h"
#include "core/crypto/signing.h"
#include "core/receipts/receipt_qr.h"
#include "tests/fuzz/fuzz_target.h"

using namespace sanad;

FUZZ_TARGET(qr)
{
    static const SigningKey key = SigningKey::create();
    const QString text = QString::fromUtf8(bytes);
    (void)verifyReceiptQr(text, key.publicKey);
    if (const auto plain = fromBase32(text)) fuzz::promise(fromBase32(toBase32(*plain)) == plain);
    // The same with a signature that is right, so that what lies behind it is reached.
    const QString body = text.trimmed();
    const QByteArray signature =
        sign(key, body.toUtf8()).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const auto read = verifyReceiptQr(body + u'|' + QString::fromLatin1(signature), key.publicKey);
    if (read) fuzz::promise(!read->number.isEmpty() && read->issuedAt.isValid() && read->link.size() == 16);
}
