#include "app/bench/import_bench.h"

#include "core/crypto/hash.h"
#include "core/customers/customer_import.h"
#include "core/customers/customer_index.h"
#include "core/customers/customer_repository.h"
#include "core/customers/synthetic_customers.h"

#include <QBuffer>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kCustomers = 25'000;
constexpr int kRounds = 3;

std::vector<Customer> crowd(int count)
{
    SyntheticCustomers people(9);
    std::vector<Customer> list;
    while (static_cast<int>(list.size()) < count)
        list.push_back(people.next());
    return list;
}

/// The file that brings these customers in.
QByteArray csvOf(const std::vector<Customer>& customers)
{
    QByteArray csv(
        "kind,name_ar,name_en,civil_number,civil_expiry,passport_number,passport_country,passport_expiry,"
        "cr_number,cr_expiry,phone,birth_date,sex,nationality,wilayat,language\n");
    const auto date = [](const QDate& day) { return day.isValid() ? day.toString(Qt::ISODate) : QString(); };
    for (const Customer& customer : customers) {
        QStringList fields{customerKindKey(customer.kind), customer.nameAr, customer.nameEn};
        for (const auto* kind : {"civil_number", "passport_number", "cr_number"}) {
            const auto own = std::find_if(customer.identifiers.begin(), customer.identifiers.end(),
                [&](const auto& entry) { return entry.kind == QLatin1StringView(kind); });
            const bool has = own != customer.identifiers.end();
            fields << (has ? own->value : QString());
            if (*kind == 'p') fields << (has ? own->country : QString());
            fields << (has ? date(own->expiry) : QString());
        }
        fields << customer.phone << date(customer.birthDate) << customer.sex << customer.nationality
               << customer.wilayat << customer.language;
        csv += fields.join(u',').toUtf8() + '\n';
    }
    return csv;
}

double inserted(BenchCentre& centre, std::vector<Customer> customers)
{
    return cpuMs([&] {
        (void)must(centre.db->write([&](Tx& tx) -> Result<> {
            CustomerRepository repository(tx);
            CustomerIndex index(tx);
            index.setBulk(true);
            for (Customer& customer : customers) {
                customer.id = CustomerId::create();
                repository.insert(customer);
            }
            index.setBulk(false);
            index.optimise();
            return {};
        }));
    });
}

/// The rows of one table, as the C API reads them.
struct Table {
    std::vector<std::vector<sqlite3_value*>> rows;

    Table(sqlite3* from, const char* sql)
    {
        sqlite3_stmt* read = nullptr;
        sqlite3_prepare_v2(from, sql, -1, &read, nullptr);
        while (sqlite3_step(read) == SQLITE_ROW) {
            auto& row = rows.emplace_back();
            for (int i = 0; i < sqlite3_column_count(read); ++i)
                row.push_back(sqlite3_value_dup(sqlite3_column_value(read, i)));
        }
        sqlite3_finalize(read);
    }
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    ~Table()
    {
        for (auto& row : rows)
            for (auto* value : row)
                sqlite3_value_free(value);
    }
};

void execute(sqlite3* connection, const char* sql)
{
    if (sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("bench: %s: %s", sql, sqlite3_errmsg(connection));
}

void write(sqlite3* to, const char* sql, const Table& table)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(to, sql, -1, &statement, nullptr);
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            sqlite3_bind_value(statement, static_cast<int>(i) + 1, row[i]);
        if (sqlite3_step(statement) != SQLITE_DONE) qFatal("bench: %s: %s", sql, sqlite3_errmsg(to));
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
}

/// The rows that `filled` holds, written to `empty` by prepared statements of the C API in one commit, with
/// the encryption and the blind indexes that they show and one digest for each customer.
double floorOf(const QString& filled, const QString& empty)
{
    sqlite3* from = nullptr;
    sqlite3* to = nullptr;
    sqlite3_open(filled.toUtf8().constData(), &from);
    sqlite3_open(empty.toUtf8().constData(), &to);
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
             "PRAGMA recursive_triggers=ON", "PRAGMA wal_autocheckpoint=4000", "PRAGMA cache_size=-16384",
             "PRAGMA temp_store=MEMORY", "PRAGMA secure_delete=ON",
             "INSERT INTO customer_search (customer_search, rank) VALUES ('hashsize', 67108864)",
             "INSERT INTO customer_search (customer_search, rank) VALUES ('automerge', 0)"})
        execute(to, pragma);
    double spent = 0;
    {
        const Table customers(from, "SELECT * FROM customer ORDER BY id");
        const Table numbers(from, "SELECT * FROM customer_number ORDER BY id");
        const Table words(from, "SELECT id, search_text FROM customer ORDER BY id");
        const Table secrets(from, "SELECT length(person_sealed) FROM customer");
        const Table tails(from, "SELECT length(tail_index) FROM customer_number");
        // What the digest of each in the audit line covers.
        const Table vouched(from,
            "SELECT length(CAST(name_ar AS BLOB)) + length(CAST(name_en AS BLOB)) + length(person_sealed) + "
            "COALESCE((SELECT sum(length(exact_index) + COALESCE(length(tail_index), 0)) FROM "
            "customer_number n "
            "WHERE n.customer_id = c.id), 0) FROM customer c");
        const auto places = [](const char* table, std::size_t columns) {
            QByteArray sql = QByteArray("INSERT INTO ") + table + " VALUES (" +
                QByteArray("?,").repeated(static_cast<qsizetype>(columns));
            sql.back() = ')';
            return sql;
        };
        const Vault vault = Vault::create();
        qsizetype sink = 0;
        spent = cpuMs([&] {
            execute(to, "BEGIN IMMEDIATE");
            for (const auto& row : secrets.rows)
                sink += vault
                            .seal(u"customer", u"person", 1,
                                QByteArray(std::max(0, sqlite3_value_int(row[0]) - 40), 'x'))
                            .size();
            for (const auto& row : vouched.rows)
                sink += sha256(QByteArray(sqlite3_value_int(row[0]), 'x')).size();
            for (const auto& row : tails.rows) {
                const int blind = 1 + (sqlite3_value_int(row[0]) > 0 ? 3 : 0);
                for (int i = 0; i < blind; ++i)
                    sink += vault.blindIndex(u"customer.number", u"12345678").size();
            }
            write(to, places("customer", customers.rows.front().size()).constData(), customers);
            write(to, places("customer_number", numbers.rows.front().size()).constData(), numbers);
            write(to, "INSERT INTO customer_search (rowid, words) VALUES (?, ?)", words);
            execute(to, "INSERT INTO customer_search (customer_search) VALUES ('optimize')");
            execute(to, "COMMIT");
        });
        if (sink == 0) qFatal("bench: nothing sealed");
    }
    sqlite3_close(from);
    sqlite3_close(to);
    return spent;
}

} // namespace

QByteArray customersCsv(int count)
{
    return csvOf(crowd(count));
}

void importCsv(BenchCentre& centre, const QByteArray& csv)
{
    QBuffer file;
    file.setData(csv);
    file.open(QIODevice::ReadOnly);
    const auto refuse = [](const auto& bad) {
        for (const auto& row : bad)
            qFatal("bench: row %lld: %s", row.line, qUtf8Printable(row.reason.key));
        return Result<>();
    };
    const auto report =
        must(CustomerImport(*centre.db).run(file, ImportFormat::Csv, {}, refuse, centre.owner));
    if (report.rejected > 0) qFatal("bench: rejected rows");
}

/// G8: customers brought in by a file with every check, and inserted without, beside the C API writing the
/// same rows.
void benchImport(Report& report, double scale)
{
    const int count = std::max(1'000, static_cast<int>(kCustomers * scale));
    const auto customers = crowd(count);
    const QByteArray csv = csvOf(customers);
    std::vector<double> checked, bare, floor;
    for (int round = 0; round < kRounds; ++round) {
        const auto name = [&](const char* what) {
            return u"import-%1-%2"_s.arg(QLatin1StringView(what)).arg(round);
        };
        BenchCentre file(name("file")), rows(name("rows")), empty(name("floor"));
        checked.push_back(cpuMs([&] { importCsv(file, csv); }));
        bare.push_back(inserted(rows, customers));
        const QString to = empty.file();
        empty.db.reset();
        floor.push_back(floorOf(rows.file(), to));
    }
    const QString note =
        u"%1 customers; %2 a second by file"_s.arg(count).arg(count * 1000.0 / median(checked), 0, 'f', 0);
    report.add({u"G8"_s, u"customers inserted without checks, CPU"_s, median(bare), median(floor), u"ms"_s,
        1 / 0.6, note});
    report.add({u"G8"_s, u"customers imported with every check, CPU"_s, median(checked), median(floor),
        u"ms"_s, 3, note});
}

} // namespace sanad::bench
