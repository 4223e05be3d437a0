<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::CashMovePanel</name>
    <message>
        <source>Write how much.</source>
        <translation>اكتب المبلغ.</translation>
    </message>
    <message>
        <source>Write the reason; it is kept with the movement.</source>
        <translation>اكتب السبب؛ يُحفظ مع الحركة.</translation>
    </message>
    <message>
        <source>The safe</source>
        <translation>الخزنة</translation>
    </message>
    <message>
        <source>The bank</source>
        <translation>البنك</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>مصدره</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>وجهته</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>It stays readable in the books: no names or numbers of customers.</source>
        <translation>يبقى السبب مقروءًا في الدفاتر: لا تكتب أسماء العملاء ولا أرقامهم.</translation>
    </message>
</context>
<context>
    <name>sanad::CashPage</name>
    <message>
        <source>Type the PIN first.</source>
        <translation>اكتب الرقم السري أولًا.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>To be counted</source>
        <translation>بانتظار العدّ</translation>
    </message>
    <message>
        <source>To be signed off</source>
        <translation>بانتظار الاعتماد</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>معتمدة</translation>
    </message>
    <message>
        <source>The drawer of counter %1 is open.</source>
        <translation>فُتح درج الشباك %1.</translation>
    </message>
    <message>
        <source>The shift of %1 is closed and waits for its sign-off.</source>
        <translation>أُقفلت وردية %1 وتنتظر الاعتماد.</translation>
    </message>
    <message>
        <source>The shift is signed off.</source>
        <translation>اعتُمدت الوردية.</translation>
    </message>
    <message>
        <source>The day %1 is closed as number %2.</source>
        <translation>أُقفل يوم %1 برقم %2.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تنقّل</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>This counter</source>
        <translation>هذا الشباك</translation>
    </message>
    <message>
        <source>Drawer not open</source>
        <translation>الدرج غير مفتوح</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>To be closed</source>
        <translation>بانتظار الإقفال</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>فتح الدرج</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>عدّ الدرج</translation>
    </message>
    <message>
        <source>Keep this count</source>
        <translation>حفظ العدّ</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>إقفال الوردية</translation>
    </message>
    <message>
        <source>Close the day %1</source>
        <translation>إقفال يوم %1</translation>
    </message>
    <message>
        <source>Sign off the shift</source>
        <translation>اعتماد الوردية</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>إقفال اليوم</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>Counted: %1</source>
        <translation>المعدود: %1</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>المتوقع: %1</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>لا فرق</translation>
    </message>
    <message>
        <source>Short: %1</source>
        <translation>عجز: %1</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>زيادة: %1</translation>
    </message>
    <message>
        <source>The difference is %1. The count is kept. Count again or write the reason.</source>
        <translation>الفرق %1 العدّ محفوظ. أعد العدّ أو اكتب السبب.</translation>
    </message>
    <message>
        <source>After this the day is read-only and numbered. Corrections are documents of a later day.</source>
        <translation>بعد ذلك يصبح اليوم للقراءة فقط وله رقم. التصحيح بمستند في يوم لاحق.</translation>
    </message>
    <message>
        <source>Counted %1, expected %2, difference %3.</source>
        <translation>المعدود %1، المتوقع %2، الفرق %3</translation>
    </message>
    <message>
        <source>Drawers and days</source>
        <translation>الأدراج والأيام</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Every drawer is counted and every day is closed.</source>
        <translation>كل الأدراج معدودة وكل الأيام مقفلة.</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>الرصيد الافتتاحي</translation>
    </message>
    <message>
        <source>Reason of the difference</source>
        <translation>سبب الفرق</translation>
    </message>
    <message>
        <source>Signed off by</source>
        <translation>المعتمِد</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>%1 is in the drawer, with its reason.</source>
        <translation>دخل الدرج %1 مع سببه.</translation>
    </message>
    <message>
        <source>%1 is out of the drawer, with its reason.</source>
        <translation>خرج من الدرج %1 مع سببه.</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>إيداع أو سحب نقد</translation>
    </message>
    <message>
        <source>Cash into the drawer</source>
        <translation>إيداع نقد في الدرج</translation>
    </message>
    <message>
        <source>Cash out of the drawer</source>
        <translation>سحب نقد من الدرج</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>إيداع</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>إيداع نقد</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>سحب نقد</translation>
    </message>
    <message>
        <source>It stays readable in the books: no names or numbers of customers.</source>
        <translation>يبقى السبب مقروءًا في الدفاتر: لا تكتب أسماء العملاء ولا أرقامهم.</translation>
    </message>
</context>
<context>
    <name>sanad::CountGrid</name>
    <message>
        <source>Note of %1</source>
        <translation>ورقة %1</translation>
    </message>
    <message>
        <source>Coin of %1</source>
        <translation>قطعة %1</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>المعدود</translation>
    </message>
</context>
</TS>
