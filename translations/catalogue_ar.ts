<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::ServicesPage</name>
    <message>
        <source>Choose</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>خدمة مفضلة</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تنقّل</translation>
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
        <source>Favourites</source>
        <translation>الخدمات المفضلة</translation>
    </message>
    <message>
        <source>Matching services</source>
        <translation>الخدمات المطابقة</translation>
    </message>
    <message>
        <source>Name, code or alias of the service</source>
        <translation>اسم الخدمة أو رمزها أو اسم آخر لها</translation>
    </message>
    <message>
        <source>Search services</source>
        <translation>بحث في الخدمات</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>الجهة</translation>
    </message>
    <message>
        <source>Service fee</source>
        <translation>رسم الخدمة</translation>
    </message>
    <message>
        <source>No service matches. Try another word, or the code.</source>
        <translation>لا خدمة مطابقة. جرّب كلمة أخرى أو رمز الخدمة.</translation>
    </message>
</context>
</TS>
