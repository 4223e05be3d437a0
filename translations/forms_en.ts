<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>sanad::FormPage</name>
    <message numerus="yes">
        <source>Correct %n field(s) before going on.</source>
        <translation>
            <numerusform>Correct %n field before going on.</numerusform>
            <numerusform>Correct %n fields before going on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n answer(s) against the document; Ctrl+Enter keeps them as they are.</source>
        <translation>
            <numerusform>Check %n answer against the document; Ctrl+Enter keeps it as it is.</numerusform>
            <numerusform>Check %n answers against the document; Ctrl+Enter keeps them as they are.</numerusform>
        </translation>
    </message>
</context>
</TS>
