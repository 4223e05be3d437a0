<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::CorrectionPage</name>
    <message>
        <source>Transaction %1 is corrected and will be sent again by itself. F5 sends now.</source>
        <translation>صُحّحت المعاملة %1 وستُرسل من جديد تلقائيًا. F5 يرسلها الآن.</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Save and send again</source>
        <translation>حفظ وإعادة الإرسال</translation>
    </message>
    <message>
        <source>Back to the transactions</source>
        <translation>العودة إلى المعاملات</translation>
    </message>
    <message>
        <source>The portal refused this. Correct what is marked.</source>
        <translation>رفضت البوابة الطلب. صحّح ما هو معلَّم.</translation>
    </message>
    <message numerus="yes">
        <source>Not sent yet. Correct %n field(s) first.</source>
        <translation>
            <numerusform>لم يُرسل بعد. لا حقول تحتاج إلى تصحيح.</numerusform>
            <numerusform>لم يُرسل بعد. صحّح حقلًا واحدًا أولًا.</numerusform>
            <numerusform>لم يُرسل بعد. صحّح حقلين أولًا.</numerusform>
            <numerusform>لم يُرسل بعد. صحّح %n حقول أولًا.</numerusform>
            <numerusform>لم يُرسل بعد. صحّح %n حقلًا أولًا.</numerusform>
            <numerusform>لم يُرسل بعد. صحّح %n حقل أولًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent yet. Check %n answer(s) against the document; Ctrl+Enter sends them as they are.</source>
        <translation>
            <numerusform>لم يُرسل بعد. راجع الإجابات على المستند؛ Ctrl+Enter يرسلها كما هي.</numerusform>
            <numerusform>لم يُرسل بعد. راجع إجابة واحدة على المستند؛ Ctrl+Enter يرسلها كما هي.</numerusform>
            <numerusform>لم يُرسل بعد. راجع إجابتين على المستند؛ Ctrl+Enter يرسلهما كما هما.</numerusform>
            <numerusform>لم يُرسل بعد. راجع %n إجابات على المستند؛ Ctrl+Enter يرسلها كما هي.</numerusform>
            <numerusform>لم يُرسل بعد. راجع %n إجابة على المستند؛ Ctrl+Enter يرسلها كما هي.</numerusform>
            <numerusform>لم يُرسل بعد. راجع %n إجابة على المستند؛ Ctrl+Enter يرسلها كما هي.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sanad::TransactionPanel</name>
    <message>
        <source>Portal reference</source>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>Government fee</source>
        <translation>الرسم الحكومي</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>The agency&apos;s reason</source>
        <translation>سبب الجهة</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>بلا تغيير</translation>
    </message>
    <message>
        <source>Correct the form</source>
        <translation>صحّح النموذج</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>خذ المبلغ</translation>
    </message>
    <message>
        <source>%1, not paid</source>
        <translation>%1، غير مدفوعة</translation>
    </message>
</context>
<context>
    <name>sanad::TransactionWords</name>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>بانتظار العميل</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>جاهزة للإرسال</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>مُرسلة</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>قيد المراجعة</translation>
    </message>
    <message>
        <source>Action needed</source>
        <translation>تحتاج إلى إجراء</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>مقبولة</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Fee due</source>
        <translation>الرسم مستحق</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>سُلّمت</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>غير مدفوع</translation>
    </message>
    <message>
        <source>Paid, not confirmed</source>
        <translation>مدفوع بلا تأكيد</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>مؤكّد</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>محل اعتراض</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>مُستردّ</translation>
    </message>
</context>
<context>
    <name>sanad::TransactionsPage</name>
    <message>
        <source>Transaction %1: %2.</source>
        <translation>المعاملة %1: %2.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Enter the result</source>
        <translation>أدخل النتيجة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>أرسل الآن</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Needs action: %1</source>
        <translation>تحتاج إلى إجراء: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Number or reference</source>
        <translation>رقم المعاملة أو المرجع</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Nothing here needs you.</source>
        <translation>لا شيء هنا يحتاج إليك.</translation>
    </message>
    <message>
        <source>All transactions</source>
        <translation>كل المعاملات</translation>
    </message>
    <message>
        <source>Correct the form</source>
        <translation>صحّح النموذج</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>خذ المبلغ</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>بانتظار الدفع</translation>
    </message>
</context>
</TS>
