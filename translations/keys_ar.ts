<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::KeyPage</name>
    <message>
        <source>Change the data key</source>
        <translation>غيّر مفتاح البيانات</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The code is noted</source>
        <translation>دُوّن الرمز</translation>
    </message>
    <message>
        <source>Print the code</source>
        <translation>اطبع الرمز</translation>
    </message>
    <message>
        <source>To the staff</source>
        <translation>إلى الموظفين</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>هذا مطلوب.</translation>
    </message>
    <message>
        <source>Checking everything, then sealing it anew. This may take some minutes.</source>
        <translation>يُفحص كل شيء ثم يُشفَّر من جديد. قد يستغرق ذلك دقائق.</translation>
    </message>
    <message>
        <source>The data key is new.</source>
        <translation>تغيّر مفتاح البيانات.</translation>
    </message>
    <message>
        <source>A new data key</source>
        <translation>مفتاح بيانات جديد</translation>
    </message>
    <message>
        <source>For when somebody may have taken the key along: a copied data folder and a password that was seen, or an owner who left. Everything that is sealed is sealed anew. A second person has to consent.</source>
        <translation>لحين يُحتمل أن أحدًا أخذ المفتاح معه: مجلد بيانات نُسخ وكلمة مرور شوهدت، أو صاحب مركز غادر. يُشفَّر كل ما هو مشفَّر من جديد، ويجب أن يوافق شخص ثانٍ.</translation>
    </message>
    <message>
        <source>Everybody but you needs a new password afterwards, which you give on the staff page. PINs stay.</source>
        <translation>يحتاج الجميع سواك بعد ذلك إلى كلمة مرور جديدة تعطيها من صفحة الموظفين. وتبقى الأرقام السرية كما هي.</translation>
    </message>
    <message>
        <source>You get a new recovery code. Keep the old one with the backups made until now: they open with it alone, or with a password that an owner had then.</source>
        <translation>تحصل على رمز استرداد جديد. احفظ القديم مع النسخ الاحتياطية المصنوعة حتى الآن: فلا تُفتح إلا به، أو بكلمة مرور كانت لصاحب المركز آنذاك.</translation>
    </message>
    <message>
        <source>Nobody can work meanwhile, at no counter.</source>
        <translation>لا يستطيع أحد العمل أثناء ذلك في أي شباك.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>كلمة مرورك</translation>
    </message>
    <message>
        <source>The data key is new</source>
        <translation>تغيّر مفتاح البيانات</translation>
    </message>
    <message>
        <source>Sealed anew: %1 values and %2 papers.</source>
        <translation>شُفّر من جديد: القيم %1 والمستندات %2.</translation>
    </message>
    <message>
        <source>A new password need: %1. Give it on the staff page.</source>
        <translation>يحتاج إلى كلمة مرور جديدة: %1. أعطها من صفحة الموظفين.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Traces of the old values are left in the data file because somebody was reading it; they go by themselves when nobody works.</source>
        <translation>بقيت آثار من القيم القديمة في ملف البيانات لأن أحدًا كان يقرؤه، وتزول وحدها حين لا يعمل أحد.</translation>
    </message>
</context>
</TS>
