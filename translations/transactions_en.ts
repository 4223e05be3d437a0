<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>sanad::CorrectionPage</name>
    <message numerus="yes">
        <source>Not sent yet. Correct %n field(s) first.</source>
        <translation>
            <numerusform>Not sent yet. Correct one field first.</numerusform>
            <numerusform>Not sent yet. Correct %n fields first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent yet. Check %n answer(s) against the document; Ctrl+Enter sends them as they are.</source>
        <translation>
            <numerusform>Not sent yet. Check one answer against the document; Ctrl+Enter sends it as it is.</numerusform>
            <numerusform>Not sent yet. Check %n answers against the document; Ctrl+Enter sends them as they are.</numerusform>
        </translation>
    </message>
</context>
</TS>
