<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>sanad::SyncPage</name>
    <message numerus="yes">
        <source>%n item(s) will be sent again.</source>
        <translation>
            <numerusform>%n item will be sent again.</numerusform>
            <numerusform>%n items will be sent again.</numerusform>
        </translation>
    </message>
</context>
</TS>
