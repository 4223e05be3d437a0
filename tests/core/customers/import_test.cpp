#include "core/base/csv.h"
#include "core/customers/customer_check.h"
#include "core/customers/customer_import.h"
#include "core/customers/customer_repository.h"
#include "core/customers/customer_service.h"
#include "core/customers/synthetic_customers.h"
#include "core/forms/rejects.h"
#include "tests/support/test_support.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using test::must;
using test::refusal;

namespace {

struct Imported {
    ImportReport report;
    QStringList reasons;
    QByteArray rejects;
};

Imported import(Database& db, const QByteArray& text, bool again = false)
{
    QTemporaryDir folder;
    QFile in(folder.filePath(u"in"_s));
    REQUIRE(in.open(QIODevice::WriteOnly));
    in.write(text);
    in.close();
    ImportOptions options;
    options.rejectsPath = folder.filePath(u"rejects"_s);
    Imported imported;
    options.sentence = [&](const Error& error) {
        imported.reasons << error.key;
        return u"because"_s;
    };
    imported.report = must(CustomerImport(db).runFile(in.fileName(), options, test::anyone()));
    QFile rejects(options.rejectsPath);
    if (rejects.open(QIODevice::ReadOnly)) imported.rejects = rejects.readAll();
    if (again) {
        const auto second = must(CustomerImport(db).runFile(in.fileName(), {}, test::anyone()));
        CHECK(second.added == 0);
        CHECK(second.same == imported.report.added + imported.report.same);
        CHECK(second.rejected == imported.report.rejected);
    }
    return imported;
}

const CustomerImport::Rejected noRejects = [](const auto&) { return Result<>(); };

std::unique_ptr<QBuffer> opened(const QByteArray& text)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(text);
    REQUIRE(buffer->open(QIODevice::ReadOnly));
    return buffer;
}

std::int64_t customerCount(Database& db)
{
    return must(db.read([](Tx& tx) -> Result<std::int64_t> { return CustomerRepository(tx).count(); }));
}

} // namespace

TEST_CASE("An import names the lines of likely duplicates and takes them in", "[import]")
{
    const auto db = test::migratedDatabase();
    must(CustomerImport(*db).run(
        *opened("name_ar,civil_number,phone\nسالم بن حمد الحارثي,12345678,92123456\n"), ImportFormat::Csv, {},
        noRejects, test::anyone()));
    const auto before = must(CustomerService(*db).find(u"12345678"_s, 1, test::anyone())).front().id;
    const QByteArray text = "name_ar,civil_number,phone\n"
                            "سالم حمد الحارثي,22345678,92123456\n" // another number, the same phone
                            "مريم بنت علي البلوشية,32345678,92123456\n" // a family's phone
                            "سالم بن حمد الحارثي,42345678,93123456\n" // a namesake
                            "سالم بن حمد الحارثي,12345678,92123456\n" // the very same
                            "مريم علي البلوشية,52345678,92123456\n"; // like a line of this file
    const auto imported = import(*db, text, true);
    CHECK(imported.report.added == 4);
    CHECK(imported.report.same == 1);
    CHECK(imported.report.likely == 2);
    REQUIRE(imported.report.likelyDuplicates.size() == 2);
    CHECK(imported.report.likelyDuplicates[0] == LikelyDuplicate{2, before});
    CHECK(imported.report.likelyDuplicates[1].line == 6);
}

TEST_CASE("Good rows go in, bad rows come out with their reason, and a second time adds nothing", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto imported = import(*db,
        "\xEF\xBB\xBFname_ar;civil_number;phone;birth_date;nationality\r\n"
        "سالم بن حمد الحارثي;12345678;92123456;01/02/1990;OMN\r\n"
        "\"مريم \"\"أم علي\"\"\";١٢٣٤٥٦٧٩;;1985-03-01;\r\n"
        "\r\n"
        ";22222222;;;\r\n"
        "سعيد;12A45678;;;\r\n"
        "فلان الفلاني;12345678;;;\r\n"
        "سعيد;33333333;;31/02/1990;\r\n"
        "\"سعيد;44444444;;;\r\n"
        "سعيد;55555555;;;;;\r\n"
        "\xFF;66666666;;;\r\n"
        "خالد بن سعيد;77777777;93123456;;\r\n"
        "سالم بن حمد الحارثى;12345678;;;\r\n",
        true);
    CHECK(imported.report.added == 3);
    CHECK(imported.report.same == 1);
    CHECK(imported.report.rejected == 7);
    CHECK(imported.reasons ==
        QStringList{u"customer.no-name"_s, u"customer.unusual"_s, u"customer.same-identifier"_s,
            u"import.date"_s, u"csv.quote"_s, u"import.too-many-fields"_s, u"text.invalid-utf8"_s});
    CHECK(imported.rejects.startsWith(
        "rejected_line;rejected_key;rejected_column;rejected_reason;name_ar;civil_number"));
    CHECK(imported.rejects.contains("\n5;customer.no-name;name_ar;because;;22222222;;;\n"));
    for (const char* row :
        {"\n6;customer.unusual;civil_number;because;", "\n7;customer.same-identifier;civil_number;because;",
            "\n8;import.date;birth_date;because;", "\n9;csv.quote;;because;"}) {
        INFO(row);
        CHECK(imported.rejects.contains(row));
    }
    CHECK(customerCount(*db) == 3);
}

TEST_CASE(
    "An import that is stopped keeps the rows it has looked at, and the same file adds the rest", "[import]")
{
    const auto db = test::migratedDatabase();
    QByteArray text = "name_ar,civil_number\n";
    for (int i = 0; i < 6; ++i)
        text += (i % 2 == 1 ? QByteArray() : QByteArray("سالم بن حمد الحارثي")) + ',' +
            QByteArray::number(12345678 + i) + '\n';
    ImportOptions options;
    int asked = 0;
    options.stopped = [&] { return ++asked > 3; };
    std::vector<qint64> rejectedLines, rowsTold;
    options.progress = [&](const ImportProgress& at) { rowsTold.push_back(at.rows); };
    const auto keep = [&](const auto& bad) {
        for (const auto& row : bad)
            rejectedLines.push_back(row.line);
        return Result<>();
    };
    const auto part =
        must(CustomerImport(*db).run(*opened(text), ImportFormat::Csv, options, keep, test::anyone()));
    CHECK(part.interrupted);
    CHECK(part.added == 2);
    CHECK(part.rejected == 1);
    CHECK(rejectedLines == std::vector<qint64>{3});
    CHECK(rowsTold == std::vector<qint64>{3});
    CHECK(customerCount(*db) == 2);

    options.stopped = nullptr;
    const auto rest =
        must(CustomerImport(*db).run(*opened(text), ImportFormat::Csv, options, keep, test::anyone()));
    CHECK_FALSE(rest.interrupted);
    CHECK(rest.same == 2);
    CHECK(rest.added == 1);
    CHECK(rest.rejected == 3);
}

TEST_CASE("An import that is stopped before its first row changes nothing", "[import]")
{
    const auto db = test::migratedDatabase();
    ImportOptions options;
    options.stopped = [] { return true; };
    const auto report = must(CustomerImport(*db).run(
        *opened("name_ar\nسالم بن حمد الحارثي\n"), ImportFormat::Csv, options, noRejects, test::anyone()));
    CHECK(report.interrupted);
    CHECK(report.added == 0);
    CHECK(customerCount(*db) == 0);
}

TEST_CASE("An import that is stopped behind its last row was not interrupted", "[import]")
{
    const auto db = test::migratedDatabase();
    ImportOptions options;
    bool last = false;
    options.progress = [&](const ImportProgress& at) { last = at.bytes == at.wholeBytes; };
    options.stopped = [&] { return last; };
    const auto report = must(CustomerImport(*db).run(
        *opened("name_ar\nسالم بن حمد الحارثي\n"), ImportFormat::Csv, options, noRejects, test::anyone()));
    CHECK_FALSE(report.interrupted);
    CHECK(report.added == 1);
    CHECK(last);
}

TEST_CASE("The column that a reason is about is named", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto rejects = import(*db,
        "name_ar,civil_number,phone,nationality,wilayat,kind\n"
        "سعيد بن سالم,12345678,,OMAN,,\n"
        "سعيد بن سالم,12345679,,,OM-XX-Y,\n"
        "سعيد بن سالم,12345680,abc,,,\n"
        "سعيد بن سالم,12345681,,,,robot\n")
                             .rejects;
    CHECK(rejects.contains(",nationality,because,"));
    CHECK(rejects.contains(",wilayat,because,"));
    CHECK(rejects.contains(",phone,because,"));
    CHECK(rejects.contains(",kind,because,"));
}

TEST_CASE(
    "A row with one name twice is kept as it was written, and refused again until it is mended", "[import]")
{
    const auto db = test::migratedDatabase();
    const QByteArray twice = "{\"name_ar\":\"يوسف\",\"civil_number\":\"77001122\",\"name_ar\":\"سالم\"}\n";
    const auto rejects = import(*db, twice).rejects;
    CHECK(rejects.contains("يوسف"));
    const auto again = import(*db, rejects, true);
    CHECK(again.report.added == 0);
    CHECK(again.rejects.contains("يوسف"));
}

TEST_CASE("A row of JSON that is no text keeps its bytes in the file of rejects", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto rejects = import(*db, "{\"name_ar\":\"\xFF\",\"phone\":\"92345678\"}\n").rejects;
    CHECK(unrejectedJson(rejects) == "{\"name_ar\":\"\xFF\",\"phone\":\"92345678\"}");
    const auto again = import(*db, rejects, true);
    CHECK(again.reasons == QStringList{u"json.utf8"_s});
    CHECK(again.rejects == rejects);
}

TEST_CASE("Empty fields of a tab-separated file stay empty in its rejects", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto rejects = import(*db, "name_ar\tcivil_number\tphone\n\t\t\n").rejects;
    CHECK_FALSE(rejects.contains('\''));
    CHECK(import(*db, rejects, true).rejects == rejects);
}

TEST_CASE("A row that was cut off is refused with its reason", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto imported = import(*db, "name_ar,civil_number,phone\nسالم بن حمد,12345678,92123456\nناصر بن");
    CHECK(imported.report.added == 1);
    CHECK(imported.reasons == QStringList{u"import.too-few-fields"_s});
    CHECK(customerCount(*db) == 1);
}

TEST_CASE(
    "Formulas in a file of rejects are neutralised, and read as they were when it comes back", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto rejects =
        import(*db, "name_ar,civil_number,phone\n\"=cmd|' /C calc'!A0\",1,+96892123456\n@x,-5,\n").rejects;
    CHECK(rejects.contains("\"'=cmd|' /C calc'!A0\",1,'+96892123456\n"));
    CHECK(rejects.contains(",'@x,'-5,\n"));
    CHECK(import(*db, rejects, true).rejects == rejects);
    auto mended = rejects;
    mended.replace("\"'=cmd|' /C calc'!A0\",1,", "سالم بن حمد,12345678,");
    CHECK(import(*db, mended, true).report.added == 1);
}

TEST_CASE("Formulas in a file that calls itself one of rejects are neutralised too", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto rejects = import(*db,
        "rejected_line,rejected_key,rejected_column,rejected_reason,name_ar,phone\n2,k,c,r,=cmd|x,a\"b\n")
                             .rejects;
    CHECK(rejects.contains(",'=cmd|x,a\"b\n"));
}

TEST_CASE("Rejects of a file of rejects have their columns once", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto once = import(*db, "name_ar,civil_number\n,12345678\n").rejects;
    CHECK(import(*db, once, true).rejects == once);
}

TEST_CASE("A mended file of rejects goes in as it is", "[import]")
{
    const auto db = test::migratedDatabase();
    auto rejects = import(*db, "name_ar,civil_number\n,12345678\n").rejects;
    rejects.replace("because,,", "because,سالم,");
    CHECK(import(*db, rejects, true).report.added == 1);
}

TEST_CASE("A field over several lines is one row, in the import and in its rejects", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto imported = import(*db,
        "name_ar,civil_number,address\n"
        "سالم بن حمد الحارثي,12345678,\"الخوير\nبناية 12\"\n"
        ",12345679,\"=1\nبناية 13\"\n"
        "مريم بنت علي البلوشية,12345680,\"بناية 14\n",
        true);
    CHECK(imported.report.added == 1);
    CHECK(imported.report.rejected == 2);
    CHECK(imported.reasons == QStringList{u"customer.no-name"_s, u"csv.quote"_s});
    CHECK(imported.rejects.contains("\n4,customer.no-name,name_ar,because,,12345679,\"'=1\nبناية 13\"\n"));
    QByteArray mended = imported.rejects;
    mended.replace("because,,", "because,خالد بن سعيد,").replace("بناية 14", "بناية 14\"");
    const auto second = import(*db, mended, true);
    CHECK(second.report.added == 2);
    CHECK(second.report.rejected == 0);
}

TEST_CASE("JSON lines are read strictly", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto imported = import(*db,
        "{\"name_en\":\"Rajesh "
        "Kumar\",\"civil_number\":12345678,\"nationality\":\"IND\",\"phone\":\"92123456\"}\n"
        "{\"name_ar\":\"سالم\",\"name_ar\":\"حمد\"}\n"
        "{\"name_ar\":\"سالم\",\"surname\":\"x\"}\n"
        "{\"name_ar\":[]}\n"
        "[]\n"
        "{\"name_ar\":\n"
        "{\"name_ar\":\"شركة الأفق\",\"cr_number\":\"CR1234567\"}\n"
        "{\"name_ar\":\"بلا رقم\"}\n",
        true);
    CHECK(imported.report.added == 3);
    CHECK(imported.reasons ==
        QStringList{u"json.duplicate-key"_s, u"import.unknown-column"_s, u"import.not-text"_s,
            u"import.not-an-object"_s, u"json.syntax"_s});
    CustomerService customers(*db);
    const auto found = must(customers.find(u"1234567"_s, 5, test::anyone()));
    REQUIRE(found.size() == 1);
    CHECK(found.front().kind == CustomerKind::Company);
    CHECK(must(customers.find(u"rajesh"_s, 5, test::anyone())).front().kind == CustomerKind::Resident);
}

TEST_CASE("A file that is none is refused whole", "[import]")
{
    const auto db = test::migratedDatabase();
    const auto refused = [&](const QByteArray& text) {
        QBuffer in;
        in.setData(text);
        in.open(QIODevice::ReadOnly);
        return refusal(CustomerImport(*db).run(
                           in, ImportFormat::Csv, {}, [](const auto&) { return Result<>(); }, test::anyone()))
            .key;
    };
    CHECK(refused("") == u"import.no-header"_s);
    CHECK(refused("phone,email\n") == u"import.no-header"_s);
    CHECK(refused("name_ar,surname\n") == u"import.unknown-column"_s);
    CHECK(refused("name_ar,name_ar\n") == u"import.twice-column"_s);
    CHECK(refused("\xFF\n") == u"text.invalid-utf8"_s);
    CHECK(refusal(CustomerImport(*db).runFile(u"/nowhere"_s, {}, test::anyone())).code ==
        ErrorCode::Unreachable);
    CHECK(refusal(CustomerImport(*db).runFile(u"/nowhere"_s, {}, Actor())).code == ErrorCode::Denied);
    for (const auto& endless : {u"/dev/zero"_s, QDir::tempPath()})
        CHECK(
            refusal(CustomerImport(*db).runFile(endless, {}, test::anyone())).key == u"import.not-a-file"_s);
}

TEST_CASE("A very long line spoils itself and no other", "[import]")
{
    const auto db = test::migratedDatabase();
    const QByteArray monster(300'000, 'x');
    const auto imported =
        import(*db, "name_en,phone\nSalim,92123456\n" + monster + "\nHamad,93123456\n", true);
    CHECK(imported.report.added == 2);
    CHECK(imported.reasons == QStringList{u"csv.too-long"_s});
}

TEST_CASE("Synthetic customers are the same for the same seed, clean, and never collide", "[synthetic]")
{
    SyntheticCustomers one(7), other(7);
    for (int i = 0; i < 2'000; ++i) {
        const auto customer = one.next();
        REQUIRE(customer == other.next());
        const auto clean = must(cleanedCustomer(customer, QDate(2026, 11, 22)));
        REQUIRE(clean == customer);
    }
    const auto db = test::migratedDatabase();
    must(loadSyntheticCustomers(*db, 2'000, 7, test::anyone()));
    CHECK(customerCount(*db) == 2'000);
}
