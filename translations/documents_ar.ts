<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::DocumentsPage</name>
    <message>
        <source>Still to be seen: %1. What you marked is kept. Press Space on it once you have seen it, or F7 to wait for it.</source>
        <translation>لم يُطّلع بعد على: %1. ما علّمته محفوظ. اضغط المسافة عليه بعد الاطلاع، أو F7 لانتظاره.</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>اطُّلع عليه</translation>
    </message>
    <message>
        <source>Seen, by number</source>
        <translation>اطُّلع عليه، بالرقم</translation>
    </message>
    <message>
        <source>Keep a scan</source>
        <translation>حفظ نسخة ممسوحة</translation>
    </message>
    <message>
        <source>Go on to the fees</source>
        <translation>متابعة إلى الرسوم</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>رجوع إلى النموذج</translation>
    </message>
    <message>
        <source>Scan to keep</source>
        <translation>النسخة الممسوحة</translation>
    </message>
    <message>
        <source>Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
        <translation>نسخ ممسوحة (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
    </message>
    <message>
        <source>✓ Scanned</source>
        <translation>✓ ممسوح</translation>
    </message>
    <message>
        <source>✓ Seen</source>
        <translation>✓ اطُّلع عليه</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ناقص</translation>
    </message>
    <message>
        <source>If there is one</source>
        <translation>إن وُجد</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>إلزامي</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>اختياري</translation>
    </message>
    <message>
        <source>Have you seen these papers?</source>
        <translation>هل اطلعت على هذه المستندات؟</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Checklist of papers</source>
        <translation>قائمة المستندات</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>م</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>اللزوم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>This service needs no papers.</source>
        <translation>لا تحتاج هذه الخدمة إلى مستندات.</translation>
    </message>
    <message>
        <source>The scan was removed; the paper stays marked as seen.</source>
        <translation>حُذفت النسخة الممسوحة، ويبقى المستند معلّمًا بأنه اطُّلع عليه.</translation>
    </message>
    <message>
        <source>Look at the scan</source>
        <translation>عرض النسخة الممسوحة</translation>
    </message>
    <message>
        <source>Remove the scan</source>
        <translation>حذف النسخة الممسوحة</translation>
    </message>
    <message>
        <source>The scan of %1 is removed for good. The paper itself stays marked as seen.</source>
        <translation>تُحذف النسخة الممسوحة بتاريخ %1 نهائيًا. يبقى المستند نفسه معلّمًا بأنه اطُّلع عليه.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>احذفها</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>تاريخ الانتهاء</translation>
    </message>
</context>
<context>
    <name>sanad::ExpiryDialog</name>
    <message>
        <source>The paper expires on</source>
        <translation>ينتهي المستند في</translation>
    </message>
    <message>
        <source>Scan to keep</source>
        <translation>النسخة الممسوحة</translation>
    </message>
    <message>
        <source>As printed on it; leave it empty where nothing is printed.</source>
        <translation>كما هو مطبوع عليه؛ اتركه فارغًا إن لم يُطبع شيء.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Keep a scan</source>
        <translation>حفظ نسخة ممسوحة</translation>
    </message>
    <message>
        <source>This is not a date. Write it as day/month/year.</source>
        <translation>هذا ليس تاريخًا. اكتبه يوم/شهر/سنة.</translation>
    </message>
    <message>
        <source>This paper expired on %1. Enter keeps the scan all the same.</source>
        <translation>انتهى هذا المستند في %1. اضغط Enter لحفظ النسخة مع ذلك.</translation>
    </message>
</context>
<context>
    <name>sanad::PaperDialog</name>
    <message>
        <source>Expired on %1</source>
        <translation>انتهى في %1</translation>
    </message>
    <message>
        <source>Expires on %1</source>
        <translation>ينتهي في %1</translation>
    </message>
    <message>
        <source>Kept scan</source>
        <translation>نسخة ممسوحة محفوظة</translation>
    </message>
    <message>
        <source>The scan</source>
        <translation>النسخة الممسوحة</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>حفظ نسخة خارج البرنامج</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Scan %1 of %2</source>
        <translation>النسخة %1 من %2</translation>
    </message>
    <message>
        <source>A PDF is not drawn here. Ctrl+S saves a plain copy where you choose.</source>
        <translation>لا يعرض البرنامج ملفات PDF. اضغط Ctrl+S لحفظ نسخة مكشوفة في المكان الذي تختاره.</translation>
    </message>
    <message>
        <source>This picture cannot be drawn here. Ctrl+S saves a plain copy where you choose.</source>
        <translation>لا يمكن عرض هذه الصورة هنا. اضغط Ctrl+S لحفظ نسخة مكشوفة في المكان الذي تختاره.</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 ميغابايت</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>بلا صفحات</numerusform>
            <numerusform>صفحة واحدة</numerusform>
            <numerusform>صفحتان</numerusform>
            <numerusform>%n صفحات</numerusform>
            <numerusform>%n صفحة</numerusform>
            <numerusform>%n صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>kept on %1</source>
        <translation>حُفظ في %1</translation>
    </message>
    <message>
        <source>Save a plain copy</source>
        <translation>حفظ نسخة مكشوفة</translation>
    </message>
    <message>
        <source>A plain copy of %1 is to leave the program. A second person has to approve it.</source>
        <translation>ستخرج نسخة مكشوفة من %1 خارج البرنامج. يجب أن يوافق شخص ثانٍ على ذلك.</translation>
    </message>
    <message>
        <source>The plain copy was saved, and that is recorded. Remove it from there once it is not needed.</source>
        <translation>حُفظت النسخة المكشوفة وسُجّل ذلك. احذفها من هناك حين لا تعود لازمة.</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 كيلوبايت</translation>
    </message>
</context>
</TS>
