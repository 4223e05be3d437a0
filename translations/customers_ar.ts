<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::AlikeTable</name>
    <message>
        <source>Possibly the same customer</source>
        <translation>قد يكون العميل نفسه</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>المتطابق</translation>
    </message>
    <message>
        <source>number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>name and mobile</source>
        <translation>الاسم والهاتف</translation>
    </message>
    <message>
        <source>name and birth date</source>
        <translation>الاسم وتاريخ الميلاد</translation>
    </message>
</context>
<context>
    <name>sanad::AuthorisedPanel</name>
    <message>
        <source>Find the person first.</source>
        <translation>ابحث عن الشخص أولًا.</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>هذا ليس تاريخًا.</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>مقيّد</translation>
    </message>
    <message>
        <source>Who may sign for %1</source>
        <translation>من له أن يوقّع عن %1</translation>
    </message>
    <message>
        <source>To be added: %1, %2</source>
        <translation>سيُضاف: %1، %2</translation>
    </message>
    <message>
        <source>Nobody was found. Press Insert to make the record of this person.</source>
        <translation>لا نتائج. اضغط Insert لإنشاء سجل لهذا الشخص.</translation>
    </message>
    <message>
        <source>Authorised persons</source>
        <translation>المفوّضون</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الصفة</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>تاريخ الانتهاء</translation>
    </message>
    <message>
        <source>Nobody may sign for this company yet.</source>
        <translation>لا أحد مفوّض بالتوقيع عن هذه الشركة بعد.</translation>
    </message>
    <message>
        <source>Person: civil number or name</source>
        <translation>الشخص: الرقم المدني أو الاسم</translation>
    </message>
    <message>
        <source>Role, as on the registration</source>
        <translation>الصفة كما في السجل التجاري</translation>
    </message>
    <message>
        <source>May sign</source>
        <translation>تفويض بالتوقيع</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب التفويض</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
</context>
<context>
    <name>sanad::ChangeForm</name>
    <message>
        <source>Another customer has the same number. Nothing was saved; what you typed is still here.</source>
        <translation>يوجد عميل آخر بالرقم نفسه. لم يُحفظ شيء، وما كتبته باقٍ هنا.</translation>
    </message>
    <message>
        <source>This may be another customer of the list. Nothing was saved yet. Press Ctrl+Enter to save it all the same.</source>
        <translation>قد يكون هذا عميلًا آخر من القائمة. لم يُحفظ شيء بعد. اضغط Ctrl+Enter للحفظ مع ذلك.</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>تعديل: %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Name in Arabic, as on the document</source>
        <translation>الاسم بالعربية كما في المستند</translation>
    </message>
    <message>
        <source>Name in Latin letters</source>
        <translation>الاسم بالحروف اللاتينية</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Another phone</source>
        <translation>هاتف آخر</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Nationality: three letters, OMN</source>
        <translation>الجنسية: ثلاثة أحرف، OMN</translation>
    </message>
    <message>
        <source>Wilayat</source>
        <translation>الولاية</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>لغة القراءة</translation>
    </message>
    <message>
        <source>Number: kind, number, valid until</source>
        <translation>الرقم: النوع والرقم وتاريخ الانتهاء</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
</context>
<context>
    <name>sanad::ConsentPanel</name>
    <message>
        <source>A child cannot consent: find the guardian first.</source>
        <translation>لا يوافق الطفل بنفسه: ابحث عن ولي أمره أولًا.</translation>
    </message>
    <message>
        <source>No consent is recorded.</source>
        <translation>لا موافقة مسجّلة.</translation>
    </message>
    <message>
        <source>The consent was withdrawn on %1.</source>
        <translation>سُحبت الموافقة بتاريخ %1.</translation>
    </message>
    <message>
        <source>Consent of %1 to version %2, taken by %3.</source>
        <translation>موافقة بتاريخ %1 على الإصدار %2، سجّلها %3.</translation>
    </message>
    <message>
        <source>Consent of %1 to version %2, taken by %3, given by the guardian %4.</source>
        <translation>موافقة بتاريخ %1 على الإصدار %2، سجّلها %3، وأعطاها ولي الأمر %4.</translation>
    </message>
    <message>
        <source>The words have changed since: version %1 is in force now.</source>
        <translation>تغيّر النص منذ ذلك: الإصدار الساري الآن %1.</translation>
    </message>
    <message>
        <source>This is what the customer agrees to (version %1). Read it to them, or give them the printed notice.</source>
        <translation>هذا ما يوافق عليه العميل (الإصدار %1). اقرأه له أو أعطه الإشعار المطبوع.</translation>
    </message>
    <message>
        <source>Guardian: %1</source>
        <translation>ولي الأمر: %1</translation>
    </message>
    <message>
        <source>Guardian of the child: civil number or name</source>
        <translation>ولي أمر الطفل: الرقم المدني أو الاسم</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>وافق العميل</translation>
    </message>
    <message>
        <source>Withdraw the consent</source>
        <translation>سحب الموافقة</translation>
    </message>
    <message>
        <source>Nobody was found. Insert makes the guardian a customer.</source>
        <translation>لم يُعثر على أحد. Insert لإضافة ولي الأمر عميلًا.</translation>
    </message>
</context>
<context>
    <name>sanad::CustomerMatches</name>
    <message>
        <source>Matching customers</source>
        <translation>العملاء المطابقون</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>No results.</source>
        <translation>لا نتائج.</translation>
    </message>
    <message>
        <source>New customer with what you typed</source>
        <translation>عميل جديد بهذا الرقم</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>مواطن</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>مقيم</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>زائر</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>شركة</translation>
    </message>
    <message>
        <source>Type a name or a number.</source>
        <translation>اكتب اسمًا أو رقمًا.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>عميل جديد</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>مقيَّد</translation>
    </message>
</context>
<context>
    <name>sanad::CustomersPage</name>
    <message>
        <source>Save and go on</source>
        <translation>حفظ ومتابعة</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Back to the matches</source>
        <translation>رجوع إلى النتائج</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تنقّل</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>عميل جديد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Name, civil number, mobile, passport or commercial registration</source>
        <translation>الاسم أو الرقم المدني أو الهاتف أو جواز السفر أو السجل التجاري</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>بحث عن عميل</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>معاملات سابقة</translation>
    </message>
    <message>
        <source>Earlier transactions</source>
        <translation>معاملات سابقة</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Nothing was done for this customer yet.</source>
        <translation>لا معاملات سابقة لهذا العميل.</translation>
    </message>
    <message>
        <source>The consent is recorded.</source>
        <translation>سُجّلت الموافقة.</translation>
    </message>
    <message>
        <source>The consent is withdrawn. Nothing new is built on it.</source>
        <translation>سُحبت الموافقة، ولا يُبنى عليها جديد.</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>وافق العميل</translation>
    </message>
    <message>
        <source>Withdraw the consent</source>
        <translation>سحب الموافقة</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>The change is saved.</source>
        <translation>حُفظ التعديل.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>رقم آخر</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>This person may sign for the company.</source>
        <translation>لهذا الشخص أن يوقّع عن الشركة.</translation>
    </message>
    <message>
        <source>This person signs for the company no more.</source>
        <translation>لم يعد لهذا الشخص أن يوقّع عن الشركة.</translation>
    </message>
    <message>
        <source>May sign</source>
        <translation>تفويض بالتوقيع</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب التفويض</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Who may sign</source>
        <translation>المفوّضون بالتوقيع</translation>
    </message>
    <message>
        <source>The records are merged.</source>
        <translation>دُمج السجلان.</translation>
    </message>
    <message>
        <source>The merge is undone.</source>
        <translation>أُلغي الدمج.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>إلغاء الدمج</translation>
    </message>
    <message>
        <source>New guardian</source>
        <translation>ولي أمر جديد</translation>
    </message>
</context>
<context>
    <name>sanad::FieldFaults</name>
    <message>
        <source>Unusual: check it against the document.</source>
        <translation>غير معتاد: قارنه بالمستند.</translation>
    </message>
    <message>
        <source>This is not a date. Write it as 25/03/1990.</source>
        <translation>هذا ليس تاريخًا. اكتبه هكذا: 25/03/1990.</translation>
    </message>
    <message numerus="yes">
        <source>Correct %n field(s) before going on. Nothing was saved yet.</source>
        <translation>
            <numerusform>لا حقول للتصحيح.</numerusform>
            <numerusform>صحّح حقلًا واحدًا قبل المتابعة. لم يُحفظ شيء بعد.</numerusform>
            <numerusform>صحّح حقلين قبل المتابعة. لم يُحفظ شيء بعد.</numerusform>
            <numerusform>صحّح %n حقول قبل المتابعة. لم يُحفظ شيء بعد.</numerusform>
            <numerusform>صحّح %n حقلًا قبل المتابعة. لم يُحفظ شيء بعد.</numerusform>
            <numerusform>صحّح %n حقل قبل المتابعة. لم يُحفظ شيء بعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>A number does not look as usual. Nothing was saved yet. Correct it, or press Ctrl+Enter to keep it.</source>
        <translation>أحد الأرقام غير معتاد. لم يُحفظ شيء بعد. صحّحه، أو اضغط Ctrl+Enter لإبقائه.</translation>
    </message>
</context>
<context>
    <name>sanad::IdentifierEdit</name>
    <message>
        <source>Kind of number</source>
        <translation>نوع الرقم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Issued by: three letters of the country</source>
        <translation>جهة الإصدار: ثلاثة أحرف للدولة</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>تاريخ الانتهاء</translation>
    </message>
    <message>
        <source>Civil number</source>
        <translation>الرقم المدني</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>رقم جواز السفر</translation>
    </message>
    <message>
        <source>Commercial registration number</source>
        <translation>رقم السجل التجاري</translation>
    </message>
    <message>
        <source>VATIN</source>
        <translation>الرقم الضريبي</translation>
    </message>
    <message>
        <source>Tax card number</source>
        <translation>رقم البطاقة الضريبية</translation>
    </message>
    <message>
        <source>Chamber of commerce number</source>
        <translation>رقم عضوية غرفة التجارة</translation>
    </message>
    <message>
        <source>Work permit number</source>
        <translation>رقم ترخيص العمل</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>رقم الحساب الدولي IBAN</translation>
    </message>
</context>
<context>
    <name>sanad::MergePanel</name>
    <message>
        <source>Find the other record first.</source>
        <translation>ابحث عن السجل الآخر أولًا.</translation>
    </message>
    <message>
        <source>From now on the record of %1 stands for the other one too.</source>
        <translation>من الآن يقوم سجل %1 مقام السجل الآخر أيضًا.</translation>
    </message>
    <message>
        <source>The merge is undone: both records stand for themselves again.</source>
        <translation>يُلغى الدمج، ويعود كل من السجلين مستقلًا.</translation>
    </message>
    <message>
        <source>Merge into: %1</source>
        <translation>الدمج في: %1</translation>
    </message>
    <message>
        <source>Type a name or a number of the other record.</source>
        <translation>اكتب اسمًا أو رقمًا للسجل الآخر.</translation>
    </message>
    <message>
        <source>No other record was found.</source>
        <translation>لا يوجد سجل آخر.</translation>
    </message>
    <message>
        <source>Nothing of the other record is rewritten, so a merge can be undone.</source>
        <translation>لا يتغيّر شيء في السجل الآخر، ولذلك يمكن إلغاء الدمج.</translation>
    </message>
    <message>
        <source>The other record: name or number</source>
        <translation>السجل الآخر: الاسم أو الرقم</translation>
    </message>
    <message>
        <source>Records that may be merged</source>
        <translation>سجلات يمكن دمجها</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Merged into this record</source>
        <translation>مدموج في هذا السجل</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>إلغاء الدمج</translation>
    </message>
</context>
<context>
    <name>sanad::NewCustomerForm</name>
    <message>
        <source>As it was left. Nothing of it was saved yet.</source>
        <translation>كما تركته. لم يُحفظ منه شيء بعد.</translation>
    </message>
    <message>
        <source>There is a customer with the same number. No new one was saved. Open it with Enter.</source>
        <translation>يوجد عميل بالرقم نفسه. لم يُحفظ جديد. افتحه بـ Enter.</translation>
    </message>
    <message>
        <source>There is a customer with a similar name and the same number or birth date. Open it with Enter, or press Ctrl+Enter to save a new one.</source>
        <translation>يوجد عميل باسم مشابه وبالرقم أو تاريخ الميلاد نفسه. افتحه بـ Enter، أو اضغط Ctrl+Enter لحفظ عميل جديد.</translation>
    </message>
    <message>
        <source>This number cannot be right. Check it against the document.</source>
        <translation>لا يمكن أن يكون هذا الرقم صحيحًا. راجعه على المستند.</translation>
    </message>
    <message>
        <source>Write the name as on the document.</source>
        <translation>اكتب الاسم كما في المستند.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>عميل جديد</translation>
    </message>
    <message>
        <source>Name as on the document</source>
        <translation>الاسم كما في المستند</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Commercial registration number</source>
        <translation>رقم السجل التجاري</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>رقم جواز السفر</translation>
    </message>
    <message>
        <source>Civil number</source>
        <translation>الرقم المدني</translation>
    </message>
</context>
</TS>
