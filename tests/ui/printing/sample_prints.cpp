#include "tests/ui/printing/sample_prints.h"

#include "tests/support/test_support.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

ReceiptLine vehicleLine()
{
    ReceiptLine line;
    line.transaction = TransactionId::fromRaw(101);
    line.serviceCode = u"ROP-VEH-RENEW"_s;
    line.serviceNameAr = u"تجديد رخصة مركبة خصوصية"_s;
    line.serviceNameEn = u"Renew a private vehicle licence"_s;
    line.agencyCode = u"ROP"_s;
    line.agencyNameAr = u"شرطة عُمان السلطانية"_s;
    line.agencyNameEn = u"Royal Oman Police"_s;
    line.portalReference = u"7781234"_s;
    line.governmentFee = Money::fromBaisa(20'000);
    line.serviceFee = Money::fromBaisa(2'100);
    line.vat = Money::fromBaisa(100);
    line.vatRateThousandths = 5000;
    return line;
}

ReceiptLine permitLine()
{
    ReceiptLine line;
    line.transaction = TransactionId::fromRaw(102);
    line.serviceCode = u"MOL-WP-RENEW"_s;
    line.serviceNameAr = u"تجديد ترخيص عمل لعامل غير عُماني"_s;
    line.serviceNameEn = u"Renew a work permit of a foreign worker"_s;
    line.agencyCode = u"MOL"_s;
    line.agencyNameAr = u"وزارة العمل"_s;
    line.agencyNameEn = u"Ministry of Labour"_s;
    line.governmentFee = Money::fromBaisa(301'000);
    line.serviceFee = Money::fromBaisa(5'250);
    line.discount = Money::fromBaisa(1'050);
    line.vat = Money::fromBaisa(200);
    line.vatRateThousandths = 5000;
    return line;
}

QByteArray run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000)) return {};
    return process.readAllStandardOutput();
}

QString saved(const QTemporaryDir& folder, const QByteArray& pdf)
{
    const QString path = folder.filePath(u"print.pdf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    return path;
}

} // namespace

CentrePrint sampleCentre()
{
    CentrePrint centre;
    centre.nameAr = u"مركز سند الخوير للخدمات"_s;
    centre.nameEn = u"Al Khuwair Sanad Centre"_s;
    centre.licence = u"SND-1204"_s;
    centre.vatin = u"OM1100001234"_s;
    centre.addressAr = u"الخوير، بوشر، مسقط"_s;
    centre.addressEn = u"Al Khuwair, Bawshar, Muscat"_s;
    centre.phone = u"+968 2412 3456"_s;
    centre.returnPolicyAr = u"رسم الخدمة لا يُسترد بعد إرسال الطلب إلى الجهة."_s;
    centre.returnPolicyEn = u"The service fee is not refunded once the application has been sent."_s;
    centre.vatRegistered = true;
    return centre;
}

Receipt sampleReceipt(int lines)
{
    Receipt receipt;
    receipt.id = ReceiptId::fromRaw(1);
    receipt.uuid = u"0192f0c1-7d5e-7cc3-9a54-2f1f6f6b7a10"_s;
    receipt.number = u"C1-000123"_s;
    receipt.counter = u"C1"_s;
    receipt.issuedAt = QDateTime(QDate(2026, 11, 22), QTime(8, 5), Qt::UTC);
    receipt.businessDay = QDate(2026, 11, 22);
    receipt.customerName = u"سالم بن حمد الحارثي"_s;
    receipt.maskedIdentifier = u"•••••678"_s;
    receipt.ticket = u"A-012"_s;
    receipt.clerk = u"muna"_s;
    for (int i = 0; i < lines; ++i)
        receipt.lines.push_back(i % 2 == 0 ? vehicleLine() : permitLine());
    for (const ReceiptLine& line : receipt.lines) {
        receipt.governmentFees += line.governmentFee;
        receipt.serviceFees += line.serviceFee;
        receipt.discounts += line.discount;
        receipt.vat += line.vat;
        receipt.total += line.total();
    }
    const Money card = receipt.total.baisa() > 300'000 ? Money::fromBaisa(300'000) : Money();
    const Money cash = receipt.total - card;
    receipt.payments.push_back({Tender::Cash, cash, cash + Money::fromBaisa(2'700), {}, {}});
    if (!card.isZero()) receipt.payments.push_back({Tender::Card, card, card, u"A1B2C3"_s, {}});
    receipt.qrText = u"SND1|SND-1204|C1-000123|20261122T080500Z|327300|300|"_s +
        QString::fromLatin1(
            QByteArray(64, '\x5a').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    return receipt;
}

QString textOf(const QByteArray& pdf)
{
    const QTemporaryDir folder;
    return QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, saved(folder, pdf), u"-"_s}));
}

QString qrTextOf(const QImage& picture)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"code.png"_s);
    REQUIRE(picture.save(path));
    return QString::fromUtf8(run(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, path})).trimmed();
}

QImage pageOf(const QByteArray& pdf, int dotsPerInch, int page)
{
    const QTemporaryDir folder;
    const QString number = QString::number(page);
    return QImage::fromData(run(u"pdftoppm"_s,
        {u"-png"_s, u"-r"_s, QString::number(dotsPerInch), u"-f"_s, number, u"-l"_s, number,
            saved(folder, pdf)}));
}

int pageCountOf(const QByteArray& pdf)
{
    const QTemporaryDir folder;
    for (const QByteArray& line : run(u"pdfinfo"_s, {saved(folder, pdf)}).split('\n'))
        if (line.startsWith("Pages:")) return line.mid(6).trimmed().toInt();
    return 0;
}

} // namespace sanad::test
