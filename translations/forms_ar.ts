<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::FormEditor</name>
    <message>
        <source>This number cannot be right. Check it against the document.</source>
        <translation>لا يمكن أن يكون هذا الرقم صحيحًا. راجعه على المستند.</translation>
    </message>
    <message>
        <source>Unusual: check it against the document.</source>
        <translation>غير معتاد: راجعه على المستند.</translation>
    </message>
</context>
<context>
    <name>sanad::FormPage</name>
    <message>
        <source>Saved at %1</source>
        <translation>حُفظ %1</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>الحقل التالي</translation>
    </message>
    <message>
        <source>Check and go on</source>
        <translation>تحقق ومتابعة</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message numerus="yes">
        <source>Correct %n field(s) before going on.</source>
        <translation>
            <numerusform>لا حقول تحتاج إلى تصحيح.</numerusform>
            <numerusform>صحّح حقلًا واحدًا قبل المتابعة.</numerusform>
            <numerusform>صحّح حقلين قبل المتابعة.</numerusform>
            <numerusform>صحّح %n حقول قبل المتابعة.</numerusform>
            <numerusform>صحّح %n حقلًا قبل المتابعة.</numerusform>
            <numerusform>صحّح %n حقل قبل المتابعة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n answer(s) against the document; Ctrl+Enter keeps them as they are.</source>
        <translation>
            <numerusform>لا إجابات للمراجعة.</numerusform>
            <numerusform>راجع إجابة واحدة على المستند؛ Ctrl+Enter يبقيها كما هي.</numerusform>
            <numerusform>راجع إجابتين على المستند؛ Ctrl+Enter يبقيهما كما هما.</numerusform>
            <numerusform>راجع %n إجابات على المستند؛ Ctrl+Enter يبقيها كما هي.</numerusform>
            <numerusform>راجع %n إجابة على المستند؛ Ctrl+Enter يبقيها كما هي.</numerusform>
            <numerusform>راجع %n إجابة على المستند؛ Ctrl+Enter يبقيها كما هي.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sanad::FormView</name>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
</context>
</TS>
