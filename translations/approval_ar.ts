<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::ApprovalDialog</name>
    <message>
        <source>Type the PIN first.</source>
        <translation>اكتب الرقم السري أولًا.</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>من يوافق</translation>
    </message>
    <message>
        <source>Their PIN</source>
        <translation>رقمه السري</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>Approval of a second person</source>
        <translation>موافقة شخص ثانٍ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Nobody else may approve this. Ask the owner to add somebody.</source>
        <translation>لا أحد غيرك يملك الموافقة على هذا. اطلب من صاحب المركز إضافة من يملكها.</translation>
    </message>
</context>
<context>
    <name>sanad::QuestionDialog</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
</TS>
