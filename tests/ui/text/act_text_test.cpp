#include "ui/text/act_text.h"

#include "tests/support/test_support.h"

using namespace sanad;
using namespace Qt::StringLiterals;

TEST_CASE("An act is called by its name in either language, and by its key where it has none", "[text]")
{
    CHECK(actText(u"receipt.issued"_s, Language::English) == u"Receipt issued"_s);
    CHECK(actText(u"receipt.issued"_s, Language::Arabic) == u"إصدار إيصال"_s);
    CHECK(actText(u"test.marked"_s, Language::Arabic) == u"test.marked"_s);
    CHECK(namedActs().contains(u"receipt.issued"_s));
}

TEST_CASE(
    "Acts are found by name, by words of it in either language, or by the beginning of their key", "[text]")
{
    for (const auto& typed : {u"Receipt issued"_s, u" receipt  ISSUED "_s, u"إصدار إيصال"_s,
             u"receipt.issued"_s, u"receipt.i"_s, u"اصدار ايصال"_s, u"issu rec"_s}) {
        INFO(typed.toStdString());
        CHECK(actsMeant(typed) == QStringList{u"receipt.issued"_s});
    }
    // A name is one act, though the words of another begin so.
    CHECK(actsMeant(u"Ticket called"_s) == QStringList{u"ticket.called"_s});
    CHECK(actsMeant(u"ticket call"_s) == QStringList{u"ticket.called"_s, u"ticket.recalled"_s});
    const QStringList receipts = actsMeant(u"receipt"_s);
    CHECK(receipts.contains(u"receipt.reprinted"_s));
    CHECK_FALSE(receipts.contains(u"ticket.issued"_s));
    // A dot says that a key is meant: no name has one.
    for (const QString& act : actsMeant(u"staff."_s))
        CHECK(act.startsWith(u"staff."_s));
    for (const auto& typed : {u""_s, u"  "_s, u"."_s, u"!"_s, u"test.marked"_s, u"xyzzy"_s})
        CHECK(actsMeant(typed).isEmpty());
}
