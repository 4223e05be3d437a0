<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::ReportsPage</name>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تنقّل</translation>
    </message>
    <message>
        <source>Back to the figures</source>
        <translation>العودة إلى الأرقام</translation>
    </message>
    <message>
        <source>Receipts behind the figure</source>
        <translation>إيصالات هذا الرقم</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>رسم بياني</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>حسب الساعة</translation>
    </message>
    <message>
        <source>By clerk</source>
        <translation>حسب الموظف</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>حسب الخدمة</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>الإيصالات</translation>
    </message>
    <message>
        <source>No revenue today yet.</source>
        <translation>لا إيرادات اليوم بعد.</translation>
    </message>
    <message>
        <source>No receipts here.</source>
        <translation>لا إيصالات هنا.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Last week: %1</source>
        <translation>الأسبوع الماضي: %1</translation>
    </message>
    <message>
        <source>Service fees without VAT</source>
        <translation>رسوم الخدمة بلا ضريبة</translation>
    </message>
    <message>
        <source>Government fees</source>
        <translation>رسوم حكومية للجهات</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ضريبة القيمة المضافة</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>نقدًا</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>بطاقة</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>ينتظرون الآن</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>لم يُرسل بعد</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>الإيراد</translation>
    </message>
    <message>
        <source>Government</source>
        <translation>الحكومي</translation>
    </message>
    <message>
        <source>Paid in cash</source>
        <translation>المدفوع نقدًا</translation>
    </message>
    <message>
        <source>Paid by card</source>
        <translation>المدفوع بالبطاقة</translation>
    </message>
    <message>
        <source>Several ways</source>
        <translation>طرق متعددة</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>لا شيء للدفع</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>طباعة نسخة</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>الأيام</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>كل الأيام</translation>
    </message>
    <message>
        <source>All receipts</source>
        <translation>كل الإيصالات</translation>
    </message>
</context>
</TS>
