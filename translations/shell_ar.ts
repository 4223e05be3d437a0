<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::CommandSearch</name>
    <message>
        <source>What would you like to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>بحث عن أمر</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>No command has “%1” in its name. Type a part of another name, or Esc to go back.</source>
        <translation>لا أمر في اسمه «%1». اكتب جزءًا من اسم آخر، أو Esc للرجوع.</translation>
    </message>
</context>
<context>
    <name>sanad::KeyLine</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
</context>
<context>
    <name>sanad::KeyMap</name>
    <message>
        <source>Help and keys</source>
        <translation>المساعدة والمفاتيح</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>استدعاء التالي</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>إعادة الاستدعاء</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>مزامنة الآن</translation>
    </message>
    <message>
        <source>Scan document</source>
        <translation>مسح مستند</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Work on hold</source>
        <translation>معاملات معلّقة</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>تذكرة جديدة</translation>
    </message>
    <message>
        <source>Finish this step</source>
        <translation>إنهاء هذه الخطوة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Choose by number</source>
        <translation>اختيار بالرقم</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>بحث عن أمر</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>Save for Excel</source>
        <translation>حفظ بصيغة Excel</translation>
    </message>
    <message>
        <source>Serve</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>تبديل اللغة</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير الخط</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>Day close</source>
        <translation>إقفال اليوم</translation>
    </message>
    <message>
        <source>Open the agency&apos;s site</source>
        <translation>فتح موقع الجهة</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Your password and PIN</source>
        <translation>كلمة مرورك ورقمك السري</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>من فعل ماذا</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطي</translation>
    </message>
    <message>
        <source>Leave unpaid</source>
        <translation>تأجيل الدفع</translation>
    </message>
</context>
<context>
    <name>sanad::MainWindow</name>
    <message>
        <source>%1 – Sanad Desk</source>
        <translation>%1 – مكتب سند</translation>
    </message>
    <message>
        <source>Sanad Desk</source>
        <translation>مكتب سند</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>sanad::TopStrip</name>
    <message>
        <source>Sanad Desk</source>
        <translation>مكتب سند</translation>
    </message>
    <message>
        <source>Counter %1 · %2</source>
        <comment>counter code, clerk</comment>
        <translation>الشباك %1 · %2</translation>
    </message>
    <message>
        <source>%1 %2 · %3</source>
        <comment>weekday, date, Hijri date</comment>
        <translation>%1 %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>date, Hijri date</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>تبديل اللغة</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
</context>
</TS>
