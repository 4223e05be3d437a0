<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>sanad::DocumentsPage</name>
    <message>
        <source>Still to be seen: %1. What you marked is kept. Press Space on it once you have seen it, or F7 to wait for it.</source>
        <translation>لم يُطّلع بعد على: %1. ما علّمته محفوظ. اضغط المسافة عليه بعد الاطلاع، أو F7 لانتظاره.</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>اطُّلع عليه</translation>
    </message>
    <message>
        <source>Seen, by number</source>
        <translation>اطُّلع عليه، بالرقم</translation>
    </message>
    <message>
        <source>Keep a scan</source>
        <translation>حفظ نسخة ممسوحة</translation>
    </message>
    <message>
        <source>Go on to the fees</source>
        <translation>متابعة إلى الرسوم</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>رجوع إلى النموذج</translation>
    </message>
    <message>
        <source>Scan to keep</source>
        <translation>النسخة الممسوحة</translation>
    </message>
    <message>
        <source>Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
        <translation>نسخ ممسوحة (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
    </message>
    <message>
        <source>✓ Scanned</source>
        <translation>✓ ممسوح</translation>
    </message>
    <message>
        <source>✓ Seen</source>
        <translation>✓ اطُّلع عليه</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ناقص</translation>
    </message>
    <message>
        <source>If there is one</source>
        <translation>إن وُجد</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>إلزامي</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>اختياري</translation>
    </message>
    <message>
        <source>Have you seen these papers?</source>
        <translation>هل اطلعت على هذه المستندات؟</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Checklist of papers</source>
        <translation>قائمة المستندات</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>م</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>اللزوم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>This service needs no papers.</source>
        <translation>لا تحتاج هذه الخدمة إلى مستندات.</translation>
    </message>
</context>
</TS>
