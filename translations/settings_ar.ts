<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::SettingsPage</name>
    <message>
        <source>The centre&apos;s data is saved. It counts from the next receipt on.</source>
        <translation>حُفظت بيانات المركز، وتسري من الإيصال التالي.</translation>
    </message>
    <message>
        <source>Counter %1 is added.</source>
        <translation>أُضيف الشباك %1.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Add the counter</source>
        <translation>إضافة الشباك</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>هذا ليس تاريخًا.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>بلا دقائق</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>هذا الشباك</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>المركز</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>الشبابيك</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>حجم العرض</translation>
    </message>
    <message>
        <source>Lock when nobody works for</source>
        <translation>القفل عند التوقف عن العمل مدة</translation>
    </message>
    <message>
        <source>Device of the receipt printer</source>
        <translation>جهاز طابعة الإيصالات</translation>
    </message>
    <message>
        <source>No printer is there: a file or a folder cannot be one.</source>
        <translation>لا طابعة هناك، والملف أو المجلد لا يكون طابعة.</translation>
    </message>
    <message>
        <source>Such as /dev/usb/lp0; empty where there is none.</source>
        <translation>مثل ⁦/dev/usb/lp0⁩؛ ويُترك فارغًا إن لم توجد طابعة.</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Address in Arabic</source>
        <translation>العنوان بالعربية</translation>
    </message>
    <message>
        <source>Address in English</source>
        <translation>العنوان بالإنجليزية</translation>
    </message>
    <message>
        <source>Return policy in Arabic</source>
        <translation>سياسة الاسترداد بالعربية</translation>
    </message>
    <message>
        <source>Return policy in English</source>
        <translation>سياسة الاسترداد بالإنجليزية</translation>
    </message>
    <message>
        <source>VATIN</source>
        <translation>الرقم الضريبي</translation>
    </message>
    <message>
        <source>Registered for VAT</source>
        <translation>مسجل في ضريبة القيمة المضافة</translation>
    </message>
    <message>
        <source>VAT is charged from</source>
        <translation>تُحصَّل الضريبة من</translation>
    </message>
    <message>
        <source>The business day ends at</source>
        <translation>ينتهي يوم العمل عند</translation>
    </message>
    <message>
        <source>Hijri date, days against Umm al-Qura</source>
        <translation>التاريخ الهجري: فرق الأيام عن أم القرى</translation>
    </message>
    <message>
        <source>Code of the new counter</source>
        <translation>رمز الشباك الجديد</translation>
    </message>
    <message>
        <source>Its name in Arabic</source>
        <translation>اسمه بالعربية</translation>
    </message>
    <message>
        <source>Its name in English</source>
        <translation>اسمه بالإنجليزية</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>No counter yet.</source>
        <translation>لا شباك بعد.</translation>
    </message>
</context>
</TS>
