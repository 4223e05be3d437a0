<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::FeeAdditions</name>
    <message>
        <source>Months late</source>
        <translation>أشهر التأخير</translation>
    </message>
    <message>
        <source>%1 for each month, %2 at most</source>
        <translation>%1 عن كل شهر، وبحد أقصى %2</translation>
    </message>
    <message>
        <source>%1 for each month</source>
        <translation>%1 عن كل شهر</translation>
    </message>
</context>
<context>
    <name>sanad::FeesPage</name>
    <message>
        <source>Accept the fees</source>
        <translation>اعتماد الرسوم</translation>
    </message>
    <message>
        <source>Extra or late fine</source>
        <translation>رسم إضافي أو غرامة تأخير</translation>
    </message>
    <message>
        <source>Late fine</source>
        <translation>غرامة التأخير</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Write the amount that the agency&apos;s site shows.</source>
        <translation>اكتب المبلغ كما يظهر في موقع الجهة.</translation>
    </message>
    <message>
        <source>Write the reference that belongs to this amount.</source>
        <translation>اكتب الرقم المرجعي لهذا المبلغ.</translation>
    </message>
    <message>
        <source>Government fee</source>
        <translation>الرسم الحكومي</translation>
    </message>
    <message>
        <source>Government fee: %1</source>
        <translation>الرسم الحكومي: %1</translation>
    </message>
    <message>
        <source>Service fee (VAT included)</source>
        <translation>رسم الخدمة (شامل ضريبة القيمة المضافة)</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>خصم</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Later steps of the agency will cost %1 more.</source>
        <translation>المراحل اللاحقة لدى الجهة تكلّف %1 إضافية.</translation>
    </message>
    <message>
        <source>The agency&apos;s figure lies between %1 and %2.</source>
        <translation>مبلغ الجهة بين %1 و%2.</translation>
    </message>
    <message>
        <source>The agency&apos;s figure must be %1, as on the form.</source>
        <translation>يجب أن يكون مبلغ الجهة %1، كما في النموذج.</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسم</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Amount (rials)</source>
        <translation>المبلغ (ر.ع.)</translation>
    </message>
    <message>
        <source>Government fee on the agency&apos;s site</source>
        <translation>الرسم الحكومي في موقع الجهة</translation>
    </message>
    <message>
        <source>Portal reference</source>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>Government fee at the agency</source>
        <translation>حالة الرسم لدى الجهة</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>لم يُدفع بعد</translation>
    </message>
    <message>
        <source>Paid, not confirmed</source>
        <translation>مدفوع دون تأكيد</translation>
    </message>
    <message>
        <source>Paid and confirmed</source>
        <translation>مدفوع ومؤكد</translation>
    </message>
    <message>
        <source>Another price</source>
        <translation>سعر آخر</translation>
    </message>
    <message>
        <source>The customer pays later</source>
        <translation>يدفع العميل لاحقًا</translation>
    </message>
</context>
<context>
    <name>sanad::PayPage</name>
    <message>
        <source>Take the money</source>
        <translation>تحصيل</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>خدمة أخرى</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Back to the fees</source>
        <translation>رجوع إلى الرسوم</translation>
    </message>
    <message>
        <source>Pay and print</source>
        <translation>دفع وطباعة</translation>
    </message>
    <message>
        <source>Cash, card, transfer</source>
        <translation>نقدًا، بطاقة، تحويل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>المتبقي</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <source>Services of this visit</source>
        <translation>خدمات هذه الزيارة</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Government fee</source>
        <translation>الرسم الحكومي</translation>
    </message>
    <message>
        <source>Service fee</source>
        <translation>رسم الخدمة</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
</context>
<context>
    <name>sanad::PaymentLine</name>
    <message>
        <source>Cash</source>
        <translation>نقدًا</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>بطاقة بنكية</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>تحويل بنكي</translation>
    </message>
    <message>
        <source>Company account</source>
        <translation>حساب شركة</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>عربون</translation>
    </message>
    <message>
        <source>Approval code</source>
        <translation>رمز الموافقة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Given (rials)</source>
        <translation>المبلغ المستلم (ر.ع.)</translation>
    </message>
    <message>
        <source>Amount (rials)</source>
        <translation>المبلغ (ر.ع.)</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>طريقة الدفع</translation>
    </message>
</context>
<context>
    <name>sanad::PricePanel</name>
    <message>
        <source>Write why the price is another one.</source>
        <translation>اكتب سبب السعر الآخر.</translation>
    </message>
    <message>
        <source>Service fee instead of the displayed one</source>
        <translation>رسم الخدمة بدل المعلن</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>خصم</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>sanad::ReceiptPage</name>
    <message>
        <source>Saved: %1</source>
        <translation>حُفظ: %1</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>المراجع التالي</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>طباعة نسخة</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>المدفوع</translation>
    </message>
    <message>
        <source>Change to hand over</source>
        <translation>الباقي للعميل</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>طُبع</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>جارٍ الطبع</translation>
    </message>
    <message>
        <source>Saved; no printer is set up</source>
        <translation>محفوظ؛ لا طابعة معرّفة</translation>
    </message>
    <message>
        <source>The receipt as printed</source>
        <translation>الإيصال كما يُطبع</translation>
    </message>
    <message>
        <source>Copy %1 printed</source>
        <translation>طُبعت النسخة %1</translation>
    </message>
</context>
</TS>
