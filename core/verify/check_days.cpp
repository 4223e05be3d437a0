#include "core/verify/checks.h"

#include "core/cash/day_close.h"
#include "core/crypto/hash.h"
#include "core/crypto/signing.h"
#include "core/receipts/day_totals.h"
#include "core/settings/settings_repository.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kIds = "SELECT id FROM day_close WHERE branch_id = :branch ORDER BY business_day";
constexpr auto kClose = R"(
    SELECT id, number, business_day, closed_at, clerk, totals, chain_number, chain_hash, signature,
        series FROM day_close
    WHERE branch_id = :branch AND id = :id)";
constexpr auto kStored = R"(
    SELECT dimension, business_day, item, receipts, government_baisa, service_baisa, discount_baisa, vat_baisa,
        total_baisa, name_ar, name_en
    FROM day_figure WHERE branch_id = :branch)";

struct StoredClose {
    DayClose close; ///< Without totals where their text is none.
    QByteArray totals; ///< As stored.
    QString closedAt; ///< As stored.
};

/// In the order of their days.
std::vector<DayId> storedCloses(Tx& tx)
{
    std::vector<DayId> ids;
    auto query = tx.query(kIds);
    query.bind(":branch", kBranch).run();
    while (query.next())
        ids.push_back(query.id<DayId>(0));
    return ids;
}

StoredClose storedClose(Tx& tx, DayId id)
{
    auto query = tx.query(kClose);
    query.bind(":branch", kBranch).bind(":id", id).run();
    if (!query.next()) return {};
    QByteArray text = query.text(5).toUtf8();
    auto totals = dayTotalsFromJson(text);
    return {{query.id<DayId>(0), query.int64(1), businessDayFrom(query.int32(2)), query.time(3),
                query.text(4), totals ? std::move(*totals) : DayTotals(), query.int64(6), query.bytes(7),
                query.bytes(8), query.text(9)},
        std::move(text), query.text(3)};
}

/// Of what else than the day's rows the close speaks.
QStringList otherThan(Tx& tx, const DayClose& close, const FiguresByDay& figures, Books& books)
{
    const DayTotals& said = close.totals;
    const int day = businessDayNumber(close.businessDay);
    const auto found = figures.find(day);
    DayTotals expected = found == figures.end() ? DayTotals() : totalsOf(found->second);
    expected.series = seriesIn(tx, close.businessDay);
    expected.drawers = said.drawers;
    expected.balances = said.balances;
    QStringList other;
    if (said != expected) other.push_back(u"its totals are not those of the day's receipts"_s);
    if (said.drawers != drawersIn(tx, close.businessDay))
        other.push_back(u"its drawers are not those of the day's shifts"_s);
    if (said.balances != balancesIn(books.at(day, close.chainNumber)))
        other.push_back(u"its balances are not those of the books"_s);
    return other;
}

} // namespace

void checkDayCloses(
    Tx& tx, const Evidence& evidence, const FiguresByDay& figures, Books& books, Breaches& breaches)
{
    const auto keys = SettingsRepository(tx).signingPublicKeys();
    qsizetype vouched = 0;
    for (const DayId id : storedCloses(tx)) {
        const StoredClose stored = storedClose(tx, id);
        const DayClose& close = stored.close;
        const auto fault = [&, number = close.numberText()](const QString& what) {
            breaches.add(u"chain"_s, u"day_close"_s, number, what);
        };
        if (storedTime(close.closedAt) != stored.closedAt)
            fault(u"was changed"_s); // to the same time, otherwise written
        const QByteArray signedText = dayCloseSignedText(close, stored.totals);
        if (std::none_of(keys.begin(), keys.end(),
                [&](const QByteArray& key) { return verifySignature(key, signedText, close.signature); }))
            fault(u"signature does not verify"_s);
        if (evidence.chain.value(close.chainNumber) != close.chainHash &&
            !(close.chainNumber == 0 && close.chainHash == QByteArray(32, '\0')))
            fault(u"names a chain head that is not there"_s);
        const auto audited = evidence.dayCloses.constFind(close.id.raw());
        if (audited == evidence.dayCloses.constEnd())
            fault(u"has no audit line"_s);
        else if (++vouched; *audited != QString::fromLatin1(close.signature.toHex()))
            fault(u"was signed anew"_s);
        for (const QString& other : otherThan(tx, close, figures, books))
            fault(other);
    }
    if (vouched != evidence.dayCloses.size())
        breaches.add(
            u"chain"_s, u"day_close"_s, {}, u"%1 are gone"_s.arg(evidence.dayCloses.size() - vouched));
}

quint64 nameOf(int businessDay, const FigureKey& item, const std::pair<QString, QString>& name)
{
    const QString text = QStringList{QString::number(businessDay), dimensionKey(item.first), item.second,
        name.first, name.second}
                             .join(QChar(0x1F));
    return qFromBigEndian<quint64>(sha256(text.toUtf8()).constData());
}

void checkFigures(Tx& tx, const ReceiptFigures& figures, Breaches& breaches)
{
    std::map<std::tuple<int, QString, QString>, std::pair<FigureKey, Figures>> expected;
    for (const auto& [day, map] : figures.sums)
        for (const auto& [key, sums] : map)
            expected[{day, dimensionKey(key.first), key.second}] = {key, sums};
    const auto isNamed = [&](int day, const FigureKey& item, const std::pair<QString, QString>& name) {
        if (item.first == Dimension::Service || item.first == Dimension::Agency)
            return figures.names.contains(nameOf(day, item, name));
        return name.first.isEmpty() && name.second.isEmpty();
    };
    const auto name = [](const std::tuple<int, QString, QString>& key) {
        return u"%1 %2 %3"_s.arg(QString::number(std::get<0>(key)), std::get<1>(key), std::get<2>(key));
    };
    auto query = tx.query(kStored);
    query.bind(":branch", kBranch).run();
    while (query.next()) {
        const std::tuple key{query.int32(1), query.text(0), query.text(2)};
        const Figures stored{
            query.int64(3), query.money(4), query.money(5), query.money(6), query.money(7), query.money(8)};
        const auto found = expected.extract(key);
        if (found.empty() || found.mapped().second != stored ||
            !isNamed(query.int32(1), found.mapped().first, {query.text(9), query.text(10)}))
            breaches.add(u"roll-up"_s, u"day_figure"_s, name(key), u"is not what the receipts come to"_s);
    }
    for (const auto& [key, sums] : expected)
        breaches.add(u"roll-up"_s, u"day_figure"_s, name(key), u"is gone"_s);
}

} // namespace sanad
