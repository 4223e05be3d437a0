#include "app/bench/list_bench.h"

#include "core/receipts/day_figures.h"
#include "core/receipts/receipt_repository.h"
#include "ui/widgets/data_table.h"

#include <QCoreApplication>
#include <QImage>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlTableModel>

#include <malloc.h>
#include <random>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kJumps = 300;
/// QSqlTableModel holds all rows up to the one looked at; so many are enough to see what a row costs it.
constexpr int kFloorRows = 100'000;

double usedMegabytes()
{
    const auto used = mallinfo2();
    return static_cast<double>(used.uordblks + used.hblkhd) / 1e6;
}

/// All receipts, newest day first: the roll-up tells which day a row is in, one keyset read gets it.
class ReceiptsByDay final : public RowSource {
public:
    explicit ReceiptsByDay(Database& db)
        : m_db(db)
    {
        (void)m_db.read([&](Tx& tx) -> Result<> {
            const auto days = DayFigures(tx).days(QDate(2000, 1, 1), QDate(2100, 1, 1));
            for (auto day = days.rbegin(); day != days.rend(); ++day) {
                m_days.push_back({m_rows, day->first});
                m_rows += day->second.receipts;
            }
            return {};
        });
    }
    qint64 rows() const { return m_rows; }

    void fetch(qint64 first, int count, Ready ready) override
    {
        std::vector<TableRow> rows;
        (void)m_db.read([&](Tx& tx) -> Result<> {
            auto day = std::upper_bound(m_days.begin(), m_days.end(), first,
                [](qint64 row, const Day& other) { return row < other.first; });
            if (day != m_days.begin()) --day;
            for (; day != m_days.end() && static_cast<int>(rows.size()) < count; ++day) {
                const auto skip = static_cast<std::size_t>(std::max<qint64>(0, first - day->first));
                const int wanted = count - static_cast<int>(rows.size());
                const auto list =
                    ReceiptRepository(tx).list({day->date, {}, {}, {}, {}, static_cast<int>(skip) + wanted});
                for (std::size_t i = skip; i < list.size(); ++i)
                    rows.push_back({list[i].id.raw(),
                        {list[i].number, list[i].clerk, list[i].service, list[i].total.text()}, Tone::Plain});
            }
            return {};
        });
        ready(std::move(rows));
    }

private:
    struct Day {
        qint64 first;
        QDate date;
    };
    Database& m_db;
    std::vector<Day> m_days;
    qint64 m_rows = 0;
};

} // namespace

void benchList(Report& report, Database& db, const QString& file, const Actor&)
{
    QImage screen(1200, 700, QImage::Format_RGB32);
    const double before = usedMegabytes();
    std::unique_ptr<DataTable> table;
    qint64 rows = 0;
    std::vector<double> opened;
    for (int round = 0; round < 9; ++round) {
        table = std::make_unique<DataTable>();
        table->resize(screen.size());
        table->setColumns({{u"No."_s, ColumnKind::Code, 120}, {u"Clerk"_s}, {u"Service"_s},
            {u"Amount"_s, ColumnKind::Amount, 120}});
        opened.push_back(wallMs([&] {
            auto source = std::make_unique<ReceiptsByDay>(db);
            rows = source->rows();
            table->rows().setSource(std::move(source), rows);
            table->render(&screen);
        }));
    }
    const QString size = u"%1 rows"_s.arg(rows);
    report.add({u"G6"_s, u"a long list's first paint"_s, median(std::move(opened)), {}, u"ms"_s, 10, size});

    std::mt19937 random(3);
    std::vector<double> jumps;
    for (int i = 0; i < kJumps; ++i) {
        const int row = static_cast<int>(random() % static_cast<unsigned>(rows));
        jumps.push_back(wallMs([&] {
            table->scrollTo(table->rows().index(row, 0), QAbstractItemView::PositionAtTop);
            table->render(&screen);
        }));
    }
    report.add({u"G6"_s, u"a jump in it, p99"_s, percentile(std::move(jumps), 0.99), {}, u"ms"_s, 12, size});
    const double ours = usedMegabytes() - before;
    table.reset();

    double floor = 0;
    {
        auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"floor"_s);
        connection.setDatabaseName(file);
        if (!connection.open()) qFatal("bench: floor");
        const double start = usedMegabytes();
        QSqlTableModel model(nullptr, connection);
        model.setTable(u"receipt"_s);
        model.select();
        while (model.rowCount() < kFloorRows && model.canFetchMore())
            model.fetchMore();
        for (int row = 0; row < model.rowCount(); ++row)
            (void)model.index(row, 0).data();
        floor = (usedMegabytes() - start) * static_cast<double>(rows) / model.rowCount();
    }
    QSqlDatabase::removeDatabase(u"floor"_s);
    report.add({u"G6"_s, u"memory of the list, beside QSqlTableModel's"_s, ours, floor, u"MB"_s, 0.05,
        u"the model's from %1 rows"_s.arg(kFloorRows)});
}

} // namespace sanad::bench
