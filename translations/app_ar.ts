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
        <source>Printer not there</source>
        <translation>الطابعة غير موجودة</translation>
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
    <message>
        <source>Correct the form</source>
        <translation>صحّح النموذج</translation>
    </message>
    <message>
        <source>Set up the centre</source>
        <translation>إعداد المركز</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>الاسترداد</translation>
    </message>
    <message>
        <source>The price is another than the displayed one. A second person has to approve it.</source>
        <translation>السعر غير السعر المعلن. يجب أن يوافق عليه شخص ثانٍ.</translation>
    </message>
    <message>
        <source>Saved for this desk.</source>
        <translation>حُفظ لهذا الشباك.</translation>
    </message>
    <message>
        <source>No receipt was issued at this desk since it was started.</source>
        <translation>لم يصدر إيصال من هذا الشباك منذ تشغيل البرنامج.</translation>
    </message>
    <message>
        <source>No printer is set up at this desk. Receipt %1 is kept. Set the printer in the settings, then F10.</source>
        <translation>لا طابعة مضبوطة لهذا الشباك. الإيصال %1 محفوظ. اضبط الطابعة في الإعدادات ثم F10.</translation>
    </message>
    <message>
        <source>Copy %1 of receipt %2 is being printed.</source>
        <translation>تُطبع النسخة %1 من الإيصال %2.</translation>
    </message>
    <message>
        <source>How long papers are kept</source>
        <translation>مدة حفظ المستندات</translation>
    </message>
    <message>
        <source>The code is being printed. Take the paper at once and lock it away.</source>
        <translation>يُطبع الرمز الآن. خذ الورقة فورًا واحفظها في مكان مقفل.</translation>
    </message>
    <message>
        <source>Transaction %1 waits for its payment. It is in the transactions (F8).</source>
        <translation>المعاملة %1 بانتظار الدفع، وتجدها في المعاملات (F8).</translation>
    </message>
    <message>
        <source>The data key</source>
        <translation>مفتاح البيانات</translation>
    </message>
    <message>
        <source>Everything that is sealed is to be sealed anew under a new data key. A second person has to approve it.</source>
        <translation>سيُشفَّر كل ما هو مشفَّر من جديد بمفتاح بيانات جديد. يجب أن يوافق شخص ثانٍ.</translation>
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
    <message>
        <source>What a restore kept of the older centre is to be removed for good: %1. A second person has to approve it.</source>
        <translation>سيُزال نهائيًا ما أبقته الاستعادة من المركز الأقدم: %1. ويلزم أن يوافق عليه شخص ثانٍ.</translation>
    </message>
</context>
<context>
    <name>sanad::DeskClock</name>
    <message>
        <source>This PC&apos;s clock says %1; the receipt before was issued at %2. Is the clock right? If not, go back and set it: a receipt with a wrong date can only be voided.</source>
        <translation>ساعة هذا الجهاز تشير إلى %1، والإيصال السابق صدر في %2. هل الساعة صحيحة؟ إن لم تكن فارجع واضبطها: فالإيصال ذو التاريخ الخاطئ لا يعالَج إلا بإلغائه.</translation>
    </message>
    <message>
        <source>The clock of this PC</source>
        <translation>ساعة هذا الجهاز</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>الساعة صحيحة</translation>
    </message>
    <message>
        <source>Somebody who may change the settings has to say so.</source>
        <translation>يجب أن يقول ذلك من له صلاحية الإعدادات.</translation>
    </message>
    <message>
        <source>The clock is confirmed as right. What you typed is there; finish it now.</source>
        <translation>أُكّد أن الساعة صحيحة. ما كتبته باقٍ، فأكمله الآن.</translation>
    </message>
</context>
</TS>
