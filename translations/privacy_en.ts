<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>sanad::KeepingPage</name>
    <message numerus="yes">
        <source>%n file(s) were removed for good.</source>
        <translation>
            <numerusform>%n file was removed for good.</numerusform>
            <numerusform>%n files were removed for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) go for good. Press once more to remove them.</source>
        <translation>
            <numerusform>%n paper goes for good. Press once more to remove it.</numerusform>
            <numerusform>%n papers go for good. Press once more to remove them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) are past their time.</source>
        <translation>
            <numerusform>%n paper is past its time.</numerusform>
            <numerusform>%n papers are past their time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sanad::PrivacyPage</name>
    <message numerus="yes">
        <source>Overdue by %n day(s)</source>
        <translation>
            <numerusform>Overdue by %n day</numerusform>
            <numerusform>Overdue by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n hour(s)</source>
        <translation>
            <numerusform>Overdue by %n hour</numerusform>
            <numerusform>Overdue by %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restricted: nothing new is done or sent with this record. %n message(s) went out before and can&apos;t be held back.</source>
        <translation>
            <numerusform>Restricted: nothing new is done or sent with this record. %n message went out before and can&apos;t be held back.</numerusform>
            <numerusform>Restricted: nothing new is done or sent with this record. %n messages went out before and can&apos;t be held back.</numerusform>
        </translation>
    </message>
</context>
</TS>
