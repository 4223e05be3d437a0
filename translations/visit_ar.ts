<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::TicketPanel</name>
    <message>
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <source>Called. Enter when the person has come.</source>
        <translation>استُدعيت. Enter عند حضور المراجع.</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>عند الشباك</translation>
    </message>
    <message>
        <source>Without a ticket</source>
        <translation>بلا تذكرة</translation>
    </message>
    <message>
        <source>Nobody at the counter</source>
        <translation>لا أحد عند الشباك</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
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
        <translation>خصم</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Guardian&apos;s consent</source>
        <translation>موافقة ولي الأمر</translation>
    </message>
    <message>
        <source>Under 18: no guardian has consented yet.</source>
        <translation>أقل من 18 سنة: لم يوافق ولي الأمر بعد.</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>الإيصال %1</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>المدفوع</translation>
    </message>
    <message>
        <source>Change to hand over</source>
        <translation>الباقي للعميل</translation>
    </message>
</context>
</TS>
