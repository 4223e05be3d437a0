#pragma once

#include "ui/printing/words.h"

/// The labels of the reports; those they share with receipts are in words.h.
namespace sanad::words {

constexpr Words kDailyReport{u"التقرير اليومي", u"Daily report"};
constexpr Words kDayClosed{u"اليوم مقفل برقم", u"Day closed, no."};
constexpr Words kDayOpen{u"اليوم لم يُقفل بعد", u"The day is not closed yet"};
constexpr Words kHeadline{u"الخلاصة", u"Headline"};
constexpr Words kIncome{u"إيراد الخدمات بلا ضريبة", u"Service income, VAT excluded"};
constexpr Words kPassedThrough{u"رسوم حكومية محصّلة", u"Government fees collected"};
constexpr Words kDiscounts{u"الخصومات", u"Discounts"};
constexpr Words kReceived{u"إجمالي المقبوض", u"Total received"};
constexpr Words kReceipts{u"الإيصالات", u"Receipts"};
constexpr Words kAverageFee{u"متوسط رسم الخدمة", u"Average service fee"};
constexpr Words kAverageTicket{u"متوسط الإيصال", u"Average receipt"};
constexpr Words kOpened{u"معاملات فُتحت", u"Transactions opened"};
constexpr Words kCompleted{u"معاملات اكتملت", u"Transactions completed"};
constexpr Words kRejected{u"معاملات رُفضت", u"Transactions rejected"};
constexpr Words kPending{u"معاملات قائمة", u"Transactions pending"};
constexpr Words kServed{u"مراجعون خُدموا", u"Customers served"};
constexpr Words kNoShow{u"لم يحضروا", u"No-shows"};
constexpr Words kWaiting{u"ينتظرون", u"Waiting"};
constexpr Words kAgainst{u"الإيراد مقارنةً", u"Income compared"};
constexpr Words kYesterday{u"بالأمس", u"With yesterday"};
constexpr Words kLastWeek{u"باليوم نفسه من الأسبوع الماضي", u"With the same weekday last week"};
constexpr Words kMonth{u"إيراد الشهر حتى اليوم", u"Income of the month to date"};
constexpr Words kAgencyFees{u"الرسوم الحكومية حسب الجهة", u"Government fees by agency"};
constexpr Words kOpening{u"أول اليوم", u"Opening"};
constexpr Words kCollected{u"المحصّل", u"Collected"};
constexpr Words kPaidOn{u"المدفوع للجهة", u"Paid on"};
constexpr Words kRefunded{u"المستردّ", u"Refunded"};
constexpr Words kClosing{u"آخر اليوم", u"Closing"};
constexpr Words kUnconfirmed{u"بلا تأكيد من الجهة", u"not confirmed by the agency"};
constexpr Words kOldestHours{u"أقدمها بالساعات", u"oldest in hours"};
constexpr Words kWallets{u"محافظ الجهات", u"Agency wallets"};
constexpr Words kToppedUp{u"الإيداع", u"Topped up"};
constexpr Words kSpent{u"المصروف", u"Spent"};
constexpr Words kDrawers{u"الأدراج", u"Drawers"};
constexpr Words kFloat{u"الرصيد الافتتاحي", u"Opening float"};
constexpr Words kCashSales{u"مبيعات نقدية", u"Cash sales"};
constexpr Words kCashIn{u"نقد دخل الدرج", u"Cash put in"};
constexpr Words kCashOut{u"نقد خرج من الدرج", u"Cash taken out"};
constexpr Words kMovedOn{u"انتقل إلى اليوم التالي", u"Moved on to the next day"};
constexpr Words kExpected{u"المتوقع", u"Expected"};
constexpr Words kCounted{u"المعدود", u"Counted"};
constexpr Words kDifference{u"الفرق", u"Difference"};
constexpr Words kReason{u"السبب", u"Reason"};
constexpr Words kNotCounted{u"لم يُعدّ بعد", u"not counted yet"};
constexpr Words kTenders{u"حسب طريقة الدفع", u"By payment"};
constexpr Words kServices{u"حسب الخدمة", u"By service"};
constexpr Words kByAgency{u"حسب الجهة", u"By agency"};
constexpr Words kClerks{u"حسب الموظف", u"By clerk"};
constexpr Words kHours{u"الإيصالات حسب الساعة", u"Receipts by hour"};
constexpr Words kCount{u"العدد", u"Count"};
constexpr Words kIncomeShort{u"الإيراد", u"Income"};
constexpr Words kExceptions{u"استثناءات", u"Exceptions"};
constexpr Words kReprints{u"إعادات طباعة", u"Reprints"};
constexpr Words kVoids{u"إيصالات ملغاة", u"Voided receipts"};
constexpr Words kDiscountedLines{u"خصومات", u"Discounted"};
constexpr Words kCardsWithoutCode{u"بطاقات بلا رمز موافقة", u"Cards without approval code"};
constexpr Words kOnAccount{u"مدفوعات على حساب شركة", u"Charged to companies"};
constexpr Words kTransfersWithoutReference{u"تحويلات بلا مرجع", u"Transfers without reference"};
constexpr Words kPricesSetByHand{u"أسعار حُددت يدويًا", u"Prices set by hand"};
constexpr Words kOtherDrawers{u"إيصالات في درج موظف آخر", u"Receipts into another's drawer"};
constexpr Words kNegative{u"محافظ تحت الصفر", u"Wallets below zero"};
constexpr Words kOrphans{u"إيصالات بلا معاملة", u"Receipts without transaction"};
constexpr Words kUnpaid{u"معاملات بلا إيصال", u"Transactions without receipt"};
constexpr Words kDrawersOff{u"أدراج فيها فرق", u"Drawers that were off"};
constexpr Words kAgeing{u"الأعمال القائمة", u"Open work"};
constexpr Words kForPerson{u"بانتظار العميل", u"Waiting for the customer"};
constexpr Words kForAgency{u"بانتظار الجهة", u"Waiting for the agency"};
constexpr Words kReady{u"جاهزة للتسليم", u"Ready for hand-over"};
constexpr Words kOverdue{u"تجاوزت موعدها", u"Past the promised time"};
constexpr Words kUnsent{u"بانتظار الإرسال", u"Queued for sending"};
constexpr Words kOldestMinutes{u"أقدمها بالدقائق", u"Oldest, minutes"};
constexpr Words kChecks{u"المطابقة", u"Checks"};
constexpr Words kHolds{u"مطابق", u"Balanced"};
constexpr Words kBroken{u"غير مطابق", u"Not balanced"};
constexpr Words kDayClose{u"إقفال اليوم", u"Day close"};
constexpr Words kClosedAt{u"أُقفل في", u"Closed"};
constexpr Words kClosedBy{u"أقفله", u"Closed by"};
constexpr Words kSeries{u"تسلسل الإيصالات", u"Receipt numbers"};
constexpr Words kChain{u"سجل التدقيق حتى السطر", u"Audit log up to line"};
constexpr Words kSignature{u"التوقيع", u"Signature"};

} // namespace sanad::words
