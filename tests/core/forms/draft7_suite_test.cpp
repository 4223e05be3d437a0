// The public JSON Schema test suite (package json-schema-test-suite), every draft-07 file of it: each case is
// answered rightly, or its schema is refused and stands in docs/forms.md.

#include "core/forms/form_schema.h"
#include "core/forms/json_text.h"
#include "tests/support/test_support.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

const auto kSuite = u"/usr/share/json-schema-test-suite/tests/draft7"_s;

/// The raw text of each member (or element, with no name) of an object or array. The suite is well-formed;
/// the product's own parser would refuse a whole file for one number that it cannot keep.
std::vector<std::pair<QByteArray, QByteArray>> parts(const QByteArray& text)
{
    std::vector<std::pair<QByteArray, QByteArray>> found;
    const QByteArray inside = text.trimmed().sliced(1).chopped(1);
    int depth = 0;
    bool quoted = false;
    qsizetype start = 0;
    qsizetype colon = -1;
    for (qsizetype i = 0; i <= inside.size(); ++i) {
        const char c = i < inside.size() ? inside[i] : ',';
        if (quoted) {
            if (c == '\\') ++i;
            if (c == '"') quoted = false;
            continue;
        }
        if (c == '"') quoted = true;
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        if (depth == 0 && c == ':' && colon < 0) colon = i;
        if (depth > 0 || c != ',') continue;
        const auto from = colon < 0 ? start : colon + 1;
        const QByteArray name = colon < 0 ? QByteArray() : inside.sliced(start, colon - start).trimmed();
        const QByteArray value = inside.sliced(from, i - from).trimmed();
        if (!value.isEmpty()) found.emplace_back(name, value);
        start = i + 1;
        colon = -1;
    }
    return found;
}

QByteArray part(const QByteArray& text, const QByteArray& name)
{
    for (const auto& [key, value] : parts(text))
        if (key == '"' + name + '"') return value;
    return {};
}

/// The groups that docs/forms.md says are refused: "`file` · group · reason" rows of its table.
QStringList documentedRefusals()
{
    QFile page(qEnvironmentVariable("SANAD_SOURCE") + u"/docs/forms.md"_s);
    REQUIRE(page.open(QIODevice::ReadOnly));
    QStringList rows;
    for (const QString& line : QString::fromUtf8(page.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'|');
        if (cells.size() >= 5 && cells[1].contains(u".json`"_s))
            rows += cells[1].trimmed().remove(u'`') + u" / "_s + cells[2].trimmed();
    }
    return rows;
}

} // namespace

TEST_CASE("Every case of the public draft-07 suite is answered rightly or refused", "[forms]")
{
    QDirIterator files(kSuite, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    int right = 0;
    int wrong = 0;
    QStringList refused;
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QString name = QDir(kSuite).relativeFilePath(file.fileName());
        // These assert what draft-07 leaves to the reader; here `format` and contents are annotations.
        if (name.startsWith(u"optional/format/"_s) || name == u"optional/content.json"_s ||
            name == u"optional/ecmascript-regex.json"_s)
            continue;
        for (const auto& [none, group] : parts(file.readAll())) {
            const QString title =
                name + u" / "_s + QString::fromUtf8(part(group, "description")).remove(u'"');
            const auto text = parseJson(part(group, "schema"));
            const auto schema = text ? FormSchema::compile(*text) : Result<FormSchema>(text.error());
            if (!schema) {
                refused += title;
                continue;
            }
            for (const auto& [unnamed, test] : parts(part(group, "tests"))) {
                const auto data = parseJson(part(test, "data"));
                if (!data) {
                    CHECK(data.error().key == u"json.number"_s);
                    if (!refused.contains(title)) refused += title;
                    continue;
                }
                const bool valid = schema->check(*data).empty();
                const bool expected = part(test, "valid") == "true";
                (valid == expected ? right : wrong)++;
                INFO(title.toStdString() << ": " << part(test, "description").toStdString());
                CHECK(valid == expected);
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(right > 400);
    for (const QString& each : documentedRefusals()) {
        INFO("documented: " << each.toStdString());
        CHECK(refused.removeOne(each));
    }
    INFO("not in docs/forms.md: " << refused.join(u"\n"_s).toStdString());
    CHECK(refused.isEmpty());
}
