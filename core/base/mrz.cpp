#include "core/base/mrz.h"

#include "core/base/identifiers.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// ICAO 9303: weights 7 3 1, digits their value, A = 10 … Z = 35, filler 0; modulo 10.
int checkDigit(QStringView field)
{
    constexpr int kWeights[] = {7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < field.size(); ++i) {
        const auto u = field[i].unicode();
        const int value = u >= u'0' && u <= u'9' ? u - u'0' : u >= u'A' && u <= u'Z' ? u - u'A' + 10 : 0;
        sum += value * kWeights[i % 3];
    }
    return sum % 10;
}

bool isRight(QStringView field, QChar digit)
{
    const int given = digit == u'<' ? 0 : digit.digitValue();
    return given == checkDigit(field);
}

/// What a reader of print confuses, put right where only digits can stand.
void mendDigits(QString& line, qsizetype from, qsizetype count)
{
    for (auto i = from; i < from + count && i < line.size(); ++i) {
        switch (line[i].unicode()) {
        case u'O':
            line[i] = u'0';
            break;
        case u'I':
            line[i] = u'1';
            break;
        case u'B':
            line[i] = u'8';
            break;
        case u'S':
            line[i] = u'5';
            break;
        default:
            break;
        }
    }
}

QString field(QStringView text)
{
    QString plain = text.toString().replace(u'<', u' ');
    return plain.simplified();
}

/// A birth date lies in the past hundred years, an expiry between 50 years ago and 50 ahead.
QDate date(QStringView yymmdd, const QDate& today, bool birth)
{
    const int yy = yymmdd.left(2).toInt();
    const QDate in2000(2000 + yy, yymmdd.mid(2, 2).toInt(), yymmdd.mid(4, 2).toInt());
    const QDate in1900(1900 + yy, in2000.month(), in2000.day());
    if (!in2000.isValid()) return QDate(1900 + yy, yymmdd.mid(2, 2).toInt(), yymmdd.mid(4, 2).toInt());
    return in2000 > (birth ? today : today.addYears(50)) ? in1900 : in2000;
}

void readNames(QStringView names, MrzDocument& document)
{
    const auto split = names.indexOf(u"<<"_s);
    document.surname = field(split < 0 ? names : names.left(split));
    document.givenNames = split < 0 ? QString() : field(names.mid(split + 2));
}

void readPerson(QStringView line, qsizetype birth, qsizetype sex, qsizetype expiry, const QDate& today,
    MrzDocument& document)
{
    document.birthDate = date(line.mid(birth, 6), today, true);
    document.sex = line[sex] == u'<' ? QChar() : line[sex];
    document.expiry = date(line.mid(expiry, 6), today, false);
    document.checksRight = document.checksRight && isRight(line.mid(birth, 6), line[birth + 6]) &&
        isRight(line.mid(expiry, 6), line[expiry + 6]);
}

} // namespace

std::optional<MrzDocument> readMrz(const QString& text, const QDate& today)
{
    QStringList lines = normalisedIdentifier(u"mrz_td1", text).split(u'\n', Qt::SkipEmptyParts);
    MrzDocument document;
    if (lines.size() == 3) {
        for (const auto from : {qsizetype{0}, qsizetype{8}})
            mendDigits(lines[1], from, 7);
        mendDigits(lines[1], 29, 1);
        mendDigits(lines[0], 14, 1);
        if (!hasIdentifierForm(u"mrz_td1", lines.join(u'\n'))) return std::nullopt;
        const QStringView first = lines[0], second = lines[1];
        document.documentCode = field(first.left(2));
        document.issuer = field(first.mid(2, 3));
        document.number = field(first.mid(5, 9));
        document.optionalData = field(first.mid(15));
        document.nationality = field(second.mid(15, 3));
        // A number longer than nine runs on into the optional data, with its check digit behind it.
        document.checksRight = first[14] == u'<' || isRight(first.mid(5, 9), first[14]);
        readPerson(second, 0, 7, 8, today, document);
        const QString composite =
            lines[0].mid(5) + lines[1].left(7) + lines[1].mid(8, 7) + lines[1].mid(18, 11);
        document.checksRight = document.checksRight && isRight(composite, second[29]);
        readNames(lines[2], document);
        return document;
    }
    if (lines.size() != 2) return std::nullopt;
    mendDigits(lines[1], 9, 1);
    mendDigits(lines[1], 13, 7);
    mendDigits(lines[1], 21, 7);
    mendDigits(lines[1], 42, 2);
    if (!hasIdentifierForm(u"mrz_td3", lines.join(u'\n'))) return std::nullopt;
    const QStringView first = lines[0], second = lines[1];
    document.passport = true;
    document.documentCode = field(first.left(2));
    document.issuer = field(first.mid(2, 3));
    document.number = field(second.left(9));
    document.nationality = field(second.mid(10, 3));
    document.optionalData = field(second.mid(28, 14));
    document.checksRight = isRight(second.left(9), second[9]) && isRight(second.mid(28, 14), second[42]);
    readPerson(second, 13, 20, 21, today, document);
    const QString composite = lines[1].left(10) + lines[1].mid(13, 7) + lines[1].mid(21, 22);
    document.checksRight = document.checksRight && isRight(composite, second[43]);
    readNames(first.mid(5), document);
    return document;
}

} // namespace sanad
