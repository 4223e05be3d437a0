#include "core/receipts/day_figures.h"

#include "core/receipts/receipt_repository.h"
#include "core/settings/centre.h"
#include "core/storage/many_rows.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

#define FIGURES "receipts, government_baisa, service_baisa, discount_baisa, vat_baisa, total_baisa"

constexpr auto kAdd = R"(
    INSERT INTO day_figure (branch_id, dimension, business_day, item, name_ar, name_en, )" FIGURES R"()
    VALUES (:branch, :dimension, :day, :item, :name_ar, :name_en, :receipts, :government, :service, :discount, :vat, :total)
    ON CONFLICT (branch_id, dimension, business_day, item) DO UPDATE SET
        receipts = day_figure.receipts + excluded.receipts,
        government_baisa = day_figure.government_baisa + excluded.government_baisa,
        service_baisa = day_figure.service_baisa + excluded.service_baisa,
        discount_baisa = day_figure.discount_baisa + excluded.discount_baisa,
        vat_baisa = day_figure.vat_baisa + excluded.vat_baisa,
        total_baisa = day_figure.total_baisa + excluded.total_baisa)";
constexpr auto kStored = "SELECT " FIGURES R"(, dimension, item FROM day_figure
    WHERE branch_id = :branch
        AND dimension IN ('day', 'service', 'clerk', 'tender', 'hour', 'agency', 'exception')
        AND business_day = :day)";
constexpr auto kNames = R"(
    SELECT dimension, item, name_ar, name_en FROM day_figure
    WHERE branch_id = :branch AND dimension IN ('service', 'agency') AND business_day = :day)";
constexpr auto kOver = R"(
    SELECT CAST(sum(receipts) AS BIGINT), CAST(sum(government_baisa) AS BIGINT), CAST(sum(service_baisa) AS BIGINT),
        CAST(sum(discount_baisa) AS BIGINT), CAST(sum(vat_baisa) AS BIGINT), CAST(sum(total_baisa) AS BIGINT), item
    FROM day_figure
    WHERE branch_id = :branch AND dimension = :dimension AND business_day BETWEEN :first AND :last
    GROUP BY item)";
constexpr auto kDays = "SELECT " FIGURES R"(, business_day FROM day_figure
    WHERE branch_id = :branch AND dimension = 'day' AND business_day BETWEEN :first AND :last)";

Figures readFigures(const Query& row)
{
    return {row.int64(0), row.money(1), row.money(2), row.money(3), row.money(4), row.money(5)};
}

const std::array<std::pair<Dimension, QString>, 7>& dimensions()
{
    static const std::array<std::pair<Dimension, QString>, 7> keys{
        {{Dimension::Day, u"day"_s}, {Dimension::Service, u"service"_s}, {Dimension::Clerk, u"clerk"_s},
            {Dimension::Tender, u"tender"_s}, {Dimension::Hour, u"hour"_s}, {Dimension::Agency, u"agency"_s},
            {Dimension::Exception, u"exception"_s}}};
    return keys;
}

Dimension dimensionFrom(const QString& key)
{
    for (const auto& [dimension, text] : dimensions())
        if (text == key) return dimension;
    return Dimension::Day;
}

} // namespace

QString dimensionKey(Dimension dimension)
{
    for (const auto& [value, key] : dimensions())
        if (value == dimension) return key;
    return {};
}

Figures& Figures::operator+=(const Figures& other)
{
    receipts += other.receipts;
    governmentFees += other.governmentFees;
    serviceFees += other.serviceFees;
    discounts += other.discounts;
    vat += other.vat;
    total += other.total;
    return *this;
}

FigureMap figuresOf(const Receipt& receipt)
{
    const Figures whole{
        1, receipt.governmentFees, receipt.serviceFees, receipt.discounts, receipt.vat, receipt.total};
    FigureMap figures;
    figures[{Dimension::Day, QString()}] = whole;
    figures[{Dimension::Clerk, receipt.clerk}] = whole;
    figures[{Dimension::Hour, receipt.issuedAt.toTimeZone(centreZone()).toString(u"HH"_s)}] = whole;
    for (const ReceiptLine& line : receipt.lines) {
        const Figures one{1, line.governmentFee, line.serviceFee, line.discount, line.vat, line.total()};
        figures[{Dimension::Service, line.serviceCode}] += one;
        figures[{Dimension::Agency, line.agencyCode}] += one;
        if (!line.discount.isZero()) figures[{Dimension::Exception, u"discount"_s}] += one;
        if (line.transaction.isNull()) figures[{Dimension::Exception, u"no-transaction"_s}] += one;
    }
    for (const Payment& payment : receipt.payments) {
        const Figures one{1, {}, {}, {}, {}, payment.amount};
        figures[{Dimension::Tender, tenderKey(payment.tender)}] += one;
        if (payment.tender == Tender::Card && payment.approvalCode.isEmpty())
            figures[{Dimension::Exception, u"card-without-code"_s}] += one;
    }
    return figures;
}

std::vector<std::pair<FigureKey, std::pair<QString, QString>>> namesOf(const Receipt& receipt)
{
    std::vector<std::pair<FigureKey, std::pair<QString, QString>>> names;
    for (const ReceiptLine& line : receipt.lines) {
        names.push_back({{Dimension::Service, line.serviceCode}, {line.serviceNameAr, line.serviceNameEn}});
        names.push_back({{Dimension::Agency, line.agencyCode}, {line.agencyNameAr, line.agencyNameEn}});
    }
    return names;
}

void DayFigures::add(const Receipt& receipt)
{
    const int day = businessDayNumber(receipt.businessDay);
    std::map<FigureKey, std::pair<QString, QString>> names;
    for (const auto& [key, name] : namesOf(receipt))
        names[key] = name;
    const FigureMap all = figuresOf(receipt);
    auto next = all.begin();
    writeRows(m_tx, kAdd, all.size(), [&](RowBinds& row, std::size_t) {
        const auto& [key, figures] = *next++;
        row.bind(":branch", kBranch)
            .bind(":dimension", dimensionKey(key.first))
            .bind(":day", day)
            .bind(":item", key.second)
            .bind(":name_ar", names[key].first)
            .bind(":name_en", names[key].second)
            .bind(":receipts", figures.receipts)
            .bind(":government", figures.governmentFees)
            .bind(":service", figures.serviceFees)
            .bind(":discount", figures.discounts)
            .bind(":vat", figures.vat)
            .bind(":total", figures.total);
    });
}

FigureMap DayFigures::stored(const QDate& day) const
{
    FigureMap figures;
    auto query = m_tx.query(kStored);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    while (query.next())
        figures[{dimensionFrom(query.text(6)), query.text(7)}] = readFigures(query);
    return figures;
}

std::map<FigureKey, std::pair<QString, QString>> DayFigures::names(const QDate& day) const
{
    std::map<FigureKey, std::pair<QString, QString>> names;
    auto query = m_tx.query(kNames);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    while (query.next())
        names[{dimensionFrom(query.text(0)), query.text(1)}] = {query.text(2), query.text(3)};
    return names;
}

FigureMap DayFigures::recomputed(const QDate& day) const
{
    FigureMap figures;
    for (const ReceiptRecord& record : ReceiptRepository(m_tx).ofDay(day))
        for (const auto& [key, one] : figuresOf(receiptOf(record)))
            figures[key] += one;
    return figures;
}

std::map<QString, Figures> DayFigures::over(Dimension dimension, const QDate& first, const QDate& last) const
{
    std::map<QString, Figures> figures;
    auto query = m_tx.query(kOver);
    query.bind(":branch", kBranch)
        .bind(":dimension", dimensionKey(dimension))
        .bind(":first", businessDayNumber(first))
        .bind(":last", businessDayNumber(last))
        .run();
    while (query.next())
        figures.emplace(query.text(6), readFigures(query));
    return figures;
}

std::map<QDate, Figures> DayFigures::days(const QDate& first, const QDate& last) const
{
    std::map<QDate, Figures> days;
    auto query = m_tx.query(kDays);
    query.bind(":branch", kBranch)
        .bind(":first", businessDayNumber(first))
        .bind(":last", businessDayNumber(last))
        .run();
    while (query.next())
        days.emplace(businessDayFrom(query.int32(6)), readFigures(query));
    return days;
}

} // namespace sanad
