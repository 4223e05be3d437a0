#include "core/base/csv.h"
#include "tests/support/test_support.h"

#include <QBuffer>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

/// Each row as `line: field|field`, or `line: problem raw`.
std::vector<QByteArray> rowsOf(QByteArray text)
{
    QBuffer in(&text);
    in.open(QIODevice::ReadOnly);
    CsvReader reader(in);
    std::vector<QByteArray> rows;
    for (CsvRecord record; reader.next(record);) {
        QByteArray row = QByteArray::number(record.line) + ": ";
        for (std::size_t i = 0; i < record.fields.size(); ++i)
            row += (i > 0 ? "|" : "") + record.fields[i];
        if (!record.problem.isEmpty()) row += record.problem.toLatin1() + ' ' + record.raw;
        rows.push_back(row);
    }
    return rows;
}

} // namespace

TEST_CASE("A quoted field goes on over line ends, and the rows behind it keep their lines", "[base]")
{
    CHECK(rowsOf("a,b,c\r\n1,\"x, y\r\n\r\n\"\"z\"\"\",3\r\n\r\n4,5,6\r\n") ==
        std::vector<QByteArray>{"1: a|b|c", "2: 1|x, y  \"z\"|3", "6: 4|5|6"});
}

TEST_CASE("A stray quotation mark spoils its own line and no other", "[base]")
{
    CHECK(rowsOf("a,b\n\"1,2\n3,4\n5,6\n") ==
        std::vector<QByteArray>{"1: a|b", "2: csv.quote \"1,2", "3: 3|4", "4: 5|6"});
    // A second one closes it, but the two lines are no row of this file.
    CHECK(rowsOf("a,b\n\"1,2\n3,4\"\n5,6\n") ==
        std::vector<QByteArray>{"1: a|b", "2: csv.quote \"1,2", "3: 3|4\"", "4: 5|6"});
    // The end that would fit is too far, or too many bytes away.
    const QByteArray lines = QByteArray("x\n").repeated(CsvReader::kMaxLines);
    CHECK(rowsOf("a,b\n1,\"2\n" + lines + "\"\n5,6\n").back() == "12: 5|6");
    CHECK(rowsOf("a,b\n1,\"2\n" + lines + "\"\n5,6\n")[1] == "2: csv.quote 1,\"2");
    const QByteArray wide(CsvReader::kMaxLine - 4, 'x');
    CHECK(rowsOf("a,b\n1,\"2\n" + wide + "\"\n5,6\n")[1] == "2: csv.quote 1,\"2");
    // The names of the columns stand on one line.
    CHECK(rowsOf("a,\"b\nc\",d\n1,2\n")[0] == "1: csv.quote a,\"b");
}

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
