#include "core/cash/day_close.h"

#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Money moneyAt(const QJsonObject& object, const QString& key)
{
    return Money::fromBaisa(object.value(key).toInteger());
}

QJsonArray amountsJson(const std::vector<DayTotals::Amount>& amounts)
{
    QJsonArray rows;
    for (const auto& row : amounts)
        rows.append(QJsonObject{
            {u"baisa"_s, qint64{row.amount.baisa()}}, {u"count"_s, qint64{row.count}}, {u"key"_s, row.key}});
    return rows;
}

std::vector<DayTotals::Amount> amountsFrom(const QJsonArray& rows)
{
    std::vector<DayTotals::Amount> amounts;
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        amounts.push_back(
            {row.value(u"key"_s).toString(), row.value(u"count"_s).toInteger(), moneyAt(row, u"baisa"_s)});
    }
    return amounts;
}

QJsonArray drawersJson(const std::vector<DayTotals::Drawer>& drawers)
{
    QJsonArray rows;
    for (const auto& row : drawers)
        rows.append(QJsonObject{{u"clerk"_s, row.clerk}, {u"counted"_s, qint64{row.counted.baisa()}},
            {u"counter"_s, row.counter}, {u"expected"_s, qint64{row.expected.baisa()}},
            {u"float"_s, qint64{row.openingFloat.baisa()}}, {u"reason"_s, row.reason}});
    return rows;
}

std::vector<DayTotals::Drawer> drawersFrom(const QJsonArray& rows)
{
    std::vector<DayTotals::Drawer> drawers;
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        drawers.push_back(
            {row.value(u"counter"_s).toString(), row.value(u"clerk"_s).toString(), moneyAt(row, u"float"_s),
                moneyAt(row, u"expected"_s), moneyAt(row, u"counted"_s), row.value(u"reason"_s).toString()});
    }
    return drawers;
}

QJsonArray balancesJson(const std::vector<DayTotals::Balance>& balances)
{
    QJsonArray rows;
    for (const auto& row : balances)
        rows.append(QJsonObject{
            {u"account"_s, row.account}, {u"baisa"_s, qint64{row.amount.baisa()}}, {u"part"_s, row.part}});
    return rows;
}

} // namespace

QString DayClose::numberText() const
{
    const QString digits = QString::number(number);
    return series == kDayCloseSeries ? digits : series + u'-' + digits;
}

QByteArray dayTotalsJson(const DayTotals& totals)
{
    QJsonArray series;
    for (const auto& row : totals.series)
        series.append(QJsonObject{
            {u"first"_s, qint64{row.first}}, {u"last"_s, qint64{row.last}}, {u"series"_s, row.series}});
    const QJsonObject object{{u"agencies"_s, amountsJson(totals.agencies)},
        {u"balances"_s, balancesJson(totals.balances)}, {u"clerks"_s, amountsJson(totals.clerks)},
        {u"discounts"_s, qint64{totals.discounts.baisa()}}, {u"drawers"_s, drawersJson(totals.drawers)},
        {u"government_fees"_s, qint64{totals.governmentFees.baisa()}}, {u"lines"_s, qint64{totals.lines}},
        {u"receipts"_s, qint64{totals.receipts}}, {u"series"_s, series},
        {u"service_fees"_s, qint64{totals.serviceFees.baisa()}}, {u"tenders"_s, amountsJson(totals.tenders)},
        {u"total"_s, qint64{totals.total.baisa()}}, {u"vat"_s, qint64{totals.vat.baisa()}}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<DayTotals> dayTotalsFromJson(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) return Error{ErrorCode::Internal, u"cash.totals-damaged"_s, {}, {}};
    const QJsonObject object = document.object();
    DayTotals totals;
    totals.receipts = object.value(u"receipts"_s).toInteger();
    totals.lines = object.value(u"lines"_s).toInteger();
    totals.governmentFees = moneyAt(object, u"government_fees"_s);
    totals.serviceFees = moneyAt(object, u"service_fees"_s);
    totals.discounts = moneyAt(object, u"discounts"_s);
    totals.vat = moneyAt(object, u"vat"_s);
    totals.total = moneyAt(object, u"total"_s);
    for (const QJsonValue& value : object.value(u"series"_s).toArray()) {
        const QJsonObject row = value.toObject();
        totals.series.push_back({row.value(u"series"_s).toString(), row.value(u"first"_s).toInteger(),
            row.value(u"last"_s).toInteger()});
    }
    totals.tenders = amountsFrom(object.value(u"tenders"_s).toArray());
    totals.agencies = amountsFrom(object.value(u"agencies"_s).toArray());
    totals.clerks = amountsFrom(object.value(u"clerks"_s).toArray());
    totals.drawers = drawersFrom(object.value(u"drawers"_s).toArray());
    for (const QJsonValue& value : object.value(u"balances"_s).toArray()) {
        const QJsonObject row = value.toObject();
        totals.balances.push_back(
            {row.value(u"account"_s).toString(), row.value(u"part"_s).toString(), moneyAt(row, u"baisa"_s)});
    }
    return totals;
}

QByteArray dayCloseSignedText(const DayClose& close, const QByteArray& totals)
{
    return QByteArrayList{"SANADDAY1", close.numberText().toUtf8(),
        QByteArray::number(businessDayNumber(close.businessDay)), storedTime(close.closedAt).toUtf8(),
        close.closedBy.toUtf8(), totals, QByteArray::number(qlonglong{close.chainNumber}),
        close.chainHash.toHex()}
        .join('\n');
}

} // namespace sanad
