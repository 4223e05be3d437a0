<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::Application</name>
    <message>
        <source>Form</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>لا طابعة</translation>
    </message>
    <message>
        <source>Offline: %1 waiting</source>
        <translation>غير متصل: %1 بالانتظار</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 للإرسال</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>أُرسل الكل</translation>
    </message>
    <message>
        <source>Agency&apos;s site</source>
        <translation>موقع الجهة</translation>
    </message>
</context>
<context>
    <name>sanad::DeskBackups</name>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>A backup is to take the place of today&apos;s data. A second person has to approve it.</source>
        <translation>ستحل نسخة احتياطية محل بيانات اليوم. يجب أن يوافق شخص ثانٍ.</translation>
    </message>
</context>
</TS>

