<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::SyncPage</name>
    <message>
        <source>Sending. You can go on working.</source>
        <translation>جارٍ الإرسال. تابع العمل.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) will be sent again.</source>
        <translation>
            <numerusform>لن يُعاد إرسال أي طلب.</numerusform>
            <numerusform>سيُعاد إرسال طلب واحد.</numerusform>
            <numerusform>سيُعاد إرسال طلبين.</numerusform>
            <numerusform>سيُعاد إرسال %n طلبات.</numerusform>
            <numerusform>سيُعاد إرسال %n طلبًا.</numerusform>
            <numerusform>سيُعاد إرسال %n طلب.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>أرسل الآن</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تنقّل</translation>
    </message>
    <message>
        <source>Send this item again</source>
        <translation>أعد إرسال هذا الطلب</translation>
    </message>
    <message>
        <source>Send all again</source>
        <translation>أعد إرسال الكل</translation>
    </message>
    <message>
        <source>No connection. Everything is kept here and will be sent by itself: %1</source>
        <translation>لا اتصال. كل شيء محفوظ هنا وسيُرسل تلقائيًا: %1</translation>
    </message>
    <message>
        <source>Waiting to be sent: %1</source>
        <translation>بانتظار الإرسال: %1</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>أُرسل كل شيء.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>غير مُعدّ</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>غير متصل منذ %1</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>معاملة</translation>
    </message>
    <message>
        <source>Fee payment</source>
        <translation>دفع رسم</translation>
    </message>
    <message>
        <source>Refused, needs a person: %1</source>
        <translation>مرفوضة وتحتاج إلى موظف: %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>down from %1 to %2</source>
        <translation>انقطاع من %1 إلى %2</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>القنوات</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>المرفوضة</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>المُرسلة</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>آخر نجاح</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>No channel is set up yet.</source>
        <translation>لم تُعدّ أي قناة بعد.</translation>
    </message>
    <message>
        <source>Nothing was refused.</source>
        <translation>لم يُرفض شيء.</translation>
    </message>
</context>
<context>
    <name>sanad::SyncPresenter</name>
    <message>
        <source>By hand at the agency&apos;s site</source>
        <translation>يدويًا في موقع الجهة</translation>
    </message>
</context>
</TS>
