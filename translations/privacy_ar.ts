<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::PrivacyPage</name>
    <message>
        <source>Saved.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>Erased. What tax law needs stays without the name.</source>
        <translation>تم المحو. وما يوجبه قانون الضريبة باقٍ دون الاسم.</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>محفوظ في %1.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>أُجيب</translation>
    </message>
    <message>
        <source>Take a request</source>
        <translation>تسجيل طلب</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>إشعار الخصوصية</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Everything about this customer is erased for good. Receipts stay without the name.</source>
        <translation>يُمحى كل ما يخص هذا العميل نهائيًا. وتبقى الإيصالات دون الاسم.</translation>
    </message>
    <message>
        <source>Copy of the data</source>
        <translation>نسخة من البيانات</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Restriction</source>
        <translation>تقييد</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>محو</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>اعتراض</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>رُفض</translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n day(s)</source>
        <translation>
            <numerusform>لم يتأخر</numerusform>
            <numerusform>متأخر يومًا واحدًا</numerusform>
            <numerusform>متأخر يومين</numerusform>
            <numerusform>متأخر %n أيام</numerusform>
            <numerusform>متأخر %n يومًا</numerusform>
            <numerusform>متأخر %n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>ينتهي اليوم</numerusform>
            <numerusform>بقي يوم واحد</numerusform>
            <numerusform>بقي يومان</numerusform>
            <numerusform>بقي %n أيام</numerusform>
            <numerusform>بقي %n يومًا</numerusform>
            <numerusform>بقي %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>erased</source>
        <translation>مُحي</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>أُبلغ عنه</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>أُغلق</translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n hour(s)</source>
        <translation>
            <numerusform>لم يتأخر</numerusform>
            <numerusform>متأخر ساعة واحدة</numerusform>
            <numerusform>متأخر ساعتين</numerusform>
            <numerusform>متأخر %n ساعات</numerusform>
            <numerusform>متأخر %n ساعة</numerusform>
            <numerusform>متأخر %n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>بقيت ساعة واحدة</numerusform>
            <numerusform>بقيت ساعتان</numerusform>
            <numerusform>بقيت %n ساعات</numerusform>
            <numerusform>بقيت %n ساعة</numerusform>
            <numerusform>بقيت %n ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation>متأخر: %1</translation>
    </message>
    <message>
        <source>Open requests: %1</source>
        <translation>الطلبات المفتوحة: %1</translation>
    </message>
    <message>
        <source>Open breaches: %1</source>
        <translation>الاختراقات المفتوحة: %1</translation>
    </message>
    <message>
        <source>Lift the restriction</source>
        <translation>رفع التقييد</translation>
    </message>
    <message>
        <source>Restrict</source>
        <translation>تقييد</translation>
    </message>
    <message>
        <source>Choose a customer.</source>
        <translation>اختر عميلًا.</translation>
    </message>
    <message>
        <source>Restricted: nothing new is done or sent with this record.</source>
        <translation>مقيّد: لا يبدأ بهذا السجل شيء جديد ولا يُرسل منه شيء.</translation>
    </message>
    <message>
        <source>Not restricted.</source>
        <translation>غير مقيّد.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Breaches</source>
        <translation>الاختراقات</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>يُجاب قبل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>اكتُشف</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Nobody has asked for anything. Choose a customer and press Insert.</source>
        <translation>لم يطلب أحد شيئًا. اختر عميلًا واضغط Insert.</translation>
    </message>
    <message>
        <source>No breach was recorded.</source>
        <translation>لم يُسجَّل أي اختراق.</translation>
    </message>
    <message>
        <source>Answer, or reference of the authority</source>
        <translation>الجواب، أو الرقم المرجعي للجهة المختصة</translation>
    </message>
    <message>
        <source>Reported to the authority</source>
        <translation>أُبلغت الجهة المختصة</translation>
    </message>
    <message>
        <source>People were told</source>
        <translation>أُبلغ الأشخاص</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Customer: name, number or phone</source>
        <translation>العميل: الاسم أو الرقم أو الهاتف</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>المطلوب</translation>
    </message>
    <message>
        <source>In the person&apos;s words, or what happened</source>
        <translation>بكلام صاحب الطلب، أو ما حدث</translation>
    </message>
    <message>
        <source>Record a breach</source>
        <translation>تسجيل اختراق</translation>
    </message>
    <message>
        <source>Give a copy</source>
        <translation>إعطاء نسخة</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>محو</translation>
    </message>
</context>
</TS>
