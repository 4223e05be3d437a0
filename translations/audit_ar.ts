<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::AuditPage</name>
    <message>
        <source>%1 lines and %2 receipts were written to %3.</source>
        <translation>كُتب %1 من الأسطر و%2 من الإيصالات في %3.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تنقل</translation>
    </message>
    <message>
        <source>Export for an inspector</source>
        <translation>تصدير للمفتش</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>التفاصيل: %1</translation>
    </message>
    <message>
        <source>Hash: %1</source>
        <translation>البصمة: %1</translation>
    </message>
    <message>
        <source>Choose the first and the last day to export.</source>
        <translation>اختر أول يوم وآخر يوم للتصدير.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>إلى أين</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Nothing was recorded that matches.</source>
        <translation>لا يوجد سجل مطابق.</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>سجل التدقيق</translation>
    </message>
    <message>
        <source>The line in full</source>
        <translation>السطر كاملًا</translation>
    </message>
    <message>
        <source>The log is being searched.</source>
        <translation>يجري البحث في السجل.</translation>
    </message>
    <message>
        <source>Act: %1</source>
        <translation>الإجراء: %1</translation>
    </message>
    <message>
        <source>Any; ↓ lists them</source>
        <translation>الكل؛ ↓ للقائمة</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>البرنامج</translation>
    </message>
</context>
</TS>
