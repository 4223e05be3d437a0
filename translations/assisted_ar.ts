<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::AssistedPage</name>
    <message>
        <source>Copy, then the next one</source>
        <translation>نسخ ثم التالي</translation>
    </message>
    <message>
        <source>Copy by number</source>
        <translation>نسخ برقمه</translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation>فتح الموقع</translation>
    </message>
    <message>
        <source>Go on to the fees</source>
        <translation>المتابعة إلى الرسوم</translation>
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
        <source>Compare it with the agency&apos;s site. Ctrl+Enter again takes it as it is.</source>
        <translation>قارنه بموقع الجهة. Ctrl+Enter مرة أخرى لاعتماده كما هو.</translation>
    </message>
    <message>
        <source>Mend what is marked. What you typed is kept.</source>
        <translation>صحّح ما عُلّم عليه. ما كتبته محفوظ.</translation>
    </message>
    <message>
        <source>To type on %1</source>
        <translation>للكتابة في %1</translation>
    </message>
    <message>
        <source>The order of this site is not at hand: %1 The list follows our form, and the reference will not be checked.</source>
        <translation>ترتيب هذا الموقع غير متاح: %1 تتبع القائمة ترتيب نموذجنا، ولن يُفحص الرقم المرجعي.</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ نُسخ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Such as %1</source>
        <translation>مثل %1</translation>
    </message>
    <message>
        <source>Between %1 and %2</source>
        <translation>بين %1 و%2</translation>
    </message>
    <message>
        <source>%1, as on the form</source>
        <translation>%1، كما في النموذج</translation>
    </message>
    <message>
        <source>Answers for the agency&apos;s site</source>
        <translation>إجابات لموقع الجهة</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Reference from the site</source>
        <translation>الرقم المرجعي من الموقع</translation>
    </message>
    <message>
        <source>Government fee on the site</source>
        <translation>الرسم الحكومي في الموقع</translation>
    </message>
    <message>
        <source>Government fee at the agency</source>
        <translation>الرسم الحكومي لدى الجهة</translation>
    </message>
    <message>
        <source>The agency&apos;s receipt number</source>
        <translation>رقم إيصال الجهة</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>لم يُدفع بعد</translation>
    </message>
    <message>
        <source>Paid, not confirmed</source>
        <translation>مدفوع وغير مؤكد</translation>
    </message>
    <message>
        <source>Paid and confirmed</source>
        <translation>مدفوع ومؤكد</translation>
    </message>
</context>
</TS>
