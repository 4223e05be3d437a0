#pragma once

#include "core/base/id.h"
#include "core/base/money.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace sanad {

enum class Tender { Cash, Card, Transfer, Account, Deposit };

/// `cash`, `card`, `transfer`, `account`, `deposit`: as stored and as `serve` reads them.
QString tenderKey(Tender tender);
std::optional<Tender> tenderFromKey(QStringView key);

/// What the service fee is income from: a Sanad service, the centre's own retail (copying, photos), or a
/// commission.
enum class IncomeKind { Service, Retail, Commission };

QString incomeKindKey(
    IncomeKind kind); ///< `service`, `retail`, `commission`: as stored, and the ledger's part.
std::optional<IncomeKind> incomeKindFromKey(QStringView key);

/// One service as sold: a copy of every text and price, so that a later catalogue changes nothing.
struct ReceiptLine {
    TransactionId transaction;
    QString serviceCode;
    QString serviceNameAr, serviceNameEn;
    QString agencyCode;
    QString agencyNameAr, agencyNameEn;
    IncomeKind income = IncomeKind::Service;
    QString portalReference; ///< Empty while the agency has given none.
    Money governmentFee; ///< Held for the agency; outside VAT.
    Money serviceFee; ///< As displayed: VAT included, before the discount.
    Money discount; ///< ≥ 0, off the service fee, VAT included.
    Money vat; ///< Within serviceFee − discount; rounded half up once for this line.
    int vatRateThousandths = 0; ///< 5000 = 5 %; 0 while the centre is not registered.

    Money total() const { return governmentFee + serviceFee - discount; }
    bool operator==(const ReceiptLine&) const = default;
};

struct Payment {
    Tender tender = Tender::Cash;
    Money amount; ///< What it pays of the total; for cash without the change.
    Money given; ///< What was handed over; change = given − amount, only from cash.
    QString approvalCode; ///< Card only.
    QString reference; ///< Transfer or account.

    bool operator==(const Payment&) const = default;
};

/// From this taxable value on a tax invoice is no simplified one and names the customer (VAT executive
/// regulations, decision 53/2021, on simplified invoices).
inline constexpr Money kFullInvoice = Money::fromBaisa(500'000);

/// An issued receipt. Never changed afterwards; corrections are documents of their own.
struct Receipt {
    ReceiptId id;
    QString uuid; ///< RFC 9562 text form, ready for e-invoicing.
    QString number; ///< `C1-000123`: gap-free per counter.
    QString counter;
    QDateTime issuedAt; ///< UTC.
    QDate businessDay;
    CustomerId customer;
    QString customerName; ///< As printed.
    QString maskedIdentifier; ///< `•••••678`
    QString ticket; ///< `A-012`, empty without one.
    QString clerk; ///< The sign-in name.
    std::vector<ReceiptLine> lines;
    std::vector<Payment> payments;
    Money governmentFees, serviceFees, discounts, vat, total; ///< Sums of the lines.
    QByteArray signature; ///< Ed25519 over the text of the QR code up to its signature.
    QString qrText; ///< What the QR code carries; `sanadctl receipt verify` checks it offline.
    int copies = 0; ///< Reprints so far.
    bool training = false;
    QString licence; ///< Of the centre when it was issued.
    QString voidedBy; ///< Number of the credit note, empty while it stands.

    Money given() const;
    Money change() const;
    Money taxable() const; ///< Net of VAT; nothing where none was charged.
    bool operator==(const Receipt&) const = default;
};

/// The centre as it stands on prints. From core/settings.
struct CentrePrint {
    QString nameAr, nameEn, licence, vatin, addressAr, addressEn, phone;
    QString returnPolicyAr, returnPolicyEn;
    bool vatRegistered = false;
    int hijriOffset = 0; ///< −2…+2 days against Umm al-Qura.
};

} // namespace sanad
