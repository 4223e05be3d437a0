<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::LinePicker</name>
    <message>
        <source>New ticket: which line?</source>
        <translation>تذكرة جديدة: أي قائمة؟</translation>
    </message>
    <message>
        <source>There is no line %1. Choose one of these.</source>
        <translation>لا توجد قائمة %1. اختر واحدة من هذه.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>م</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>الحرف</translation>
    </message>
</context>
<context>
    <name>sanad::ServePage</name>
    <message>
        <source>Ticket %1 was issued.</source>
        <translation>صدرت التذكرة %1.</translation>
    </message>
    <message>
        <source>Ticket %1 was called. Press Enter when the person has come.</source>
        <translation>استُدعيت التذكرة %1. اضغط Enter عند حضور المراجع.</translation>
    </message>
    <message>
        <source>Choose the customer</source>
        <translation>اختيار العميل</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تنقّل</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>The person has come</source>
        <translation>حضر المراجع</translation>
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
        <source>Call next</source>
        <translation>استدعاء التالي</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>تذكرة جديدة</translation>
    </message>
    <message>
        <source>Work on hold</source>
        <translation>معاملات معلّقة</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>كل الأوامر</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>بانتظار الدور: %1</translation>
    </message>
    <message>
        <source>The program ended suddenly. The transaction of %1 was restored as it was at %2. Enter continues, Delete twice discards it.</source>
        <translation>أُغلق البرنامج فجأة. استعدنا معاملة %1 كما كانت %2. Enter للمتابعة، وDelete مرتين لتركها.</translation>
    </message>
    <message>
        <source>Civil number, name, mobile, passport or CR</source>
        <translation>الرقم المدني أو الاسم أو الهاتف أو جواز السفر أو السجل التجاري</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>مدة الانتظار</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>حُفظت</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>لا أحد ينتظر.</translation>
    </message>
    <message>
        <source>No work is on hold.</source>
        <translation>لا معاملات معلّقة.</translation>
    </message>
    <message>
        <source>sets aside what you are doing</source>
        <translation>يعلّق ما تعمل عليه</translation>
    </message>
    <message>
        <source>Press Delete once more to discard the restored transaction.</source>
        <translation>اضغط Delete مرة أخرى لترك المعاملة المستعادة.</translation>
    </message>
</context>
</TS>
