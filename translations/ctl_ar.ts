<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanadctl</name>
    <message>
        <source>New password of the owner: </source>
        <translation>كلمة مرور جديدة لصاحب المركز: </translation>
    </message>
    <message>
        <source>New PIN of the owner: </source>
        <translation>رقم سري جديد لصاحب المركز: </translation>
    </message>
    <message>
        <source>The demonstration catalogue is in force. Its fees are for demonstration: put your own pack in its place before real use.</source>
        <translation>الدليل التجريبي معمول به. رسومه للعرض فقط: ضع حزمتك مكانه قبل الاستعمال الفعلي.</translation>
    </message>
    <message>
        <source>The centre is set up. Recovery code, shown this once: %1
Print it and lock it away.</source>
        <translation>المركز جاهز. رمز الاسترداد، يظهر هذه المرة فقط: %1
اطبعه واحفظه في مكان مقفل.</translation>
    </message>
    <message>
        <source>%1% done</source>
        <translation>اكتمل %1%</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Every promise holds.</source>
        <translation>كل الضمانات قائمة.</translation>
    </message>
    <message>
        <source>Set up a new centre; --as names the owner</source>
        <translation>إعداد مركز جديد، و--as اسم مستخدم صاحب المركز</translation>
    </message>
    <message>
        <source>Name of the centre in Arabic</source>
        <translation>اسم المركز بالعربية</translation>
    </message>
    <message>
        <source>Name of the centre in English</source>
        <translation>اسم المركز بالإنجليزية</translation>
    </message>
    <message>
        <source>Licence number</source>
        <translation>رقم الترخيص</translation>
    </message>
    <message>
        <source>Code of the wilayat, e.g. OM-MA-BAWSHAR</source>
        <translation>رمز الولاية، مثل OM-MA-BAWSHAR</translation>
    </message>
    <message>
        <source>Phone of the centre</source>
        <translation>هاتف المركز</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>رقم ضريبة القيمة المضافة</translation>
    </message>
    <message>
        <source>First day with VAT</source>
        <translation>أول يوم تُحتسب فيه الضريبة</translation>
    </message>
    <message>
        <source>Name of the owner in Arabic</source>
        <translation>اسم صاحب المركز بالعربية</translation>
    </message>
    <message>
        <source>Name of the owner in English</source>
        <translation>اسم صاحب المركز بالإنجليزية</translation>
    </message>
    <message>
        <source>Start without the demonstration pack</source>
        <translation>البدء دون الحزمة التجريبية</translation>
    </message>
    <message>
        <source>Codes of the counters</source>
        <translation>رموز الشبابيك</translation>
    </message>
    <message>
        <source>Fill a new folder with a demonstration centre</source>
        <translation>ملء مجلد جديد بمركز تجريبي</translation>
    </message>
    <message>
        <source>The same seed makes the same centre</source>
        <translation>الرقم نفسه ينشئ المركز نفسه</translation>
    </message>
    <message>
        <source>How many customers</source>
        <translation>عدد العملاء</translation>
    </message>
    <message>
        <source>How many closed days</source>
        <translation>عدد الأيام المقفلة</translation>
    </message>
    <message>
        <source>Visits a day</source>
        <translation>عدد الزيارات في اليوم</translation>
    </message>
    <message>
        <source>The day after the last, else the machine&apos;s</source>
        <translation>اليوم الذي يلي الأخير، وإلا فتاريخ الجهاز</translation>
    </message>
    <message>
        <source>Check every promise of the data; needs nobody</source>
        <translation>فحص كل ضمانات البيانات، دون تسجيل دخول</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>No customer was found.</source>
        <translation>لا نتائج.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>By words of the name, a number, a phone or its last digits</source>
        <translation>بكلمات الاسم أو برقم أو بهاتف أو بآخر أرقامه</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>ما هو معروف</translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation>العدد الأقصى</translation>
    </message>
    <message>
        <source>Business days</source>
        <translation>أيام العمل</translation>
    </message>
    <message>
        <source>Close a day: numbered, signed, final</source>
        <translation>إقفال يوم: برقم وتوقيع، ونهائي</translation>
    </message>
    <message>
        <source>Which, e.g. 2026-11-21; else the oldest open one</source>
        <translation>أي يوم، مثل 2026-11-21، وإلا فأقدم يوم مفتوح</translation>
    </message>
    <message>
        <source>Days not closed, oldest first</source>
        <translation>الأيام غير المقفلة، الأقدم أولًا</translation>
    </message>
    <message>
        <source>Valid.</source>
        <translation>صحيح.</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Hold answers against a schema; every fault with its pointer</source>
        <translation>مطابقة الإجابات للمخطط، وكل خطأ بموضعه</translation>
    </message>
    <message>
        <source>JSON Schema, draft-07 (a file)</source>
        <translation>مخطط JSON Schema بإصدار draft-07 (ملف)</translation>
    </message>
    <message>
        <source>The answers (a file, or - for stdin)</source>
        <translation>الإجابات (ملف، أو - للإدخال القياسي)</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>كلمة مرور %1: </translation>
    </message>
    <message>
        <source>%1 added, %2 were there already, %3 rejected</source>
        <translation>أضيف %1، موجود من قبل %2، مرفوض %3</translation>
    </message>
    <message>
        <source>; see %1</source>
        <translation>؛ انظر %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>السطر %1</translation>
    </message>
    <message>
        <source>%1 added, %2 changed, %3 were there already, %4 rejected</source>
        <translation>أضيف %1، تغيّر %2، موجود من قبل %3، مرفوض %4</translation>
    </message>
    <message>
        <source>Bring in rows; bad ones go to a file with their reasons</source>
        <translation>استيراد سطور، وما فيه خطأ يذهب إلى ملف مع سببه</translation>
    </message>
    <message>
        <source>Customers, CSV or JSON lines</source>
        <translation>العملاء، بصيغة CSV أو سطور JSON</translation>
    </message>
    <message>
        <source>The centre&apos;s own services and prices, CSV or JSON lines</source>
        <translation>خدمات المركز وأسعاره، بصيغة CSV أو سطور JSON</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Where bad rows go (FILE.rejects)</source>
        <translation>أين تذهب السطور المرفوضة (FILE.rejects)</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>الاستعمال</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>المعطيات</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>لازم</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>هذه الصفحة</translation>
    </message>
    <message>
        <source>The version of the program</source>
        <translation>إصدار البرنامج</translation>
    </message>
    <message>
        <source>The Sanad desk on the command line. Reference: docs/sanadctl.md</source>
        <translation>مكتب سند من سطر الأوامر. المرجع: docs/sanadctl.md</translation>
    </message>
    <message>
        <source>Data folder, or postgresql://… (else SANAD_DATA)</source>
        <translation>مجلد البيانات، أو postgresql://… (وإلا فالمتغير SANAD_DATA)</translation>
    </message>
    <message>
        <source>With a server: the folder for encrypted files</source>
        <translation>مع الخادم: مجلد الملفات المشفرة</translation>
    </message>
    <message>
        <source>Who signs in; the password comes from SANAD_PASSWORD or a prompt</source>
        <translation>من يسجل الدخول؛ كلمة المرور من SANAD_PASSWORD أو تُطلب</translation>
    </message>
    <message>
        <source>At which counter, e.g. C1</source>
        <translation>عند أي شباك، مثل C1</translation>
    </message>
    <message>
        <source>Results as JSON lines</source>
        <translation>النتائج سطور JSON</translation>
    </message>
    <message>
        <source>Language of texts</source>
        <translation>لغة النصوص</translation>
    </message>
    <message>
        <source>%1 is not known here</source>
        <translation>%1 غير معروف هنا</translation>
    </message>
    <message>
        <source>a command is missing</source>
        <translation>الأمر ناقص</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 ناقص</translation>
    </message>
    <message>
        <source>%1 does not take this value</source>
        <translation>%1 لا يقبل هذه القيمة</translation>
    </message>
    <message>
        <source>Pack %1, version %2, from %3</source>
        <translation>الحزمة %1، الإصدار %2، من %3</translation>
    </message>
    <message>
        <source>%1: the clerk enters the fee (%2)</source>
        <translation>%1: يدخل الموظف الرسم (%2)</translation>
    </message>
    <message>
        <source>: stood already</source>
        <translation>: قائمة من قبل</translation>
    </message>
    <message>
        <source>: stands now</source>
        <translation>: قائمة الآن</translation>
    </message>
    <message>
        <source>Packs of %1 are taken from now on.</source>
        <translation>تُقبل حزم %1 من الآن.</translation>
    </message>
    <message>
        <source>Content packs</source>
        <translation>حزم المحتوى</translation>
    </message>
    <message>
        <source>Signature, forms, fees; needs no data and nobody</source>
        <translation>التوقيع والنماذج والرسوم، دون بيانات ولا تسجيل دخول</translation>
    </message>
    <message>
        <source>Apply it whole, or nothing of it</source>
        <translation>تطبيقها كاملة أو عدم تطبيق شيء منها</translation>
    </message>
    <message>
        <source>The pack (a file, or - for stdin)</source>
        <translation>الحزمة (ملف، أو - للإدخال القياسي)</translation>
    </message>
    <message>
        <source>Back to the version before</source>
        <translation>الرجوع إلى الإصدار السابق</translation>
    </message>
    <message>
        <source>Which pack, e.g. om.demonstration</source>
        <translation>أي حزمة، مثل om.demonstration</translation>
    </message>
    <message>
        <source>Take packs of this one&apos;s publisher from now on</source>
        <translation>قبول حزم ناشر هذه الحزمة من الآن</translation>
    </message>
    <message>
        <source>A pack of the publisher</source>
        <translation>حزمة من الناشر</translation>
    </message>
    <message>
        <source>What to call the publisher</source>
        <translation>بم يُسمى الناشر</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Government fee</source>
        <translation>الرسم الحكومي</translation>
    </message>
    <message>
        <source>Service fee</source>
        <translation>رسم الخدمة</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>الخصم</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>ضريبة القيمة المضافة</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <source>Copy %1 of %2 is in %3</source>
        <translation>النسخة %1 من %2 في %3</translation>
    </message>
    <message>
        <source>Genuine: %1, %2, %3</source>
        <translation>صحيح: %1، %2، %3</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>الإيصالات</translation>
    </message>
    <message>
        <source>A receipt with its lines and payments</source>
        <translation>إيصال بسطوره ومدفوعاته</translation>
    </message>
    <message>
        <source>e.g. C1-000123</source>
        <translation>مثل C1-000123</translation>
    </message>
    <message>
        <source>Print a counted and marked copy into a file</source>
        <translation>طباعة نسخة معدودة ومميزة إلى ملف</translation>
    </message>
    <message>
        <source>a5, a4, a4x2 (PDF) or 80mm (ESC/POS)</source>
        <translation>a5 أو a4 أو a4x2 (PDF) أو 80mm (ESC/POS)</translation>
    </message>
    <message>
        <source>English beside the Arabic</source>
        <translation>الإنجليزية بجانب العربية</translation>
    </message>
    <message>
        <source>Into this file</source>
        <translation>إلى هذا الملف</translation>
    </message>
    <message>
        <source>Check the text of a QR code; needs nobody</source>
        <translation>فحص نص رمز QR، دون تسجيل دخول</translation>
    </message>
    <message>
        <source>As scanned, or - for stdin</source>
        <translation>كما قُرئ، أو - للإدخال القياسي</translation>
    </message>
    <message>
        <source>A public key in hex, or the fingerprint of one of --data; else all of --data</source>
        <translation>مفتاح عام بالست عشري أو بصمة مفتاح من ‎--data‎، وإلا فكل مفاتيح ‎--data‎</translation>
    </message>
    <message>
        <source>Government fees</source>
        <translation>الرسوم الحكومية</translation>
    </message>
    <message>
        <source>Service fees</source>
        <translation>رسوم الخدمة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>الإيراد</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>وسيلة الدفع</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>الجهة</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>التقارير</translation>
    </message>
    <message>
        <source>The owner&apos;s daily report</source>
        <translation>التقرير اليومي لصاحب المركز</translation>
    </message>
    <message>
        <source>Which, e.g. 2026-11-21; else today</source>
        <translation>أي يوم، مثل 2026-11-21، وإلا فاليوم</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>يومًا بيوم</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Complete visits, one JSON line each</source>
        <translation>إتمام الزيارات، سطر JSON لكل زيارة</translation>
    </message>
    <message>
        <source>The lines (a file, or - for stdin)</source>
        <translation>السطور (ملف، أو - للإدخال القياسي)</translation>
    </message>
    <message>
        <source>Put each receipt&apos;s PDF into this folder</source>
        <translation>وضع ملف PDF لكل إيصال في هذا المجلد</translation>
    </message>
    <message>
        <source>English beside the Arabic on these</source>
        <translation>الإنجليزية بجانب العربية فيها</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>المعدود</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Shifts and drawers</source>
        <translation>الورديات والأدراج</translation>
    </message>
    <message>
        <source>Open a shift at --counter</source>
        <translation>فتح وردية عند --counter</translation>
    </message>
    <message>
        <source>What is in the drawer, e.g. 20.000</source>
        <translation>ما في الدرج، مثل 20.000</translation>
    </message>
    <message>
        <source>Count the drawer and end the shift</source>
        <translation>عدّ الدرج وإنهاء الوردية</translation>
    </message>
    <message>
        <source>Pieces by value in baisa, e.g. 20000=1,5000=2,500=3</source>
        <translation>العدد لكل فئة بالبيسة، مثل 20000=1,5000=2,500=3</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>سبب الفرق</translation>
    </message>
    <message>
        <source>Accept a closed shift</source>
        <translation>اعتماد وردية مقفلة</translation>
    </message>
    <message>
        <source>Its id; else the open one of --counter</source>
        <translation>رقمها، وإلا فالوردية المفتوحة عند --counter</translation>
    </message>
    <message>
        <source>Those not signed off, oldest first</source>
        <translation>غير المعتمدة، الأقدم أولًا</translation>
    </message>
    <message>
        <source>Cash from the safe into the drawer</source>
        <translation>نقد من الخزنة إلى الدرج</translation>
    </message>
    <message>
        <source>Cash from the drawer into the safe</source>
        <translation>نقد من الدرج إلى الخزنة</translation>
    </message>
    <message>
        <source>In rials, e.g. 5.000</source>
        <translation>بالريال، مثل 5.000</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>; not reached: %1</source>
        <translation>؛ لم يُتصل بـ: %1</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>جانبًا</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>مُرسلة</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>الأقدم</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>آخر نجاح</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>المحاولة التالية</translation>
    </message>
    <message>
        <source>No channel is set up.</source>
        <translation>لا توجد قناة.</translation>
    </message>
    <message>
        <source>Channel %1 is set up.</source>
        <translation>القناة %1 جاهزة.</translation>
    </message>
    <message>
        <source>To and from the portals</source>
        <translation>من البوابات وإليها</translation>
    </message>
    <message>
        <source>Send what is due and take in what is new</source>
        <translation>إرسال ما حان وقته وأخذ الجديد</translation>
    </message>
    <message>
        <source>Each channel with what waits</source>
        <translation>كل قناة وما ينتظر فيها</translation>
    </message>
    <message>
        <source>What was refused, with the reasons</source>
        <translation>ما رُفض مع الأسباب</translation>
    </message>
    <message>
        <source>Send again what stands aside</source>
        <translation>إعادة إرسال ما وُضع جانبًا</translation>
    </message>
    <message>
        <source>Of one channel only</source>
        <translation>من قناة واحدة فقط</translation>
    </message>
    <message>
        <source>One item, by its uuid</source>
        <translation>عنصر واحد برمزه uuid</translation>
    </message>
    <message>
        <source>Confirm a connector&apos;s program</source>
        <translation>اعتماد برنامج رابط</translation>
    </message>
    <message>
        <source>Its file</source>
        <translation>ملفه</translation>
    </message>
    <message>
        <source>Set up a channel</source>
        <translation>إعداد قناة</translation>
    </message>
    <message>
        <source>e.g. rest</source>
        <translation>مثل rest</translation>
    </message>
    <message>
        <source>Name of a confirmed connector</source>
        <translation>اسم رابط معتمد</translation>
    </message>
    <message>
        <source>JSON object for the connector (a file, or - for stdin)</source>
        <translation>كائن JSON للرابط (ملف، أو - للإدخال القياسي)</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>waiting_for_customer</source>
        <translation>بانتظار العميل</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>مُقدَّمة</translation>
    </message>
    <message>
        <source>in_review</source>
        <translation>قيد المراجعة</translation>
    </message>
    <message>
        <source>action_needed</source>
        <translation>تحتاج إلى إجراء</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>موافق عليها</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>fee_due</source>
        <translation>رسم مستحق</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>handed_over</source>
        <translation>مُسلَّمة</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>رُفضت</translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation>غير مدفوع</translation>
    </message>
    <message>
        <source>paid_unconfirmed</source>
        <translation>مدفوع بلا تأكيد</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>مؤكد</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>متنازع عليه</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>مُسترد</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>بالربط مع البوابة</translation>
    </message>
    <message>
        <source>assisted</source>
        <translation>في موقع الجهة بمساعدة النظام</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>في شباك الجهة</translation>
    </message>
    <message>
        <source>local</source>
        <translation>داخل المركز</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>called</source>
        <translation>نودي</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>يُخدم</translation>
    </message>
    <message>
        <source>held</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>محوّل</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>no_show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مقفلة</translation>
    </message>
    <message>
        <source>signed-off</source>
        <translation>معتمدة</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>صاحب المركز</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>مدير</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>موظف</translation>
    </message>
    <message>
        <source>cashier</source>
        <translation>أمين صندوق</translation>
    </message>
    <message>
        <source>field_agent</source>
        <translation>موظف ميداني</translation>
    </message>
    <message>
        <source>inspector</source>
        <translation>مفتش</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>لا أحد ينتظر.</translation>
    </message>
    <message>
        <source>Tickets of the queue</source>
        <translation>تذاكر الدور</translation>
    </message>
    <message>
        <source>Give a ticket of a line</source>
        <translation>إصدار تذكرة من طابور</translation>
    </message>
    <message>
        <source>Code of the line, e.g. A</source>
        <translation>رمز الطابور، مثل A</translation>
    </message>
    <message>
        <source>Call the next one to --counter</source>
        <translation>نداء التالي إلى --counter</translation>
    </message>
    <message>
        <source>Who is waiting, longest first</source>
        <translation>من ينتظر، الأطول انتظارًا أولًا</translation>
    </message>
    <message>
        <source>Of one line only</source>
        <translation>من طابور واحد فقط</translation>
    </message>
    <message>
        <source>Call a ticket again</source>
        <translation>إعادة نداء تذكرة</translation>
    </message>
    <message>
        <source>The person stands at the counter</source>
        <translation>الشخص عند الشباك</translation>
    </message>
    <message>
        <source>End a ticket</source>
        <translation>إنهاء تذكرة</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>لم يحضر أحد</translation>
    </message>
    <message>
        <source>Back into its line</source>
        <translation>الرجوع إلى طابوره</translation>
    </message>
    <message>
        <source>The ticket&apos;s number, e.g. A-012</source>
        <translation>رقم التذكرة، مثل A-012</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسم</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>No transaction.</source>
        <translation>لا معاملات.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>By</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>In these states only, e.g. submitted</source>
        <translation>بهذه الحالات فقط، مثل submitted</translation>
    </message>
    <message>
        <source>Of one service</source>
        <translation>من خدمة واحدة</translation>
    </message>
    <message>
        <source>From this business day on, e.g. 2026-11-21</source>
        <translation>من يوم العمل هذا فصاعدًا، مثل 2026-11-21</translation>
    </message>
    <message>
        <source>Up to this business day</source>
        <translation>حتى يوم العمل هذا</translation>
    </message>
    <message>
        <source>A transaction number or portal reference, whole</source>
        <translation>رقم معاملة أو رقم مرجعي من البوابة، كاملًا</translation>
    </message>
    <message>
        <source>Only what waits for a person, most pressing first</source>
        <translation>ما ينتظر شخصًا فقط، الأكثر إلحاحًا أولًا</translation>
    </message>
    <message>
        <source>One with its answers and every move</source>
        <translation>معاملة بإجاباتها وكل تنقلاتها</translation>
    </message>
    <message>
        <source>e.g. T-000123</source>
        <translation>مثل T-000123</translation>
    </message>
    <message>
        <source>The clock is confirmed: %1</source>
        <translation>أُكدت الساعة: %1</translation>
    </message>
    <message>
        <source>The clock of this PC</source>
        <translation>ساعة هذا الجهاز</translation>
    </message>
    <message>
        <source>Say that it is right although receipts say otherwise</source>
        <translation>قل إنها صحيحة وإن دلت الإيصالات على غير ذلك</translation>
    </message>
    <message>
        <source>One record stands for another from now on; takes --approve</source>
        <translation>يقوم سجل مقام آخر من الآن؛ يلزم --approve</translation>
    </message>
    <message>
        <source>The record that stays</source>
        <translation>السجل الباقي</translation>
    </message>
    <message>
        <source>The record that it stands for too</source>
        <translation>السجل الذي يقوم مقامه أيضًا</translation>
    </message>
    <message>
        <source>Gives both records back; takes --approve</source>
        <translation>يعيد السجلين كما كانا؛ يلزم --approve</translation>
    </message>
    <message>
        <source>What merge printed</source>
        <translation>ما طبعه الأمر merge</translation>
    </message>
    <message>
        <source>PIN of %1: </source>
        <translation>الرقم السري لـ%1: </translation>
    </message>
    <message>
        <source>Second person for what needs four eyes; the PIN from SANAD_APPROVER_PIN or a prompt</source>
        <translation>الشخص الثاني لما يحتاج إلى موافقة؛ الرقم السري من SANAD_APPROVER_PIN أو يُطلب</translation>
    </message>
    <message>
        <source>Publisher %1</source>
        <translation>الناشر %1</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1، من %2 إلى %3</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>الخصومات</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>الإيرادات</translation>
    </message>
    <message>
        <source>Clerks</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Outside VAT</source>
        <translation>خارج الضريبة</translation>
    </message>
    <message>
        <source>Charged with VAT</source>
        <translation>المحصّل مع الضريبة</translation>
    </message>
    <message>
        <source>Without VAT</source>
        <translation>دون الضريبة</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>الجهات</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>السطور</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>الافتتاحي</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>المحصّل</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>المدفوع للجهة</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>المسترد</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>الختامي</translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>أمانات لجهة</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>المحفظة</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>الشحن</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>المصروف</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>للنظر فيه</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Receipts printed again</source>
        <translation>إيصالات أُعيدت طباعتها</translation>
    </message>
    <message>
        <source>Voided receipts</source>
        <translation>إيصالات ملغاة</translation>
    </message>
    <message>
        <source>Lines with a discount</source>
        <translation>سطور عليها خصم</translation>
    </message>
    <message>
        <source>Cards without an approval code</source>
        <translation>دفع بالبطاقة دون رمز موافقة</translation>
    </message>
    <message>
        <source>Lines without a transaction</source>
        <translation>سطور بلا معاملة</translation>
    </message>
    <message>
        <source>Transactions without a receipt</source>
        <translation>معاملات بلا إيصال</translation>
    </message>
    <message>
        <source>Drawers counted with a difference</source>
        <translation>أدراج عُدّت بفرق</translation>
    </message>
    <message>
        <source>Wallets below zero</source>
        <translation>محافظ دون الصفر</translation>
    </message>
    <message>
        <source>What was sold for each agency, and what is held for it</source>
        <translation>ما بيع لكل جهة وما يُحفظ لها أمانة</translation>
    </message>
    <message>
        <source>What each clerk sold</source>
        <translation>ما باعه كل موظف</translation>
    </message>
    <message>
        <source>What VAT was charged on, day by day</source>
        <translation>ما حُسبت عليه الضريبة يومًا بيوم</translation>
    </message>
    <message>
        <source>text, json, csv, xlsx or pdf</source>
        <translation>text أو json أو csv أو xlsx أو pdf</translation>
    </message>
    <message>
        <source>active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>New password of %1: </source>
        <translation>كلمة مرور جديدة لـ%1: </translation>
    </message>
    <message>
        <source>New PIN of %1: </source>
        <translation>رقم سري جديد لـ%1: </translation>
    </message>
    <message>
        <source>granted</source>
        <translation>مُنحت</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>سُحبت</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>تم التغيير.</translation>
    </message>
    <message>
        <source>New recovery code, shown this once: %1
Print it and lock it away. The old one is void.</source>
        <translation>رمز استرداد جديد، يظهر هذه المرة فقط: %1
اطبعه واحفظه في مكان مقفل. الرمز السابق لاغٍ.</translation>
    </message>
    <message>
        <source>Printed recovery code: </source>
        <translation>رمز الاسترداد المطبوع: </translation>
    </message>
    <message>
        <source>The name to sign in with</source>
        <translation>اسم تسجيل الدخول</translation>
    </message>
    <message>
        <source>The new role</source>
        <translation>الدور الجديد</translation>
    </message>
    <message>
        <source>What the person is</source>
        <translation>دور الشخص</translation>
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
        <source>People who work here</source>
        <translation>العاملون في المركز</translation>
    </message>
    <message>
        <source>Everybody, leavers too</source>
        <translation>الجميع، ومن ترك العمل أيضًا</translation>
    </message>
    <message>
        <source>A new person; secrets from SANAD_NEW_PASSWORD and SANAD_NEW_PIN or prompts</source>
        <translation>شخص جديد؛ كلمة المرور والرقم السري من SANAD_NEW_PASSWORD وSANAD_NEW_PIN أو تُطلبان</translation>
    </message>
    <message>
        <source>Somebody leaves; stays on the list</source>
        <translation>شخص يترك العمل ويبقى في القائمة</translation>
    </message>
    <message>
        <source>Somebody comes back</source>
        <translation>شخص يعود إلى العمل</translation>
    </message>
    <message>
        <source>Another role, from the next sign-in</source>
        <translation>دور آخر، من تسجيل الدخول التالي</translation>
    </message>
    <message>
        <source>A new password and PIN for somebody who forgot</source>
        <translation>كلمة مرور ورقم سري جديدان لمن نسي</translation>
    </message>
    <message>
        <source>Lets somebody try again after failed tries</source>
        <translation>يسمح بالمحاولة من جديد بعد محاولات فاشلة</translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation>ما يُسمح به لكل دور</translation>
    </message>
    <message>
        <source>Permissions of all roles, or of one</source>
        <translation>صلاحيات كل الأدوار أو دور واحد</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>هذا فقط</translation>
    </message>
    <message>
        <source>The role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>The permission, e.g. day.close</source>
        <translation>الصلاحية، مثل day.close</translation>
    </message>
    <message>
        <source>Lets a role do something more</source>
        <translation>يمنح دورًا صلاحية</translation>
    </message>
    <message>
        <source>Takes a permission from a role</source>
        <translation>يسحب صلاحية من دور</translation>
    </message>
    <message>
        <source>One&apos;s own secrets, and the recovery code</source>
        <translation>أسرار المستخدم نفسه ورمز الاسترداد</translation>
    </message>
    <message>
        <source>One&apos;s own password</source>
        <translation>كلمة مرور المستخدم نفسه</translation>
    </message>
    <message>
        <source>One&apos;s own PIN</source>
        <translation>الرقم السري للمستخدم نفسه</translation>
    </message>
    <message>
        <source>Makes a new one and voids the old</source>
        <translation>ينشئ رمزًا جديدًا ويلغي السابق</translation>
    </message>
    <message>
        <source>The owner of --as forgot: a new password by the printed recovery code</source>
        <translation>نسي صاحب --as: كلمة مرور جديدة برمز الاسترداد المطبوع</translation>
    </message>
    <message>
        <source>Next attempt %1.</source>
        <translation>المحاولة التالية %1.</translation>
    </message>
    <message>
        <source>Down since</source>
        <translation>متوقفة منذ</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>The record of who did what</source>
        <translation>سجل من فعل ماذا</translation>
    </message>
    <message>
        <source>Lines, newest first</source>
        <translation>الأسطر، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Only this person&apos;s acts</source>
        <translation>أعمال هذا الشخص فقط</translation>
    </message>
    <message>
        <source>Only acts at this counter</source>
        <translation>أعمال هذا الشباك فقط</translation>
    </message>
    <message>
        <source>What an inspector checks without this program (docs/inspection.md)</source>
        <translation>ما يتحقق منه المفتش دون هذا البرنامج (docs/inspection.md)</translation>
    </message>
    <message>
        <source>A new folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>السطر ناقص</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>tail-missing</source>
        <translation>آخر السلسلة مفقود</translation>
    </message>
    <message>
        <source>head-changed</source>
        <translation>رأس السلسلة تغيّر</translation>
    </message>
    <message>
        <source>its %1 is of a type that nothing of ours is</source>
        <translation>عموده %1 من نوع ليس من أنواعنا</translation>
    </message>
    <message>
        <source>its %1 is not stored as %2</source>
        <translation>عموده %1 غير محفوظ كـ%2</translation>
    </message>
    <message>
        <source>its %1 is there and empty, where it is left out</source>
        <translation>عموده %1 موجود وفارغ حيث يجب ألا يوجد</translation>
    </message>
    <message>
        <source>its %1 is another one than the centre&apos;s</source>
        <translation>عموده %1 ليس للمركز</translation>
    </message>
    <message>
        <source>its %1 begins with a byte order mark</source>
        <translation>عموده %1 يبدأ بعلامة ترتيب البايتات</translation>
    </message>
    <message>
        <source>its %1 holds a character that no text has</source>
        <translation>عموده %1 فيه حرف لا يرد في أي نص</translation>
    </message>
    <message>
        <source>its %1 is larger than any of its kind</source>
        <translation>عموده %1 أكبر من كل ما هو من نوعه</translation>
    </message>
    <message>
        <source>its %1 is no text</source>
        <translation>عموده %1 ليس نصًا</translation>
    </message>
    <message>
        <source>is no migration of this program&apos;s</source>
        <translation>ليس من ترقيات هذا البرنامج</translation>
    </message>
    <message>
        <source>was changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>branch changed</source>
        <translation>تغيّر الفرع</translation>
    </message>
    <message>
        <source>is gone</source>
        <translation>مفقود</translation>
    </message>
    <message>
        <source>has no audit line</source>
        <translation>لا سطر له في سجل التدقيق</translation>
    </message>
    <message>
        <source>signature does not verify</source>
        <translation>التوقيع غير صحيح</translation>
    </message>
    <message>
        <source>was signed anew</source>
        <translation>وُقّع من جديد</translation>
    </message>
    <message>
        <source>names a chain head that is not there</source>
        <translation>يذكر رأس سلسلة غير موجود</translation>
    </message>
    <message>
        <source>its totals are not those of the day&apos;s receipts</source>
        <translation>مجاميعه ليست مجاميع إيصالات اليوم</translation>
    </message>
    <message>
        <source>%1 are gone</source>
        <translation>المفقود %1</translation>
    </message>
    <message>
        <source>is not what the receipts come to</source>
        <translation>ليس مجموع الإيصالات</translation>
    </message>
    <message>
        <source>is not the sum of its entries</source>
        <translation>ليس مجموع قيوده</translation>
    </message>
    <message>
        <source>is not in the chart of accounts</source>
        <translation>ليس في دليل الحسابات</translation>
    </message>
    <message>
        <source>names no account</source>
        <translation>لا يذكر حسابًا</translation>
    </message>
    <message>
        <source>was never posted to</source>
        <translation>لم يُقيَّد فيه شيء قط</translation>
    </message>
    <message>
        <source>entries sum to %1</source>
        <translation>مجموع القيود %1</translation>
    </message>
    <message>
        <source>an entry was changed, added or removed</source>
        <translation>قيد تغيّر أو أُضيف أو حُذف</translation>
    </message>
    <message>
        <source>entries are gone</source>
        <translation>القيود مفقودة</translation>
    </message>
    <message>
        <source>stands at %1, its entries sum to %2</source>
        <translation>رصيده %1 ومجموع قيوده %2</translation>
    </message>
    <message>
        <source>on %1 the books hold %2 more than was collected</source>
        <translation>في %1 تزيد الدفاتر بمقدار %2 على المحصّل</translation>
    </message>
    <message>
        <source>%1 to %2 are missing</source>
        <translation>الأرقام من %1 إلى %2 مفقودة</translation>
    </message>
    <message>
        <source>%1 was given again after it was declared lost</source>
        <translation>أُعطي %1 من جديد بعد إعلان فقده</translation>
    </message>
    <message>
        <source>stands at %1, the last document is %2</source>
        <translation>يقف عند %1 وآخر مستند %2</translation>
    </message>
    <message>
        <source>stands at %1, its tickets run to %2</source>
        <translation>يقف عند %1 وتذاكره تصل إلى %2</translation>
    </message>
    <message>
        <source>is gone, it has %1 tickets</source>
        <translation>مفقود وله %1 تذكرة</translation>
    </message>
    <message>
        <source>is gone, the last document is %1</source>
        <translation>مفقود وآخر مستند %1</translation>
    </message>
    <message>
        <source>VAT of a line does not fit</source>
        <translation>ضريبة سطر لا تتفق</translation>
    </message>
    <message>
        <source>change not from cash does not fit</source>
        <translation>الباقي ليس من النقد</translation>
    </message>
    <message>
        <source>sums of the lines does not fit</source>
        <translation>مجاميع السطور لا تتفق</translation>
    </message>
    <message>
        <source>sum of the payments does not fit</source>
        <translation>مجموع المدفوعات لا يتفق</translation>
    </message>
    <message>
        <source>has %1 lines of %2</source>
        <translation>سطوره %1 من %2</translation>
    </message>
    <message>
        <source>has %1 payments of %2</source>
        <translation>مدفوعاته %1 من %2</translation>
    </message>
    <message>
        <source>party changed</source>
        <translation>بيانات العميل تغيّرت</translation>
    </message>
    <message>
        <source>party is gone without an erasure</source>
        <translation>بيانات العميل مفقودة دون محو مسجل</translation>
    </message>
    <message>
        <source>a column of it, its lines or payments was changed</source>
        <translation>حقل فيه أو في سطوره أو مدفوعاته تغيّر</translation>
    </message>
    <message>
        <source>is not linked to the audit line before it</source>
        <translation>ليس موصولًا بسطر التدقيق الذي قبله</translation>
    </message>
    <message>
        <source>belongs to no receipt</source>
        <translation>لا يتبع إيصالًا</translation>
    </message>
    <message>
        <source>its transaction does not name the receipt</source>
        <translation>معاملته لا تذكر الإيصال</translation>
    </message>
    <message>
        <source>names a receipt that does not exist</source>
        <translation>يذكر إيصالًا غير موجود</translation>
    </message>
    <message>
        <source>was sold otherwise than its receipt says</source>
        <translation>بيعت على غير ما في إيصالها</translation>
    </message>
    <message>
        <source>is not in the state that its last move led to</source>
        <translation>ليست بالحالة التي أدى إليها آخر تنقل</translation>
    </message>
    <message>
        <source>its fee is confirmed and was never paid on</source>
        <translation>رسمها مؤكد ولم يُدفع للجهة</translation>
    </message>
    <message>
        <source>pays a fee that its transaction does not say</source>
        <translation>يدفع رسمًا لا تذكره معاملته</translation>
    </message>
    <message>
        <source>has a receipt and no outbox row</source>
        <translation>لها إيصال وليست في صندوق الصادر</translation>
    </message>
    <message>
        <source>has another portal reference than its receipt, and nobody recorded it</source>
        <translation>رقمها المرجعي غير الذي في إيصالها ولم يسجله أحد</translation>
    </message>
    <message>
        <source>its transaction waits for one portal twice</source>
        <translation>معاملته تنتظر بوابة واحدة مرتين</translation>
    </message>
    <message>
        <source>was refused, and its transaction asks nobody to mend it</source>
        <translation>رُفض ومعاملته لا تطلب من أحد تصحيحه</translation>
    </message>
    <message>
        <source>reports a transaction that does not exist</source>
        <translation>يبلّغ عن معاملة غير موجودة</translation>
    </message>
    <message>
        <source>belongs to no transaction and no draft</source>
        <translation>لا يتبع معاملة ولا مسودة</translation>
    </message>
    <message>
        <source>belongs to no customer</source>
        <translation>لا يتبع عميلًا</translation>
    </message>
    <message>
        <source>belongs to no transaction</source>
        <translation>لا يتبع معاملة</translation>
    </message>
    <message>
        <source>belongs to no breach</source>
        <translation>لا يتبع اختراقًا</translation>
    </message>
    <message>
        <source>is no series of this centre</source>
        <translation>ليست من تسلسلات هذا المركز</translation>
    </message>
    <message>
        <source>is named as no restore does</source>
        <translation>اسمه لا تعطيه أي استعادة</translation>
    </message>
    <message>
        <source>was named by a restore, and is not</source>
        <translation>سمّته استعادة، واسمه غير موجود</translation>
    </message>
    <message>
        <source>was erased and is back</source>
        <translation>مُحي ثم عاد</translation>
    </message>
    <message>
        <source>belongs to somebody who was erased</source>
        <translation>يخص شخصًا مُحيت بياناته</translation>
    </message>
    <message>
        <source>names somebody who was erased</source>
        <translation>يذكر شخصًا مُحيت بياناته</translation>
    </message>
    <message>
        <source>is being sent in a batch that is closed or gone</source>
        <translation>يُرسل في دفعة مغلقة أو مفقودة</translation>
    </message>
    <message>
        <source>waits without content</source>
        <translation>ينتظر بلا محتوى</translation>
    </message>
    <message>
        <source>stands aside without a reason</source>
        <translation>موضوع جانبًا بلا سبب</translation>
    </message>
    <message>
        <source>is delivered and still has its content</source>
        <translation>أُرسل وما زال محتواه محفوظًا</translation>
    </message>
    <message>
        <source>the portal holds line %1 of the chain, which is not here: an older copy, or a cut chain</source>
        <translation>تحتفظ البوابة بالسطر %1 من السلسلة وهو غير موجود هنا: نسخة أقدم أو سلسلة مقطوعة</translation>
    </message>
    <message>
        <source>trigger %1 is missing or changed</source>
        <translation>الحارس %1 مفقود أو متغيّر</translation>
    </message>
    <message>
        <source>is none of the keys that are known</source>
        <translation>ليس من المفاتيح المعروفة</translation>
    </message>
    <message>
        <source>the known key %1 is not there</source>
        <translation>المفتاح المعروف %1 غير موجود</translation>
    </message>
    <message>
        <source>its file is gone</source>
        <translation>ملفه مفقود</translation>
    </message>
    <message>
        <source>its file is not the one that was kept</source>
        <translation>ملفه ليس الذي حُفظ</translation>
    </message>
    <message>
        <source>Signing key: %1</source>
        <translation>مفتاح التوقيع: %1</translation>
    </message>
    <message>
        <source>Fingerprint or file of a signing key that is known from elsewhere: no other is taken</source>
        <translation>بصمة مفتاح توقيع معروف من مكان آخر أو ملفه: لا يُقبل غيره</translation>
    </message>
    <message>
        <source>A test restore of it went well.</source>
        <translation>نجحت استعادة تجريبية لها.</translation>
    </message>
    <message>
        <source>Recovery code: </source>
        <translation>رمز الاسترداد: </translation>
    </message>
    <message>
        <source>Restored on trial: every promise holds, nothing differs.</source>
        <translation>استُعيدت تجريبيًا: كل الضمانات قائمة ولا اختلاف.</translation>
    </message>
    <message>
        <source>Declared lost: %1 from %2 on</source>
        <translation>أُعلن فقده: %1 من %2 فصاعدًا</translation>
    </message>
    <message>
        <source>What was there before is kept in %1</source>
        <translation>ما كان موجودًا من قبل محفوظ في %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>أُنشئت</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>الحجم بالبايت</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>المركز</translation>
    </message>
    <message>
        <source>There is no backup.</source>
        <translation>لا توجد نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تم التحقق</translation>
    </message>
    <message>
        <source>There is no verified backup.</source>
        <translation>لا توجد نسخة احتياطية متحقق منها.</translation>
    </message>
    <message>
        <source>Automatic backups go to %1</source>
        <translation>النسخ التلقائية تذهب إلى %1</translation>
    </message>
    <message>
        <source>What is derived was made anew from the facts. Every promise holds.</source>
        <translation>أُعيد إنشاء ما يُشتق من الوقائع. كل الضمانات قائمة.</translation>
    </message>
    <message>
        <source>Every promise holds; nothing needs repair.</source>
        <translation>كل الضمانات قائمة؛ لا حاجة إلى إصلاح.</translation>
    </message>
    <message>
        <source>Facts are damaged: restore the newest verified backup.</source>
        <translation>الوقائع تالفة: استعد أحدث نسخة احتياطية متحقق منها.</translation>
    </message>
    <message>
        <source>Backups: make, check, restore, repair</source>
        <translation>النسخ الاحتياطية: إنشاء وفحص واستعادة وإصلاح</translation>
    </message>
    <message>
        <source>Make a backup and try it</source>
        <translation>إنشاء نسخة احتياطية وتجربتها</translation>
    </message>
    <message>
        <source>Where, else the scheduled folder</source>
        <translation>المكان، وإلا فالمجلد المحدد</translation>
    </message>
    <message>
        <source>Without a test restore</source>
        <translation>دون استعادة تجريبية</translation>
    </message>
    <message>
        <source>Restore on trial and compare</source>
        <translation>استعادة تجريبية ومقارنة</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Open it with this owner&apos;s password</source>
        <translation>فتحها بكلمة مرور صاحب المركز هذا</translation>
    </message>
    <message>
        <source>Restore into --data</source>
        <translation>استعادة إلى --data</translation>
    </message>
    <message>
        <source>Although something newer is known</source>
        <translation>وإن عُرف ما هو أحدث</translation>
    </message>
    <message>
        <source>Backups made here, or the files of a folder</source>
        <translation>النسخ المنشأة هنا، أو ملفات مجلد</translation>
    </message>
    <message>
        <source>A folder, without anybody signed in</source>
        <translation>مجلد، دون تسجيل دخول</translation>
    </message>
    <message>
        <source>Where automatic backups go</source>
        <translation>أين تذهب النسخ التلقائية</translation>
    </message>
    <message>
        <source>A second disk or a stick</source>
        <translation>قرص ثانٍ أو ذاكرة محمولة</translation>
    </message>
    <message>
        <source>Make derived data anew, or say what helps</source>
        <translation>إعادة إنشاء البيانات المشتقة، أو ذكر ما يفيد</translation>
    </message>
    <message>
        <source>Traces are left in the files. Run &quot;privacy purge&quot; when no other program reads the data; on a server, as the owner of its tables.</source>
        <translation>بقيت آثار في الملفات. شغّل &quot;privacy purge&quot; حين لا يقرأ البيانات برنامج آخر، وعلى الخادم بالدور المالك للجداول.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>موعد الاستحقاق</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>الأيام المتبقية</translation>
    </message>
    <message>
        <source>There is no request.</source>
        <translation>لا يوجد طلب.</translation>
    </message>
    <message>
        <source>Request %1, to be answered by %2</source>
        <translation>الطلب %1، يُجاب عنه حتى %2</translation>
    </message>
    <message>
        <source>Request %1: %2</source>
        <translation>الطلب %1: %2</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>اكتُشف</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>أُبلغ عنه</translation>
    </message>
    <message>
        <source>Hours left</source>
        <translation>الساعات المتبقية</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>أُغلق</translation>
    </message>
    <message>
        <source>There is no breach.</source>
        <translation>لا يوجد اختراق.</translation>
    </message>
    <message>
        <source>Breach %1, reported on %2</source>
        <translation>الاختراق %1، أُبلغ عنه في %2</translation>
    </message>
    <message>
        <source>Breach %1, to be reported by %2</source>
        <translation>الاختراق %1، يُبلغ عنه حتى %2</translation>
    </message>
    <message>
        <source>The record may be used again.</source>
        <translation>يمكن استعمال السجل من جديد.</translation>
    </message>
    <message>
        <source>Nothing new is done or sent with this record until that is lifted.</source>
        <translation>لا يُعمل بهذا السجل شيء جديد ولا يُرسل حتى يُرفع ذلك.</translation>
    </message>
    <message>
        <source>The consent is withdrawn.</source>
        <translation>سُحبت الموافقة.</translation>
    </message>
    <message>
        <source>Consent to the text of version %1 is recorded.</source>
        <translation>سُجلت الموافقة على النص بإصدار %1.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>الأشهر</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>كل ما عداها</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>هو في %1.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>النشاط</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>مشفر</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>What people asked, with the days left; exit 1 when one is overdue</source>
        <translation>ما طلبه الناس مع الأيام المتبقية؛ الخروج 1 إن تأخر أحدها</translation>
    </message>
    <message>
        <source>Only what is not answered yet</source>
        <translation>ما لم يُجب عنه بعد فقط</translation>
    </message>
    <message>
        <source>One request</source>
        <translation>طلب واحد</translation>
    </message>
    <message>
        <source>Somebody asks</source>
        <translation>تسجيل طلب</translation>
    </message>
    <message>
        <source>Id of the customer</source>
        <translation>رقم سجل العميل</translation>
    </message>
    <message>
        <source>access, correction, restriction, erasure or objection</source>
        <translation>access أو correction أو restriction أو erasure أو objection</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>ما طُلب</translation>
    </message>
    <message>
        <source>The day it came in, if not today</source>
        <translation>يوم وروده، إن لم يكن اليوم</translation>
    </message>
    <message>
        <source>It is answered</source>
        <translation>أُجيب عنه</translation>
    </message>
    <message>
        <source>Number of the request</source>
        <translation>رقم الطلب</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>بم أُجيب</translation>
    </message>
    <message>
        <source>It was refused</source>
        <translation>رُفض</translation>
    </message>
    <message>
        <source>Breaches, with the hours left; exit 1 when one is overdue</source>
        <translation>الاختراقات مع الساعات المتبقية؛ الخروج 1 إن تأخر أحدها</translation>
    </message>
    <message>
        <source>Only what is not closed yet</source>
        <translation>ما لم يُغلق بعد فقط</translation>
    </message>
    <message>
        <source>One breach</source>
        <translation>اختراق واحد</translation>
    </message>
    <message>
        <source>Something was found</source>
        <translation>تسجيل اختراق</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>When, e.g. 2026-11-21T08:30, if not now</source>
        <translation>متى، مثل 2026-11-21T08:30، إن لم يكن الآن</translation>
    </message>
    <message>
        <source>Ids of the customers whose data it was</source>
        <translation>أرقام سجلات العملاء أصحاب البيانات</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>ما آل إليه</translation>
    </message>
    <message>
        <source>Number of the breach</source>
        <translation>رقم الاختراق</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>ما اتُخذ بشأنه</translation>
    </message>
    <message>
        <source>It is reported, people are told, or it is closed</source>
        <translation>أُبلغ عنه أو أُخبر الناس أو أُغلق</translation>
    </message>
    <message>
        <source>The authority&apos;s reference</source>
        <translation>الرقم المرجعي لدى الجهة</translation>
    </message>
    <message>
        <source>What is held on a person</source>
        <translation>ما يُحفظ عن شخص</translation>
    </message>
    <message>
        <source>All of it, readable and machine-readable, into a new folder</source>
        <translation>كله، للقراءة وللآلة، في مجلد جديد</translation>
    </message>
    <message>
        <source>With the papers, decrypted</source>
        <translation>مع المستندات بعد فك تشفيرها</translation>
    </message>
    <message>
        <source>What is held on a person, for good</source>
        <translation>ما يُحفظ عن شخص، نهائيًا</translation>
    </message>
    <message>
        <source>Needs a second person: --approve</source>
        <translation>يلزم شخص ثانٍ: --approve</translation>
    </message>
    <message>
        <source>Why, for the second person</source>
        <translation>السبب، للشخص الثاني</translation>
    </message>
    <message>
        <source>Duties of the law on personal data</source>
        <translation>واجبات قانون حماية البيانات الشخصية</translation>
    </message>
    <message>
        <source>Nothing new is done or sent with a record</source>
        <translation>لا يُعمل بسجل شيء جديد ولا يُرسل</translation>
    </message>
    <message>
        <source>It may be used again</source>
        <translation>يمكن استعماله من جديد</translation>
    </message>
    <message>
        <source>A customer consents to the text in force, in the language of --lang</source>
        <translation>عميل يوافق على النص المعمول به بلغة --lang</translation>
    </message>
    <message>
        <source>Who consents for a child</source>
        <translation>من يوافق عن طفل</translation>
    </message>
    <message>
        <source>The consent is withdrawn</source>
        <translation>سحب الموافقة</translation>
    </message>
    <message>
        <source>How many months papers are kept; with --months sets a rule</source>
        <translation>كم شهرًا تُحفظ المستندات؛ ومع --months تُوضع قاعدة</translation>
    </message>
    <message>
        <source>So many</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Only for this kind of paper</source>
        <translation>لهذا النوع من المستندات فقط</translation>
    </message>
    <message>
        <source>Removes what is past its time</source>
        <translation>حذف ما انتهت مدته</translation>
    </message>
    <message>
        <source>The privacy notice to print, in the language of --lang</source>
        <translation>إشعار الخصوصية للطباعة بلغة --lang</translation>
    </message>
    <message>
        <source>A PDF file</source>
        <translation>ملف PDF</translation>
    </message>
    <message>
        <source>The record of processing, from the database as it is</source>
        <translation>سجل أنشطة المعالجة من قاعدة البيانات كما هي</translation>
    </message>
    <message>
        <source>Help from far away</source>
        <translation>مساعدة عن بُعد</translation>
    </message>
    <message>
        <source>Versions, counts, states and logs in one file, without personal data</source>
        <translation>الإصدارات والأعداد والحالات والسجلات في ملف واحد دون بيانات شخصية</translation>
    </message>
    <message>
        <source>A new file</source>
        <translation>ملف جديد</translation>
    </message>
    <message>
        <source>Written to %1. It is plain text and holds nothing of a person; look at it before you send it.</source>
        <translation>كُتب في %1. هو نص واضح ولا يحوي بيانات أي شخص، فاطّلع عليه قبل إرساله.</translation>
    </message>
    <message>
        <source>A PostgreSQL server of several counters</source>
        <translation>خادم PostgreSQL لعدة شبابيك</translation>
    </message>
    <message>
        <source>Give a role of the server what a desk needs, and no more</source>
        <translation>منح دور في الخادم ما يحتاجه الشباك دون زيادة</translation>
    </message>
    <message>
        <source>An existing role</source>
        <translation>دور موجود</translation>
    </message>
    <message>
        <source>%1 may now work at a desk, and owns nothing.</source>
        <translation>صار %1 يعمل على الشباك ولا يملك شيئًا.</translation>
    </message>
    <message>
        <source>Its id; else the oldest closed one, of --counter where that is given</source>
        <translation>رقمها، وإلا فأقدم وردية مقفلة، من ‎--counter‎ إن ذُكر</translation>
    </message>
    <message numerus="yes">
        <source>%1 audit line(s)</source>
        <translation>
            <numerusform>لا سطور في سجل التدقيق</numerusform>
            <numerusform>سطر واحد في سجل التدقيق</numerusform>
            <numerusform>سطران في سجل التدقيق</numerusform>
            <numerusform>%1 سطور في سجل التدقيق</numerusform>
            <numerusform>%1 سطرًا في سجل التدقيق</numerusform>
            <numerusform>%1 سطر في سجل التدقيق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 receipt(s)</source>
        <translation>
            <numerusform>لا إيصالات</numerusform>
            <numerusform>إيصال واحد</numerusform>
            <numerusform>إيصالان</numerusform>
            <numerusform>%1 إيصالات</numerusform>
            <numerusform>%1 إيصالًا</numerusform>
            <numerusform>%1 إيصال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day close(s)</source>
        <translation>
            <numerusform>لا إقفالات</numerusform>
            <numerusform>إقفال يوم واحد</numerusform>
            <numerusform>إقفالا يومين</numerusform>
            <numerusform>%n إقفالات أيام</numerusform>
            <numerusform>%n إقفال يوم</numerusform>
            <numerusform>%n إقفال يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>; signed by the key %1</source>
        <translation>؛ موقّعة بالمفتاح %1</translation>
    </message>
    <message numerus="yes">
        <source>A test restore found %n fault(s).</source>
        <translation>
            <numerusform>لم تجد الاستعادة التجريبية أي خلل.</numerusform>
            <numerusform>وجدت الاستعادة التجريبية خللًا واحدًا.</numerusform>
            <numerusform>وجدت الاستعادة التجريبية خللين.</numerusform>
            <numerusform>وجدت الاستعادة التجريبية %n أعطال.</numerusform>
            <numerusform>وجدت الاستعادة التجريبية %n عطلًا.</numerusform>
            <numerusform>وجدت الاستعادة التجريبية %n عطل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup %1</source>
        <translation>نسخة احتياطية %1</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بايت</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored: the centre as of %1, %n file(s). Every promise holds.</source>
        <translation>
            <numerusform>تمت الاستعادة: المركز كما كان في %1، بلا ملفات. كل الضمانات قائمة.</numerusform>
            <numerusform>تمت الاستعادة: المركز كما كان في %1، ملف واحد. كل الضمانات قائمة.</numerusform>
            <numerusform>تمت الاستعادة: المركز كما كان في %1، ملفان. كل الضمانات قائمة.</numerusform>
            <numerusform>تمت الاستعادة: المركز كما كان في %1، %n ملفات. كل الضمانات قائمة.</numerusform>
            <numerusform>تمت الاستعادة: المركز كما كان في %1، %n ملفًا. كل الضمانات قائمة.</numerusform>
            <numerusform>تمت الاستعادة: المركز كما كان في %1، %n ملف. كل الضمانات قائمة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest verified backup is %n hour(s) old.</source>
        <translation>
            <numerusform>عمر أحدث نسخة مجرّبة أقل من ساعة.</numerusform>
            <numerusform>عمر أحدث نسخة مجرّبة ساعة واحدة.</numerusform>
            <numerusform>عمر أحدث نسخة مجرّبة ساعتان.</numerusform>
            <numerusform>عمر أحدث نسخة مجرّبة %n ساعات.</numerusform>
            <numerusform>عمر أحدث نسخة مجرّبة %n ساعة.</numerusform>
            <numerusform>عمر أحدث نسخة مجرّبة %n ساعة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>لا زيارات</numerusform>
            <numerusform>زيارة واحدة</numerusform>
            <numerusform>زيارتان</numerusform>
            <numerusform>%n زيارات</numerusform>
            <numerusform>%n زيارة</numerusform>
            <numerusform>%n زيارة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) closed</source>
        <translation>
            <numerusform>لا أيام مقفلة</numerusform>
            <numerusform>يوم واحد مقفل</numerusform>
            <numerusform>يومان مقفلان</numerusform>
            <numerusform>%n أيام مقفلة</numerusform>
            <numerusform>%n يومًا مقفلًا</numerusform>
            <numerusform>%n يوم مقفل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) are broken.</source>
        <translation>
            <numerusform>لا ضمان مختل.</numerusform>
            <numerusform>ضمان واحد مختل.</numerusform>
            <numerusform>ضمانان مختلان.</numerusform>
            <numerusform>%n ضمانات مختلة.</numerusform>
            <numerusform>%n ضمانًا مختلًا.</numerusform>
            <numerusform>%n ضمان مختل.</numerusform>
        </translation>
    </message>
    <message>
        <source>only sounds alike</source>
        <translation>تشابه في النطق فقط</translation>
    </message>
    <message>
        <source>Day %1 is closed as no. %2</source>
        <translation>أُقفل يوم %1 برقم %2</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>لا إيصالات</numerusform>
            <numerusform>إيصال واحد</numerusform>
            <numerusform>إيصالان</numerusform>
            <numerusform>%n إيصالات</numerusform>
            <numerusform>%n إيصالًا</numerusform>
            <numerusform>%n إيصال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>لا خدمات</numerusform>
            <numerusform>خدمة واحدة</numerusform>
            <numerusform>خدمتان</numerusform>
            <numerusform>%n خدمات</numerusform>
            <numerusform>%n خدمة</numerusform>
            <numerusform>%n خدمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fee(s) entered by the clerk</source>
        <translation>
            <numerusform>لا رسوم يدخلها الموظف</numerusform>
            <numerusform>رسم واحد يدخله الموظف</numerusform>
            <numerusform>رسمان يدخلهما الموظف</numerusform>
            <numerusform>%n رسوم يدخلها الموظف</numerusform>
            <numerusform>%n رسمًا يدخله الموظف</numerusform>
            <numerusform>%n رسم يدخله الموظف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>لا مشكلات</numerusform>
            <numerusform>مشكلة واحدة</numerusform>
            <numerusform>مشكلتان</numerusform>
            <numerusform>%n مشكلات</numerusform>
            <numerusform>%n مشكلة</numerusform>
            <numerusform>%n مشكلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in the folder.</source>
        <translation>
            <numerusform>لا ملفات في المجلد.</numerusform>
            <numerusform>في المجلد ملف واحد.</numerusform>
            <numerusform>في المجلد ملفان.</numerusform>
            <numerusform>في المجلد %n ملفات.</numerusform>
            <numerusform>في المجلد %n ملفًا.</numerusform>
            <numerusform>في المجلد %n ملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased: %1.</source>
        <translation>مُحي: %1.</translation>
    </message>
    <message numerus="yes">
        <source>answers of %n transaction(s)</source>
        <translation>
            <numerusform>لا إجابات معاملات</numerusform>
            <numerusform>إجابات معاملة واحدة</numerusform>
            <numerusform>إجابات معاملتين</numerusform>
            <numerusform>إجابات %n معاملات</numerusform>
            <numerusform>إجابات %n معاملة</numerusform>
            <numerusform>إجابات %n معاملة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>لا مستندات</numerusform>
            <numerusform>مستند واحد</numerusform>
            <numerusform>مستندان</numerusform>
            <numerusform>%n مستندات</numerusform>
            <numerusform>%n مستندًا</numerusform>
            <numerusform>%n مستند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the name on %n receipt(s)</source>
        <translation>
            <numerusform>لا أسماء على الإيصالات</numerusform>
            <numerusform>الاسم على إيصال واحد</numerusform>
            <numerusform>الاسم على إيصالين</numerusform>
            <numerusform>الاسم على %n إيصالات</numerusform>
            <numerusform>الاسم على %n إيصالًا</numerusform>
            <numerusform>الاسم على %n إيصال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) keep it, as tax law asks.</source>
        <translation>
            <numerusform>لا إيصال يبقى عليه الاسم.</numerusform>
            <numerusform>يبقى على إيصال واحد كما يطلب قانون الضريبة.</numerusform>
            <numerusform>يبقى على إيصالين كما يطلب قانون الضريبة.</numerusform>
            <numerusform>يبقى على %n إيصالات كما يطلب قانون الضريبة.</numerusform>
            <numerusform>يبقى على %n إيصالًا كما يطلب قانون الضريبة.</numerusform>
            <numerusform>يبقى على %n إيصال كما يطلب قانون الضريبة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed.</source>
        <translation>
            <numerusform>لم يُحذف أي ملف.</numerusform>
            <numerusform>حُذف ملف واحد.</numerusform>
            <numerusform>حُذف ملفان.</numerusform>
            <numerusform>حُذفت %n ملفات.</numerusform>
            <numerusform>حُذف %n ملفًا.</numerusform>
            <numerusform>حُذف %n ملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 delivered, %2 set aside, %3 postponed</source>
        <translation>أُرسل %1، ونُحّي %2، وأُجّل %3</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>لا تحديثات</numerusform>
            <numerusform>تحديث واحد</numerusform>
            <numerusform>تحديثان</numerusform>
            <numerusform>%n تحديثات</numerusform>
            <numerusform>%n تحديثًا</numerusform>
            <numerusform>%n تحديث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait again</source>
        <translation>
            <numerusform>لا طلبات تنتظر من جديد</numerusform>
            <numerusform>طلب واحد ينتظر من جديد</numerusform>
            <numerusform>طلبان ينتظران من جديد</numerusform>
            <numerusform>%n طلبات تنتظر من جديد</numerusform>
            <numerusform>%n طلبًا ينتظر من جديد</numerusform>
            <numerusform>%n طلب ينتظر من جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>no act names it</source>
        <translation>لا فعل يذكره</translation>
    </message>
    <message>
        <source>is gone: the consent could serve again</source>
        <translation>غير موجود: قد تُستعمل الموافقة مرة أخرى</translation>
    </message>
    <message>
        <source>was taken away and is back</source>
        <translation>حُذف ثم عاد</translation>
    </message>
    <message>
        <source>it or what belongs to it was changed</source>
        <translation>تغيّر هو أو ما يتبعه</translation>
    </message>
    <message>
        <source>is gone, and %1 more</source>
        <translation>غير موجود، ومعه %1 غيره</translation>
    </message>
    <message>
        <source>The data key is new: %1.</source>
        <translation>مفتاح البيانات جديد: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) sealed anew</source>
        <translation>
            <numerusform>لم تُشفَّر أي قيمة من جديد</numerusform>
            <numerusform>شُفِّرت قيمة واحدة من جديد</numerusform>
            <numerusform>شُفِّرت قيمتان من جديد</numerusform>
            <numerusform>شُفِّرت %n قيم من جديد</numerusform>
            <numerusform>شُفِّرت %n قيمة من جديد</numerusform>
            <numerusform>شُفِّرت %n قيمة من جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>New recovery code, shown this once: %1
Print it and lock it away. The old one opens only backups made before.</source>
        <translation>رمز الاسترداد الجديد، يظهر هذه المرة فقط: %1
اطبعه واحفظه في مكان مقفل. الرمز القديم يفتح النسخ الاحتياطية السابقة فقط.</translation>
    </message>
    <message>
        <source>Give these a new password (staff reset): %1</source>
        <translation>أعطِ هؤلاء كلمة مرور جديدة (staff reset): %1</translation>
    </message>
    <message>
        <source>The data key, which seals what identifies people</source>
        <translation>مفتاح البيانات، وبه يُشفَّر ما يدل على الأشخاص</translation>
    </message>
    <message>
        <source>A new data key, and everything sealed anew; needs --approve</source>
        <translation>مفتاح بيانات جديد وإعادة تشفير كل شيء به؛ يلزمه --approve</translation>
    </message>
    <message>
        <source>is not found by its words and by no others</source>
        <translation>لا يجده البحث بكلماته وحدها</translation>
    </message>
    <message>
        <source>Compare the newest printed day close with the data; if they agree, run it again with --renew-heads.</source>
        <translation>قارن آخر إقفال يومي مطبوع بالبيانات؛ إن تطابقا فأعد الأمر مع ‎--renew-heads‎.</translation>
    </message>
    <message>
        <source>The end of the data is remembered anew in %1</source>
        <translation>حُفظت نهاية البيانات من جديد في %1</translation>
    </message>
    <message>
        <source>Somebody has looked why one is damaged</source>
        <translation>نظر أحدهم في سبب تلف ما حُفظ</translation>
    </message>
    <message>
        <source>was here and is gone</source>
        <translation>كان هنا واختفى</translation>
    </message>
    <message>
        <source>is damaged, or this centre did not sign it</source>
        <translation>تالف، أو لم يوقّعه هذا المركز</translation>
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
        <source>M or F</source>
        <translation>الجنس: M أو F</translation>
    </message>
    <message>
        <source>Nationality: three letters</source>
        <translation>الجنسية: ثلاثة أحرف</translation>
    </message>
    <message>
        <source>Code of the wilayat</source>
        <translation>رمز الولاية</translation>
    </message>
    <message>
        <source>What the customer reads: ar or en</source>
        <translation>لغة قراءة العميل: ar أو en</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Authorised person</source>
        <translation>المفوّض</translation>
    </message>
    <message>
        <source>The record is changed.</source>
        <translation>عُدّل السجل.</translation>
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
        <source>What is kept of a customer</source>
        <translation>ما يُحفظ عن العميل</translation>
    </message>
    <message>
        <source>As find prints it</source>
        <translation>كما يطبعه find</translation>
    </message>
    <message>
        <source>Puts a record right; what is not given stays, an empty text takes a value away</source>
        <translation>يصحّح السجل؛ ما لم يُذكر يبقى، والنص الفارغ يحذف القيمة</translation>
    </message>
    <message>
        <source>What the customer is</source>
        <translation>نوع العميل</translation>
    </message>
    <message>
        <source>Day: 2026-11-21</source>
        <translation>اليوم: 2026-11-21</translation>
    </message>
    <message>
        <source>KIND=VALUE[,COUNTRY[,UNTIL]] in place of the numbers of that kind</source>
        <translation>KIND=VALUE[,COUNTRY[,UNTIL]] مكان الأرقام من هذا النوع</translation>
    </message>
    <message>
        <source>Unusual numbers are right, and similar customers are somebody else</source>
        <translation>الأرقام غير المعتادة صحيحة، والعملاء المتشابهون أشخاص آخرون</translation>
    </message>
    <message>
        <source>Who may sign for a company</source>
        <translation>من له أن يوقّع عن شركة</translation>
    </message>
    <message>
        <source>As on the registration</source>
        <translation>كما في السجل التجاري</translation>
    </message>
    <message>
        <source>Who signs no more</source>
        <translation>من لم يعد يوقّع</translation>
    </message>
    <message>
        <source>the answers as a whole</source>
        <translation>الإجابات كلها</translation>
    </message>
    <message>
        <source>Lines read: %1. Visits completed: %2. Refused: %3.</source>
        <translation>الأسطر المقروءة: %1. الزيارات المنجزة: %2. المرفوضة: %3.</translation>
    </message>
    <message>
        <source>Chain head of a printed Z, NUMBER:HASH or its beginning: it must be in the trail</source>
        <translation>رأس السلسلة من تقرير إقفال مطبوع، الرقم:البصمة أو بدايتها: يجب أن يكون في السجل</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Only these acts: words of their name, or the beginning of their key, e.g. receipt.</source>
        <translation>هذه الإجراءات فقط: كلمات من اسمها، أو بداية رمزها، مثل receipt.</translation>
    </message>
    <message>
        <source>Channel %1 is removed.</source>
        <translation>أُزيلت القناة %1.</translation>
    </message>
    <message>
        <source>Take away a channel that nothing needs</source>
        <translation>إزالة قناة لا يحتاج إليها شيء</translation>
    </message>
    <message>
        <source>As sync status lists it</source>
        <translation>كما يعرضها sync status</translation>
    </message>
    <message>
        <source>the clerk takes it from the portal</source>
        <translation>يأخذه الموظف من البوابة</translation>
    </message>
    <message>
        <source>no fee</source>
        <translation>بلا رسم</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>بحسب %1</translation>
    </message>
    <message>
        <source>in parts</source>
        <translation>على أجزاء</translation>
    </message>
    <message>
        <source>computed from the form</source>
        <translation>يُحسب من النموذج</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>The catalogue is empty.</source>
        <translation>الدليل فارغ.</translation>
    </message>
    <message>
        <source>a choice</source>
        <translation>خيار</translation>
    </message>
    <message>
        <source>a day, 2026-11-21</source>
        <translation>تاريخ، 2026-11-21</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>عدد صحيح</translation>
    </message>
    <message>
        <source>number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>صفوف</translation>
    </message>
    <message>
        <source>text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>محسوب</translation>
    </message>
    <message>
        <source>else %1</source>
        <translation>وإلا %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>مطلوب</translation>
    </message>
    <message>
        <source>at times</source>
        <translation>أحيانًا</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>اختياري</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>اللزوم</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Government fee: %1</source>
        <translation>الرسم الحكومي: %1</translation>
    </message>
    <message>
        <source>By the answer at /%1:</source>
        <translation>بحسب الإجابة في ‎/%1‎:</translation>
    </message>
    <message>
        <source>In these parts:</source>
        <translation>على هذه الأجزاء:</translation>
    </message>
    <message>
        <source>Extras (“extras”):</source>
        <translation>الإضافات (“extras”):</translation>
    </message>
    <message>
        <source>Times the answer at /%1.</source>
        <translation>مضروبًا في الإجابة في ‎/%1‎.</translation>
    </message>
    <message>
        <source>required, else from the record (%1)</source>
        <translation>مطلوب، وإلا فمن السجل (%1)</translation>
    </message>
    <message>
        <source>required, else %1</source>
        <translation>مطلوب، وإلا %1</translation>
    </message>
    <message>
        <source>From the answers at: %1.</source>
        <translation>من الإجابات في: ‎%1‎.</translation>
    </message>
    <message>
        <source>“government_fee_baisa” is written with “portal_reference”:</source>
        <translation>يُكتب “government_fee_baisa” مع “portal_reference”:</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (من %1 إلى %2)</translation>
    </message>
    <message>
        <source> (%1 at least)</source>
        <translation> (لا يقل عن %1)</translation>
    </message>
    <message>
        <source> (%1 at most)</source>
        <translation> (لا يزيد على %1)</translation>
    </message>
    <message>
        <source>always: no figure is published</source>
        <translation>دائمًا: لم يُنشر رقم</translation>
    </message>
    <message>
        <source>always: how it follows from the amount at /%1 is not published</source>
        <translation>دائمًا: لم يُنشر كيف يُحسب من المبلغ في ‎/%1‎</translation>
    </message>
    <message>
        <source>always: what the class at /%1 costs more than the one at /%2</source>
        <translation>دائمًا: ما يزيد به رسم الفئة في ‎/%1‎ على رسم الفئة في ‎/%2‎</translation>
    </message>
    <message>
        <source>always: the amount at /%1, as the portal asks for it</source>
        <translation>دائمًا: المبلغ في ‎/%1‎ كما تطلبه البوابة</translation>
    </message>
    <message>
        <source>with an answer at /%1 that has no figure</source>
        <translation>مع إجابة بلا رقم في ‎/%1‎</translation>
    </message>
    <message>
        <source>when a part without a figure is due</source>
        <translation>إذا استُحق جزء بلا رقم</translation>
    </message>
    <message>
        <source>with an extra that has no figure</source>
        <translation>مع إضافة بلا رقم</translation>
    </message>
    <message>
        <source>when it is late (“months_late”): the agency sets the fine</source>
        <translation>عند التأخير (“months_late”): تحدد الجهة الغرامة</translation>
    </message>
    <message>
        <source>when it is late (“months_late”): no figure is published for the fine</source>
        <translation>عند التأخير (“months_late”): لم يُنشر رقم للغرامة</translation>
    </message>
    <message>
        <source>Papers (“documents”):</source>
        <translation>المستندات (“documents”):</translation>
    </message>
    <message>
        <source>Agency: %1</source>
        <translation>الجهة: %1</translation>
    </message>
    <message>
        <source>Service fee: %1</source>
        <translation>رسم الخدمة: %1</translation>
    </message>
    <message>
        <source>Form (“form”):</source>
        <translation>النموذج (“form”):</translation>
    </message>
    <message>
        <source>Services, their fees, papers and forms</source>
        <translation>الخدمات ورسومها ومستنداتها ونماذجها</translation>
    </message>
    <message>
        <source>Services offered today</source>
        <translation>الخدمات المقدمة اليوم</translation>
    </message>
    <message>
        <source>Only those whose code or names hold it as written</source>
        <translation>ما فيه هذا كما كُتب في رمزه أو أسمائه فقط</translation>
    </message>
    <message>
        <source>What a line of serve may say of a service</source>
        <translation>ما يمكن أن يُكتب عن خدمة في سطر serve</translation>
    </message>
    <message>
        <source>Its code, as catalogue list shows it</source>
        <translation>رمزها كما يعرضه catalogue list</translation>
    </message>
    <message>
        <source>citizen</source>
        <translation>مواطن</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>مقيم</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>زائر</translation>
    </message>
    <message>
        <source>company</source>
        <translation>شركة</translation>
    </message>
    <message>
        <source>access</source>
        <translation>نسخة من البيانات</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>restriction</source>
        <translation>تقييد</translation>
    </message>
    <message>
        <source>erasure</source>
        <translation>محو</translation>
    </message>
    <message>
        <source>objection</source>
        <translation>اعتراض</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>أُزيل: %1</translation>
    </message>
    <message>
        <source>Remove what a restore kept of the centre it replaced; a second person approves it</source>
        <translation>إزالة ما أبقته استعادة من المركز الذي حلّت محله، بموافقة شخص ثانٍ</translation>
    </message>
    <message>
        <source>One that &quot;backup list&quot; warns of</source>
        <translation>مجلد ينبّه إليه الأمر backup list</translation>
    </message>
    <message>
        <source>table %1 is missing or changed</source>
        <translation>الجدول %1 مفقود أو متغيّر</translation>
    </message>
    <message>
        <source>index %1 is missing or changed</source>
        <translation>الفهرس %1 مفقود أو متغيّر</translation>
    </message>
    <message>
        <source>trigger %1 is none of the product&apos;s</source>
        <translation>الحارس %1 ليس من البرنامج</translation>
    </message>
    <message>
        <source>table %1 is none of the product&apos;s</source>
        <translation>الجدول %1 ليس من البرنامج</translation>
    </message>
    <message>
        <source>index %1 is none of the product&apos;s</source>
        <translation>الفهرس %1 ليس من البرنامج</translation>
    </message>
    <message>
        <source>view %1 is none of the product&apos;s</source>
        <translation>العرض %1 ليس من البرنامج</translation>
    </message>
    <message>
        <source>rule %1 is none of the product&apos;s</source>
        <translation>القاعدة %1 ليست من البرنامج</translation>
    </message>
    <message>
        <source>policy %1 is none of the product&apos;s</source>
        <translation>السياسة %1 ليست من البرنامج</translation>
    </message>
    <message>
        <source>row security is switched on</source>
        <translation>أمان الصفوف مشغّل فيه</translation>
    </message>
    <message>
        <source>a foreign key of it is not watched</source>
        <translation>أحد مفاتيحه الخارجية بلا رقابة</translation>
    </message>
    <message>
        <source>triggers are told to rest</source>
        <translation>الحراس موقوفون عن العمل</translation>
    </message>
    <message numerus="yes">
        <source>%n of the added may be there already, by a similar name and the same phone. Lines: %1</source>
        <translation>
            <numerusform>لا أحد ممن أضيفوا يشبه موجودًا من قبل. السطور: %1</numerusform>
            <numerusform>واحد ممن أضيفوا قد يكون موجودًا من قبل، فاسمه مشابه وهاتفه نفسه. السطر: %1</numerusform>
            <numerusform>اثنان ممن أضيفوا قد يكونان موجودين من قبل، فالاسم مشابه والهاتف نفسه. السطران: %1</numerusform>
            <numerusform>%n ممن أضيفوا قد يكونون موجودين من قبل، فالاسم مشابه والهاتف نفسه. السطور: %1</numerusform>
            <numerusform>%n ممن أضيفوا قد يكونون موجودين من قبل، فالاسم مشابه والهاتف نفسه. السطور: %1</numerusform>
            <numerusform>%n ممن أضيفوا قد يكونون موجودين من قبل، فالاسم مشابه والهاتف نفسه. السطور: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>: was applied already and stands from that day on</source>
        <translation>: طُبّقت من قبل، وتصبح قائمة من ذلك اليوم</translation>
    </message>
    <message>
        <source>: is applied and stands from that day on</source>
        <translation>: طُبّقت، وتصبح قائمة من ذلك اليوم</translation>
    </message>
    <message>
        <source>No pack of %1 is taken any more.</source>
        <translation>لن تُقبل بعد الآن أي حزمة من %1.</translation>
    </message>
    <message>
        <source>Take no packs of this one&apos;s publisher any more</source>
        <translation>رفض حزم ناشر هذه الحزمة من الآن</translation>
    </message>
    <message>
        <source>its file has a name that the centre gives none</source>
        <translation>اسم ملفه ليس مما يسمّي به المركز ملفاته</translation>
    </message>
    <message>
        <source>Somebody has looked for their lost files</source>
        <translation>بعد أن بُحث عن ملفاتها المفقودة</translation>
    </message>
    <message>
        <source>Files of scans are gone or damaged, and nothing else. Put them back from where they went; if that cannot be, run it again with --give-up-papers: receipts stay as they are.</source>
        <translation>ملفات نسخ ممسوحة مفقودة أو تالفة، ولا خلل في غيرها. أعدها من حيث نُقلت، فإن تعذر ذلك فأعد الأمر مع ‎--give-up-papers‎: تبقى الإيصالات كما هي.</translation>
    </message>
    <message>
        <source>Scans that were given up: %1. The lists say that the papers were seen.</source>
        <translation>استُغني عن نسخ ممسوحة عددها %1. تبين القوائم أن المستندات اطُّلع عليها.</translation>
    </message>
    <message>
        <source>Disabled again, as in the centre that was replaced: %1</source>
        <translation>أُوقف من جديد كما في المركز الذي استُبدل: %1</translation>
    </message>
    <message>
        <source>People, roles, passwords and PINs are otherwise as they were when the backup was made: look through them.</source>
        <translation>وما عدا ذلك فالموظفون والأدوار وكلمات المرور والأرقام السرية كما كانت عند إنشاء النسخة الاحتياطية: راجعها.</translation>
    </message>
    <message>
        <source>To be approved: %1 (%2)
PIN of %3: </source>
        <translation>للموافقة: %1 (%2)
الرقم السري لـ%3: </translation>
    </message>
    <message>
        <source>Not every backup has the list of erasures beside it. Put in each stick and folder that holds one and make a backup there, or a restore from the older ones brings this person back.</source>
        <translation>لا توجد قائمة المحو بجانب كل نسخة احتياطية. وصّل كل ذاكرة ومجلد فيه نسخة وأنشئ نسخة احتياطية هناك، وإلا أعادت الاستعادة من النسخ الأقدم بيانات هذا الشخص.</translation>
    </message>
    <message>
        <source>service fee %1</source>
        <translation>رسم الخدمة %1</translation>
    </message>
    <message>
        <source>discount %1</source>
        <translation>خصم %1</translation>
    </message>
    <message>
        <source>Scans that it lacks: %1. No older backup is removed until they are put back or given up.</source>
        <translation>نسخ ممسوحة تنقصها: %1. لا تُحذف نسخة احتياطية أقدم حتى تُعاد هذه النسخ أو يُستغنى عنها.</translation>
    </message>
    <message>
        <source>Every other promise holds.</source>
        <translation>بقية الضمانات قائمة.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) went out before and can&apos;t be held back.</source>
        <translation>
            <numerusform>لم تخرج قبل ذلك أي رسالة.</numerusform>
            <numerusform>خرجت قبل ذلك رسالة واحدة، ولا يمكن إيقافها.</numerusform>
            <numerusform>خرجت قبل ذلك رسالتان، ولا يمكن إيقافهما.</numerusform>
            <numerusform>خرجت قبل ذلك %n رسائل، ولا يمكن إيقافها.</numerusform>
            <numerusform>خرجت قبل ذلك %n رسالة، ولا يمكن إيقافها.</numerusform>
            <numerusform>خرجت قبل ذلك %n رسالة، ولا يمكن إيقافها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Transfers without a reference</source>
        <translation>تحويلات بلا مرجع</translation>
    </message>
    <message>
        <source>Payments on the account of a company</source>
        <translation>مدفوعات على حساب شركة</translation>
    </message>
    <message>
        <source>Receipts into another clerk&apos;s drawer</source>
        <translation>إيصالات في درج موظف آخر</translation>
    </message>
    <message>
        <source>vouches anew for %1, which is written once</source>
        <translation>يوثّق من جديد %1، وهو يُكتب مرة واحدة</translation>
    </message>
    <message>
        <source>its drawers are not those of the day&apos;s shifts</source>
        <translation>أدراجه ليست أدراج ورديات اليوم</translation>
    </message>
    <message>
        <source>its balances are not those of the books</source>
        <translation>أرصدته ليست أرصدة الدفاتر</translation>
    </message>
    <message>
        <source>what was posted does not follow from its payments and lines</source>
        <translation>ما قُيّد في الدفاتر لا يطابق مدفوعاته وبنوده</translation>
    </message>
    <message>
        <source>is dated to a day that was closed before it</source>
        <translation>مؤرخ في يوم أُقفل قبله</translation>
    </message>
    <message>
        <source>The VAT number is kept, but no VAT is charged: the first day with VAT was not given (--vat-since). The settings page takes it.</source>
        <translation>حُفظ الرقم الضريبي، لكن لا تُحتسب ضريبة: لم يُذكر أول يوم فيه ضريبة (--vat-since). يمكن إدخاله في صفحة الإعدادات.</translation>
    </message>
    <message>
        <source>Fees while not registered</source>
        <translation>رسوم بلا تسجيل في الضريبة</translation>
    </message>
    <message>
        <source>Genuine, for training and no receipt: %1, %2, %3</source>
        <translation>صحيح، لكنه للتدريب وليس إيصالًا: %1، %2، %3</translation>
    </message>
    <message>
        <source>Prices set by hand</source>
        <translation>أسعار حُددت يدويًا</translation>
    </message>
    <message>
        <source>Rows read: %1 (%2%)</source>
        <translation>الصفوف المقروءة: %1 (%2%)</translation>
    </message>
    <message>
        <source>its amounts come to more than any sum</source>
        <translation>مجموع مبالغه أكبر من أي مجموع</translation>
    </message>
    <message>
        <source>is dated to a day before its audit line</source>
        <translation>مؤرخ في يوم قبل يوم سطره في سجل التدقيق</translation>
    </message>
    <message>
        <source>what was posted does not follow from it</source>
        <translation>ما قُيّد في الدفاتر لا يطابقه</translation>
    </message>
    <message>
        <source>belongs to nothing</source>
        <translation>لا يتبع شيئًا</translation>
    </message>
    <message>
        <source>is of a kind that no act posts</source>
        <translation>من نوع لا يقيّده أي فعل</translation>
    </message>
    <message>
        <source>has lines or payments beside its own</source>
        <translation>له بنود أو مدفوعات غير ما صدر به</translation>
    </message>
    <message>
        <source>belongs to no shift</source>
        <translation>لا يتبع وردية</translation>
    </message>
    <message>
        <source>belongs to no closed shift</source>
        <translation>لا يتبع وردية مقفلة</translation>
    </message>
    <message>
        <source>says otherwise than its count</source>
        <translation>يذكر غير ما في عدّه</translation>
    </message>
    <message>
        <source>gives back what was never paid on</source>
        <translation>يعيد ما لم يُدفع للجهة</translation>
    </message>
</context>
</TS>
