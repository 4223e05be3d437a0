<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>sanadctl</name>
    <message numerus="yes">
        <source>%1 audit line(s)</source>
        <translation>
            <numerusform>%1 audit line</numerusform>
            <numerusform>%1 audit lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 receipt(s)</source>
        <translation>
            <numerusform>%1 receipt</numerusform>
            <numerusform>%1 receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day close(s)</source>
        <translation>
            <numerusform>%n day close</numerusform>
            <numerusform>%n day closes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A test restore found %n fault(s).</source>
        <translation>
            <numerusform>A test restore found %n fault.</numerusform>
            <numerusform>A test restore found %n faults.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored: the centre as of %1, %n file(s). Every promise holds.</source>
        <translation>
            <numerusform>Restored: the centre as of %1, %n file. Every promise holds.</numerusform>
            <numerusform>Restored: the centre as of %1, %n files. Every promise holds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest verified backup is %n hour(s) old.</source>
        <translation>
            <numerusform>The newest verified backup is %n hour old.</numerusform>
            <numerusform>The newest verified backup is %n hours old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) closed</source>
        <translation>
            <numerusform>%n day closed</numerusform>
            <numerusform>%n days closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) are broken.</source>
        <translation>
            <numerusform>%n promise is broken.</numerusform>
            <numerusform>%n promises are broken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fee(s) entered by the clerk</source>
        <translation>
            <numerusform>%n fee entered by the clerk</numerusform>
            <numerusform>%n fees entered by the clerk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in the folder.</source>
        <translation>
            <numerusform>%n file is in the folder.</numerusform>
            <numerusform>%n files are in the folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>answers of %n transaction(s)</source>
        <translation>
            <numerusform>answers of %n transaction</numerusform>
            <numerusform>answers of %n transactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the name on %n receipt(s)</source>
        <translation>
            <numerusform>the name on %n receipt</numerusform>
            <numerusform>the name on %n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) keep it, as tax law asks.</source>
        <translation>
            <numerusform>%n receipt keeps it, as tax law asks.</numerusform>
            <numerusform>%n receipts keep it, as tax law asks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed.</source>
        <translation>
            <numerusform>%n file removed.</numerusform>
            <numerusform>%n files removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n update</numerusform>
            <numerusform>%n updates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait again</source>
        <translation>
            <numerusform>%n item waits again</numerusform>
            <numerusform>%n items wait again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) sealed anew</source>
        <translation>
            <numerusform>%n value sealed anew</numerusform>
            <numerusform>%n values sealed anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the added may be there already, by a similar name and the same phone. Lines: %1</source>
        <translation>
            <numerusform>%n of the added may be there already, by a similar name and the same phone. Line: %1</numerusform>
            <numerusform>%n of the added may be there already, by a similar name and the same phone. Lines: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) went out before and can&apos;t be held back.</source>
        <translation>
            <numerusform>%n message went out before and can&apos;t be held back.</numerusform>
            <numerusform>%n messages went out before and can&apos;t be held back.</numerusform>
        </translation>
    </message>
</context>
</TS>
