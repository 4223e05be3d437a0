#include "core/customers/customer_seal.h"

#include "core/base/digits.h"
#include "core/base/identifiers.h"
#include "core/base/iso_date.h"
#include "core/storage/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr QStringView kTable = u"customer";
constexpr QStringView kColumn = u"person";
// The text gate lets no control character into a field, so this one separates them.
constexpr QChar kSeparator(0x1F);
constexpr int kFixedFields = 6;
constexpr int kIdentifierFields = 4;
constexpr qsizetype kShortestTail = 4, kLongestTail = 6;
constexpr int kFirstTailBytes = 6, kNextTailBytes = 3;
constexpr int kTailBytes = kFirstTailBytes + 2 * kNextTailBytes;
const QString kVersion = u"1"_s;

} // namespace

QByteArray sealedPerson(const Vault& vault, const Customer& customer)
{
    QStringList fields{kVersion, isoText(customer.birthDate), customer.phone, customer.otherPhone,
        customer.email, customer.address};
    for (const auto& entry : customer.identifiers)
        fields << entry.kind << entry.value << entry.country << isoText(entry.expiry);
    return vault.seal(kTable, kColumn, customer.id.raw(), fields.join(kSeparator));
}

void openPerson(const Vault& vault, const QByteArray& sealed, Customer& customer)
{
    const auto plain = vault.open(kTable, kColumn, customer.id.raw(), sealed);
    if (!plain) throw DbError(plain.error());
    const auto fields = QString::fromUtf8(*plain).split(kSeparator);
    if (fields.size() < kFixedFields || fields[0] != kVersion)
        throw DbError({ErrorCode::Internal, u"vault.damaged"_s, {}, u"customer.person"_s});
    customer.birthDate = isoDate(fields[1]);
    customer.phone = fields[2];
    customer.otherPhone = fields[3];
    customer.email = fields[4];
    customer.address = fields[5];
    customer.identifiers.clear();
    for (qsizetype i = kFixedFields; i + kIdentifierFields <= fields.size(); i += kIdentifierFields)
        customer.identifiers.push_back({fields[i], fields[i + 1], fields[i + 2], isoDate(fields[i + 3])});
}

QString searchableNumber(QStringView text)
{
    QString number = asciiDigits(text).toUpper();
    number.removeIf([](QChar c) { return !c.isLetterOrNumber() && c != u'+'; });
    if (const QString phone = normalisedPhone(number); phone.startsWith("+968"_L1)) return phone.mid(4);
    number.remove(u'+');
    return number;
}

QString digitsOf(QStringView number)
{
    QString digits;
    for (const QChar c : number)
        if (c >= u'0' && c <= u'9') digits += c;
    return digits.size() < kShortestTail ? QString() : digits;
}

QByteArray exactIndex(const Vault& vault, const QString& searchable)
{
    return vault.blindIndex(u"customer.number", searchable);
}

QByteArray tailIndex(const Vault& vault, const QString& digits)
{
    QByteArray tail;
    for (qsizetype length = kShortestTail; length <= std::min(kLongestTail, digits.size()); ++length)
        tail += vault.blindIndex(u"customer.last-digits", QStringView(digits).last(length))
                    .left(length == kShortestTail ? kFirstTailBytes : kNextTailBytes);
    return tail;
}

QByteArray tailIndexEnd(const QByteArray& tail)
{
    return tail.leftJustified(kTailBytes + 1, '\xFF');
}

} // namespace sanad
