<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::CodeView</name>
    <message>
        <source>These are not the last five characters of the code.</source>
        <translation>هذه ليست آخر خمسة أحرف من الرمز.</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>It is shown this once. Write it on paper and lock it away, outside this computer: with it an owner who forgot the password gets back in. Without password and code nobody can, we included.</source>
        <translation>يظهر هذه المرة فقط. اكتبه على ورق واحفظه في مكان مقفل خارج هذا الحاسوب: به يعود صاحب المركز إن نسي كلمة المرور. بلا كلمة المرور والرمز لا يستطيع أحد ذلك، ولا نحن.</translation>
    </message>
    <message>
        <source>Its last five characters, to show that it is noted</source>
        <translation>آخر خمسة أحرف منه، دليلًا على أنك كتبته</translation>
    </message>
    <message>
        <source>It is noted</source>
        <translation>كتبته</translation>
    </message>
    <message>
        <source>Print the code</source>
        <translation>طباعة الرمز</translation>
    </message>
    <message>
        <source>On the receipt printer of this desk, on paper alone: nothing is kept in a file. Stand by the printer and take the paper at once; whoever has it can open this centre.</source>
        <translation>على طابعة إيصالات هذا المكتب، على الورق وحده: لا يُحفظ في ملف. قف عند الطابعة وخذ الورقة فورًا، فمن يملكها يستطيع فتح هذا المركز.</translation>
    </message>
</context>
<context>
    <name>sanad::People</name>
    <message>
        <source>Owner</source>
        <translation>صاحب المركز</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>المدير</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>موظف الخدمة</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>أمين الصندوق</translation>
    </message>
    <message>
        <source>Field agent</source>
        <translation>المندوب الميداني</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>المفتش</translation>
    </message>
</context>
<context>
    <name>sanad::RecoveryPage</name>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Back to the sign-in</source>
        <translation>العودة إلى تسجيل الدخول</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>هذا الحقل مطلوب.</translation>
    </message>
    <message>
        <source>This is not the same password.</source>
        <translation>كلمتا المرور غير متطابقتين.</translation>
    </message>
    <message>
        <source>A new password by the recovery code</source>
        <translation>كلمة مرور جديدة برمز الاسترداد</translation>
    </message>
    <message>
        <source>For owners. Everybody else asks an owner, who gives a new password and PIN on the staff page.</source>
        <translation>لأصحاب المركز. يراجع غيرهم صاحب المركز، وهو يعطي كلمة مرور ورقمًا سريًا جديدين من صفحة الموظفين.</translation>
    </message>
    <message>
        <source>Owner&apos;s name to sign in with</source>
        <translation>اسم دخول صاحب المركز</translation>
    </message>
    <message>
        <source>The printed recovery code</source>
        <translation>رمز الاسترداد المطبوع</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>كلمة المرور الجديدة مرة أخرى</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>الرقم السري الجديد</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>اعتماد كلمة المرور الجديدة</translation>
    </message>
</context>
<context>
    <name>sanad::SecretsPage</name>
    <message>
        <source>Changed. It counts from the next sign-in.</source>
        <translation>تم التغيير. يسري من الدخول التالي.</translation>
    </message>
    <message>
        <source>Next field, then change</source>
        <translation>الحقل التالي ثم التغيير</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>غير متطابق.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>كلمة مرورك</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رقمك السري</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>كلمة المرور الجديدة مرة أخرى</translation>
    </message>
    <message>
        <source>PIN until now</source>
        <translation>الرقم السري الحالي</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>الرقم السري الجديد</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>الرقم السري الجديد مرة أخرى</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>تغيير الرقم السري</translation>
    </message>
</context>
<context>
    <name>sanad::SetUpPage</name>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Set up the centre</source>
        <translation>إعداد المركز</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>هذا الحقل مطلوب.</translation>
    </message>
    <message>
        <source>This is not the same password.</source>
        <translation>كلمتا المرور غير متطابقتين.</translation>
    </message>
    <message>
        <source>A capital letter, then letters or digits: C1, C2.</source>
        <translation>حرف لاتيني كبير ثم أحرف أو أرقام: C1، C2.</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>المركز</translation>
    </message>
    <message>
        <source>The owner, who adds everybody else</source>
        <translation>صاحب المركز، وهو يضيف البقية</translation>
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
        <source>Licence number</source>
        <translation>رقم الترخيص</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>الشبابيك</translation>
    </message>
    <message>
        <source>Owner&apos;s name in Arabic</source>
        <translation>اسم صاحب المركز بالعربية</translation>
    </message>
    <message>
        <source>Owner&apos;s name in English</source>
        <translation>اسم صاحب المركز بالإنجليزية</translation>
    </message>
    <message>
        <source>Name to sign in with</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>كلمة المرور مرة أخرى</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Start with the demonstration catalogue, whose fees are for demonstration</source>
        <translation>البدء بالدليل التجريبي، ورسومه للعرض فقط</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
</context>
<context>
    <name>sanad::SignInPage</name>
    <message>
        <source>Next field, then sign in</source>
        <translation>الحقل التالي ثم الدخول</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>موظف الخدمة</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>Opening float (rials)</source>
        <translation>الرصيد الافتتاحي (ر.ع.)</translation>
    </message>
    <message>
        <source>Counts only when this counter&apos;s drawer is not open yet.</source>
        <translation>يُحتسب فقط إن لم يكن درج هذا الشباك مفتوحًا.</translation>
    </message>
    <message>
        <source>The next try counts in %1 s.</source>
        <translation>تُقبل المحاولة التالية بعد %1 ث.</translation>
    </message>
    <message>
        <source>The owner forgot the password</source>
        <translation>نسي صاحب المركز كلمة المرور</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>Choose your name</source>
        <translation>اختر اسمك</translation>
    </message>
    <message>
        <source>Choose who signs in.</source>
        <translation>اختر من يسجّل الدخول.</translation>
    </message>
</context>
<context>
    <name>sanad::StaffPage</name>
    <message>
        <source>Saved.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>works here</source>
        <translation>يعمل هنا</translation>
    </message>
    <message>
        <source>left</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>Role and secrets of the chosen person</source>
        <translation>دور الشخص المختار وأسراره</translation>
    </message>
    <message>
        <source>A new person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Empty: stays as it is.</source>
        <translation>إن تُرك فارغًا بقي كما هو.</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>عاد</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>هذا الحقل مطلوب.</translation>
    </message>
    <message>
        <source>People who work here</source>
        <translation>العاملون هنا</translation>
    </message>
    <message>
        <source>Name to sign in with</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
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
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>الرقم السري الجديد</translation>
    </message>
    <message>
        <source>Let try again</source>
        <translation>السماح بالمحاولة</translation>
    </message>
    <message>
        <source>What a role may do</source>
        <translation>ما يسمح به الدور</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>As it was left. Nothing of it was saved yet.</source>
        <translation>كما تركته. لم يُحفظ منه شيء بعد.</translation>
    </message>
</context>
</TS>
