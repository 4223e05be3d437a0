<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>sanad::FieldFaults</name>
    <message numerus="yes">
        <source>Correct %n field(s) before going on. Nothing was saved yet.</source>
        <translation>
            <numerusform>Correct one field before going on. Nothing was saved yet.</numerusform>
            <numerusform>Correct %n fields before going on. Nothing was saved yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
