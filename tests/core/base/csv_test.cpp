#include "core/base/csv.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;

TEST_CASE("A text that a spreadsheet would take for a formula is a text in every CSV", "[base]")
{
    for (const QString& formula : {u"=1+1"_s, u"+968"_s, u"-1"_s, u"@SUM(A1)"_s, u"＝1+1"_s, u"＠SUM(A1)"_s})
        CHECK(csvField(formula) == (u'\'' + formula).toUtf8());
    CHECK(csvField(u"\t=1"_s) == "\"'\t=1\"");
    CHECK(csvField(u"\r=1"_s) == "\"'\r=1\"");
    CHECK(csvField(u"=HYPERLINK(\"http://x\",\"y\")"_s) == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    CHECK(csvField(u"سالم = 1"_s) == "سالم = 1");
    CHECK(csvField({}).isEmpty());
}

TEST_CASE("No field of a line that came from outside begins as a formula, wherever its quotation marks stand",
    "[base]")
{
    const auto marked = [](const char* line) { return withFormulasMarked(line, ','); };
    CHECK(marked("a\"b,=1+1") == "a\"b,'=1+1");
    CHECK(marked("\"=1\",＋968,\"－1\",＠x") == "\"'=1\",'＋968,\"'－1\",'＠x");
    CHECK(marked("\"a,=b\"\",=c\",=d") == "\"a,=b\"\",=c\",'=d");
    CHECK(marked("\"a,=b") == "\"a,'=b");
    CHECK(marked("\"\"=1") == "\"\"'=1");
    CHECK(marked("سالم = 1,a=b,\"\",") == "سالم = 1,a=b,\"\",");
    for (const char* line : {"=1,\"=2\"", "\"a,=b", "a\"b,@c"})
        CHECK(withFormulasMarked(marked(line), ',') == marked(line));
    CHECK(withFormulasMarked("\t=1\t", '\t') == "\t'=1\t");
}
