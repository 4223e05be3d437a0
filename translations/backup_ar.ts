<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::BackupsPage</name>
    <message>
        <source>Backups go to %1 from now on.</source>
        <translation>تُحفظ النسخ الاحتياطية من الآن في %1.</translation>
    </message>
    <message>
        <source>What is derived was made anew from the facts.</source>
        <translation>أُعيد بناء البيانات المشتقة من السجلات.</translation>
    </message>
    <message>
        <source>Backing up and checking: %1 %</source>
        <translation>نسخ احتياطي وفحص: %1 %</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>انسخ الآن</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تنقّل</translation>
    </message>
    <message>
        <source>Backing up. You can go on working.</source>
        <translation>يجري النسخ الاحتياطي. يمكنك متابعة العمل.</translation>
    </message>
    <message>
        <source>A second disk or a stick</source>
        <translation>قرص ثانٍ أو ذاكرة</translation>
    </message>
    <message>
        <source>No folder for backups has been chosen yet.</source>
        <translation>لم يُختر مجلد للنسخ الاحتياطية بعد.</translation>
    </message>
    <message>
        <source>Backups go to %1</source>
        <translation>تُحفظ النسخ الاحتياطية في %1</translation>
    </message>
    <message>
        <source>The disk or stick is not there: %1</source>
        <translation>القرص أو الذاكرة غير موصول: %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>The data has not been checked as a whole yet.</source>
        <translation>لم تُفحص البيانات كلها بعد.</translation>
    </message>
    <message>
        <source>Checked as a whole at %1: every promise holds.</source>
        <translation>فُحصت البيانات كلها في %1: كل الضمانات قائمة.</translation>
    </message>
    <message>
        <source>Checked as a whole at %1: %2 faults, the first is %3. Make the derived data anew; if faults are left, restore the newest checked backup.</source>
        <translation>فُحصت البيانات كلها في %1: الأخطاء %2، أولها %3. أعد بناء البيانات المشتقة، فإن بقيت أخطاء فاستعد أحدث نسخة مفحوصة.</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>اختر المجلد</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>افحص كل شيء</translation>
    </message>
    <message>
        <source>Make derived data anew</source>
        <translation>أعد بناء البيانات المشتقة</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعد</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطي</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>صُنعت في</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Restored on trial</source>
        <translation>جُرّبت استعادتها</translation>
    </message>
    <message>
        <source>No backup was made yet.</source>
        <translation>لم تُصنع نسخة احتياطية بعد.</translation>
    </message>
    <message>
        <source>No backup</source>
        <translation>لا توجد نسخة احتياطية</translation>
    </message>
    <message>
        <source>Backup: %1 h ago</source>
        <translation>نسخ احتياطي: قبل %1 ساعة</translation>
    </message>
    <message>
        <source>Backup: %1 days ago</source>
        <translation>نسخ احتياطي: قبل %1 يومًا</translation>
    </message>
    <message>
        <source>The end of the data is remembered anew; the audit log says so.</source>
        <translation>حُفظت نهاية البيانات من جديد، وسُجّل ذلك في سجل التدقيق.</translation>
    </message>
    <message>
        <source>What is remembered in %1 about the end of the data is damaged, missing or not of this centre. A stick may be damaged; or older data was put in place of today&apos;s. Compare the newest printed day close with the desk; if they agree, let it be remembered anew.</source>
        <translation>ما حُفظ في %1 عن نهاية البيانات تالف أو مفقود أو ليس لهذا المركز. قد تكون الذاكرة تالفة، أو وُضعت بيانات قديمة مكان بيانات اليوم. قارن آخر إقفال يومي مطبوع بما في البرنامج؛ إن تطابقا فليُحفظ من جديد.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Remember anew</source>
        <translation>احفظ من جديد</translation>
    </message>
    <message>
        <source>Change the data key</source>
        <translation>غيّر مفتاح البيانات</translation>
    </message>
    <message>
        <source>The older copy is removed; the audit log says so.</source>
        <translation>أُزيلت النسخة الأقدم، وسُجل ذلك في سجل التدقيق.</translation>
    </message>
    <message>
        <source>People who were erased are still in %1, which a restore kept. Remove it, and copies of it elsewhere too.</source>
        <translation>لا يزال أشخاص حُذفت بياناتهم في %1 الذي أبقته استعادة. أزله، وأزل أي نسخة منه في مكان آخر.</translation>
    </message>
    <message>
        <source>A restore kept the older centre in %1. Remove it once nobody needs it.</source>
        <translation>أبقت الاستعادة المركز الأقدم في %1. أزله حين لا يحتاج إليه أحد.</translation>
    </message>
    <message>
        <source>Remove the older copy</source>
        <translation>إزالة النسخة الأقدم</translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>استغنِ عنها</translation>
    </message>
    <message>
        <source>Scans that were given up: %1. The audit log says so.</source>
        <translation>استُغني عن نسخ ممسوحة عددها %1، وسُجل ذلك في سجل التدقيق.</translation>
    </message>
    <message>
        <source>No scan was given up: none is lost, or other things are damaged too.</source>
        <translation>لم يُستغنَ عن أي نسخة: لا توجد نسخة مفقودة، أو أن في البيانات تلفًا آخر.</translation>
    </message>
    <message>
        <source>Give up lost scans</source>
        <translation>استغنِ عن النسخ المفقودة</translation>
    </message>
    <message>
        <source>The lists then say that the papers were seen, and hold no scan of them. Receipts stay as they are. Give the lost scans up?</source>
        <translation>تبين القوائم بعدها أن المستندات اطُّلع عليها دون نسخة ممسوحة منها، وتبقى الإيصالات كما هي. هل تستغني عن النسخ المفقودة؟</translation>
    </message>
    <message>
        <source>Checked as a whole at %1: %2 faults, the first is %3: the file of a scan is gone or damaged. Put it back from where it went; if that cannot be, give such scans up.</source>
        <translation>فُحصت البيانات كلها في %1: الأخطاء %2، أولها %3: ملف نسخة ممسوحة مفقود أو تالف. أعده من حيث نُقل، فإن تعذر ذلك فاستغنِ عن هذه النسخ.</translation>
    </message>
</context>
<context>
    <name>sanad::RestorePage</name>
    <message>
        <source>Restore</source>
        <translation>استعد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطي</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>هذا مطلوب.</translation>
    </message>
    <message>
        <source>Restoring and checking everything. This may take some minutes.</source>
        <translation>تجري الاستعادة وفحص كل شيء. قد يستغرق ذلك بضع دقائق.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>The backup takes the place of today&apos;s data, which is kept beside it. A second person has to consent.</source>
        <translation>تحل النسخة محل بيانات اليوم، وتُحفظ هذه بجانبها. يجب أن يوافق شخص ثانٍ.</translation>
    </message>
    <message>
        <source>With the printed recovery code, or with the name and password that an owner had when the backup was made.</source>
        <translation>برمز الاستعادة المطبوع، أو باسم المالك وكلمة المرور يوم صُنعت النسخة.</translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation>ملف النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Owner&apos;s name to sign in with; empty for the recovery code</source>
        <translation>اسم دخول المالك؛ يُترك فارغًا مع رمز الاستعادة</translation>
    </message>
    <message>
        <source>Recovery code or password</source>
        <translation>رمز الاستعادة أو كلمة المرور</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>اختر الملف</translation>
    </message>
    <message>
        <source>Accept the loss and restore</source>
        <translation>اقبل الفقد واستعد</translation>
    </message>
    <message>
        <source>The centre is restored</source>
        <translation>استُعيد المركز</translation>
    </message>
    <message>
        <source>Every promise was checked and holds. Numbers go on in a new series; declared lost is what may have been printed since:</source>
        <translation>فُحصت كل الضمانات وهي قائمة. يستمر الترقيم في سلسلة جديدة، وأُعلن مفقودًا ما قد طُبع بعد النسخة:</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>من %1 فصاعدًا</translation>
    </message>
    <message>
        <source>Start the desk again</source>
        <translation>شغّل البرنامج من جديد</translation>
    </message>
    <message>
        <source>Disabled again, as in the centre that was replaced: %1</source>
        <translation>أُوقف من جديد كما في المركز الذي استُبدل: %1</translation>
    </message>
    <message>
        <source>People, roles, passwords and PINs are otherwise as they were when the backup was made: look through them.</source>
        <translation>وما عدا ذلك فالموظفون والأدوار وكلمات المرور والأرقام السرية كما كانت عند إنشاء النسخة الاحتياطية: راجعها.</translation>
    </message>
</context>
</TS>
