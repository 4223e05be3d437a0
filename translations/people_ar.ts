<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::SignInPage</name>
    <message>
        <source>Next field, then sign in</source>
        <translation>الحقل التالي ثم الدخول</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>موظف الخدمة</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>Opening float (rials)</source>
        <translation>الرصيد الافتتاحي (ر.ع.)</translation>
    </message>
    <message>
        <source>Counts only when this counter&apos;s drawer is not open yet.</source>
        <translation>يُحتسب فقط إن لم يكن درج هذا الشباك مفتوحًا.</translation>
    </message>
</context>
</TS>
