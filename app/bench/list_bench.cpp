#include "app/bench/list_bench.h"

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

/// The product's list of all receipts, asked on this thread: a jump's time is the database's and the
/// window's.
class AllReceipts final : public RowSource {
public:
    AllReceipts(Database& db, LongList<ReceiptRow>& list, const Actor& by)
        : m_db(db)
        , m_list(list)
        , m_by(by)
    {
    }

    void fetch(qint64 first, int count, Ready ready) override { ready(page(first, count)); }

    std::vector<TableRow> page(qint64 first, int count)
    {
        std::vector<TableRow> rows;
        (void)m_db.read([&](Tx& tx) -> Result<> {
            SANAD_TRY_VALUE(receipts, m_list.rows(tx, first, count, m_by));
            for (const ReceiptRow& receipt : receipts)
                rows.push_back({receipt.id.raw(),
                    {receipt.number, receipt.clerk, receipt.service, receipt.total.text()}, Tone::Plain});
            return {};
        });
        return rows;
    }

private:
    Database& m_db;
    LongList<ReceiptRow>& m_list;
    const Actor& m_by;
};

void countOn(Database& db, ListIndex& list, const Actor& by)
{
    (void)db.read([&](Tx& tx) { return list.countOn(tx, by); });
}

} // namespace

void benchList(Report& report, Database& db, const QString& file, const Actor& by)
{
    QImage screen(1200, 700, QImage::Format_RGB32);
    const double before = usedMegabytes();
    std::unique_ptr<DataTable> table;
    std::unique_ptr<LongList<ReceiptRow>> list;
    std::vector<double> opened, longestStep;
    for (int round = 0; round < 9; ++round) {
        table = std::make_unique<DataTable>();
        table->resize(screen.size());
        table->setColumns({{u"No."_s, ColumnKind::Code, 120}, {u"Clerk"_s}, {u"Service"_s},
            {u"Amount"_s, ColumnKind::Amount, 120}});
        list = std::make_unique<LongList<ReceiptRow>>(receiptList({}));
        opened.push_back(wallMs([&] {
            countOn(db, *list, by);
            auto source = std::make_unique<AllReceipts>(db, *list, by);
            auto known = source->page(0, 2 * KeysetModel::kPageRows);
            table->rows().setSource(std::move(source), list->size(), 0, std::move(known));
            table->render(&screen);
        }));
        double longest = 0;
        while (!list->complete())
            longest = std::max(longest, wallMs([&] {
                countOn(db, *list, by);
                table->rows().grow(list->size());
                table->render(&screen);
            }));
        longestStep.push_back(longest);
    }
    const qint64 rows = list->size();
    const QString size = u"%1 rows"_s.arg(rows);
    report.add({u"G6"_s, u"a long list's first paint"_s, median(std::move(opened)), {}, u"ms"_s, 10, size});
    report.add({u"G6"_s, u"counting it, the longest step"_s, median(std::move(longestStep)), {}, u"ms"_s, {},
        u"the window paints in between"_s});

    std::mt19937 random(3);
    std::vector<double> jumps;
    std::int64_t mostRead = 0;
    for (int i = 0; i < kJumps; ++i) {
        const int row = static_cast<int>(random() % static_cast<unsigned>(rows));
        const std::int64_t readBefore = list->rowsRead();
        jumps.push_back(wallMs([&] {
            table->scrollTo(table->rows().index(row, 0), QAbstractItemView::PositionAtTop);
            table->render(&screen);
        }));
        mostRead = std::max(mostRead, list->rowsRead() - readBefore);
    }
    report.add({u"G6"_s, u"a jump in it, p99"_s, percentile(std::move(jumps), 0.99), {}, u"ms"_s, 12, size});
    report.add({u"G6"_s, u"rows that a jump reads, at most"_s, static_cast<double>(mostRead), {}, u"rows"_s,
        {}, u"two pages and their anchors"_s});
    const double ours = usedMegabytes() - before;
    table.reset();
    list.reset();

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
