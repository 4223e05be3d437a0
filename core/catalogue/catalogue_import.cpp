#include "core/catalogue/catalogue_import.h"

#include "core/base/csv.h"
#include "core/base/iso_date.h"
#include "core/base/text_gate.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/own_catalogue.h"
#include "core/forms/json_text.h"

#include <QBuffer>
#include <QHash>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

using Row = QHash<QString, QString>;

constexpr qint64 kMebibyte = 1024 * 1024;

Error unusable(const QString& key, const QStringList& args = {})
{
    return {ErrorCode::Unusable, key, args, {}};
}

Error invalid(const QString& key, const QStringList& args = {})
{
    return {ErrorCode::Invalid, key, args, {}};
}

const QStringList& columns()
{
    static const QStringList known{u"code"_s, u"name_ar"_s, u"name_en"_s, u"service_fee"_s, u"ceiling"_s,
        u"government_fee"_s, u"per_unit"_s, u"agency"_s, u"category"_s, u"aliases"_s, u"valid_from"_s};
    return known;
}

struct RawRow {
    qint64 line = 0;
    QByteArray raw;
    Result<Row> row = Row();
};

Result<QStringList> readHeader(const CsvRecord& header)
{
    if (!header.problem.isEmpty()) return unusable(u"import.no-header"_s);
    QStringList names;
    for (const auto& field : header.fields) {
        SANAD_TRY_VALUE(text, textFromUtf8(field));
        const auto name = text.trimmed().toLower();
        if (rejectColumns().contains(name)) {
            names << name;
            continue;
        }
        if (!columns().contains(name)) return unusable(u"import.unknown-column"_s, {name.left(40)});
        if (names.contains(name)) return unusable(u"import.twice-column"_s, {name});
        names << name;
    }
    if (!names.contains(u"code"_s)) return unusable(u"import.no-header"_s);
    return names;
}

Result<Row> csvRow(const CsvRecord& record, const QStringList& names)
{
    if (!record.problem.isEmpty()) return unusable(record.problem);
    if (static_cast<qsizetype>(record.fields.size()) > names.size())
        return unusable(u"import.too-many-fields"_s);
    if (static_cast<qsizetype>(record.fields.size()) < names.size())
        return unusable(u"import.too-few-fields"_s);
    const bool isRejects = names.contains(rejectColumns().front());
    Row row;
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        SANAD_TRY_VALUE(text, textFromUtf8(record.fields[i]));
        row.insert(names.at(static_cast<qsizetype>(i)),
            isRejects ? withoutFormulaMark(text.trimmed()) : text.trimmed());
    }
    return row;
}

Result<Row> jsonRow(const QByteArray& line)
{
    SANAD_TRY_VALUE(json, parseJson(line));
    if (!json.isObject()) return unusable(u"import.not-an-object"_s);
    const auto object = json.toObject();
    Row row;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (rejectColumns().contains(it.key())) continue;
        if (!columns().contains(it.key())) return unusable(u"import.unknown-column"_s, {it.key().left(40)});
        if (!it.value().isString()) return unusable(u"import.not-text"_s, {it.key()});
        row.insert(it.key(), it.value().toString().trimmed());
    }
    return row;
}

Result<std::vector<RawRow>> readRows(const QByteArray& bytes, CatalogueImportReport& report)
{
    std::vector<RawRow> rows;
    QBuffer in;
    in.setData(bytes);
    in.open(QIODevice::ReadOnly);
    if (bytes.trimmed().startsWith('{')) {
        QByteArray line;
        bool cut = false;
        for (qint64 number = 1; readLineLimited(in, CsvReader::kMaxLine, line, cut); ++number) {
            if (line.trimmed().isEmpty()) continue;
            line = unrejectedJson(line);
            rows.push_back({number, line, cut ? Result<Row>(unusable(u"csv.too-long"_s)) : jsonRow(line)});
        }
        return rows;
    }
    CsvReader csv(in);
    CsvRecord record;
    if (!csv.next(record)) return unusable(u"import.no-header"_s);
    SANAD_TRY_VALUE(names, readHeader(record));
    report.header = record.raw;
    report.separator = csv.separator();
    while (csv.next(record))
        rows.push_back({record.line, record.raw, csvRow(record, names)});
    return rows;
}

Result<std::optional<Money>> moneyOf(const Row& row, const QString& column)
{
    const auto text = row.value(column);
    if (text.isEmpty()) return std::optional<Money>();
    SANAD_TRY_VALUE(money, Money::parse(text));
    return std::optional<Money>(money);
}

Result<bool> yesOrNo(const Row& row, const QString& column)
{
    const auto text = row.value(column).toLower();
    if (text.isEmpty() || text == u"no"_s || text == u"0"_s || text == u"لا"_s) return false;
    if (text == u"yes"_s || text == u"1"_s || text == u"نعم"_s) return true;
    return invalid(u"own-service.yes-or-no"_s, {column});
}

Result<OwnPrice> priceOf(const Row& row, const QDate& today)
{
    OwnPrice price;
    price.service = row.value(u"code"_s).toUpper();
    SANAD_TRY_VALUE(fee, moneyOf(row, u"service_fee"_s));
    SANAD_TRY_VALUE(ceiling, moneyOf(row, u"ceiling"_s));
    if (!fee) return invalid(u"own-price.missing"_s);
    price.serviceFee = fee;
    price.ceiling = ceiling;
    const auto from = row.value(u"valid_from"_s);
    price.validFrom = from.isEmpty() ? today : isoDate(from);
    if (!price.validFrom.isValid()) return invalid(u"import.date"_s, {u"valid_from"_s});
    return price;
}

Result<OwnService> serviceOf(const Row& row, const QDate& validFrom)
{
    OwnService service;
    service.code = row.value(u"code"_s).toUpper();
    service.nameAr = row.value(u"name_ar"_s);
    service.nameEn = row.value(u"name_en"_s);
    service.validFrom = validFrom;
    if (const auto agency = row.value(u"agency"_s); !agency.isEmpty()) service.agency = agency;
    if (const auto category = row.value(u"category"_s); !category.isEmpty()) service.category = category;
    for (const auto& alias : row.value(u"aliases"_s).split(u'|', Qt::SkipEmptyParts))
        service.aliases << alias.trimmed();
    SANAD_TRY_VALUE(perUnit, yesOrNo(row, u"per_unit"_s));
    service.perUnit = perUnit;
    if (row.value(u"government_fee"_s) == u"portal"_s) {
        service.governmentFee = std::nullopt;
    } else {
        SANAD_TRY_VALUE(fee, moneyOf(row, u"government_fee"_s));
        service.governmentFee = fee.value_or(Money());
    }
    return service;
}

Result<OwnCatalogue::Outcome> importRow(
    Tx& tx, const Catalogue& before, const Row& row, const QDate& today, const Actor& by)
{
    SANAD_TRY_VALUE(price, priceOf(row, today));
    if (before.isOfPack(price.service)) {
        if (!row.value(u"government_fee"_s).isEmpty())
            return invalid(u"own-price.of-pack"_s, {price.service});
        return OwnCatalogue::setPrice(tx, before, price, by);
    }
    SANAD_TRY_VALUE(service, serviceOf(row, price.validFrom));
    return OwnCatalogue::saveService(tx, before, service, price, by);
}

/// Which column of the row an error is about; empty where it is about none alone.
QString columnOf(const Row& row, const Error& error)
{
    static const QHash<QString, QString> known{{u"own-service.code"_s, u"code"_s},
        {u"own-service.in-pack"_s, u"code"_s}, {u"own-service.unknown"_s, u"code"_s},
        {u"own-price.missing"_s, u"service_fee"_s}, {u"own-price.past"_s, u"valid_from"_s},
        {u"own-price.above-ceiling"_s, u"service_fee"_s}, {u"own-price.of-pack"_s, u"government_fee"_s},
        {u"own-service.fee-without-agency"_s, u"agency"_s}};
    const auto first = [&](const QStringList& columns, auto isMeant) {
        const auto found = std::find_if(columns.begin(), columns.end(), isMeant);
        return found == columns.end() ? QString() : *found;
    };
    if (columns().contains(error.args.value(0))) return error.args.first();
    if (error.key.startsWith("money."_L1))
        return first({u"service_fee"_s, u"ceiling"_s, u"government_fee"_s},
            [&](const QString& column) { return !row.value(column).isEmpty() && !moneyOf(row, column); });
    if (error.key == "own-price.negative"_L1)
        return first({u"service_fee"_s, u"government_fee"_s},
            [&](const QString& column) { return row.value(column).startsWith(u'-'); });
    if (error.key == "own-service.reference"_L1)
        return first({u"agency"_s, u"category"_s},
            [&](const QString& column) { return row.value(column) == error.args.value(0); });
    if (error.key.startsWith("text."_L1)) {
        const QString name = first({u"name_ar"_s, u"name_en"_s},
            [&](const QString& column) { return !cleanText(row.value(column), kOwnServiceName); });
        return name.isEmpty() ? u"aliases"_s : name;
    }
    return known.value(error.key);
}

} // namespace

QByteArray CatalogueImportReport::rejects(RejectsFormat::Sentence sentence) const
{
    const RejectsFormat format = header.isEmpty() ? RejectsFormat(std::move(sentence))
                                                  : RejectsFormat(std::move(sentence), header, separator);
    QByteArray text = format.head();
    for (const RejectedRow& row : rejected)
        text += format.line(row);
    return text;
}

Result<CatalogueImportReport> CatalogueImport::run(const QByteArray& bytes, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    if (bytes.size() > kMaxBytes)
        return unusable(u"import.too-large"_s, {QString::number(kMaxBytes / kMebibyte)});
    CatalogueImportReport empty;
    const auto text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    SANAD_TRY_VALUE(rows, readRows(text, empty));
    return m_db.write([&](Tx& tx) -> Result<CatalogueImportReport> {
        using Outcome = OwnCatalogue::Outcome;
        CatalogueRepository catalogue(tx);
        const auto before = catalogue.catalogue();
        const auto today = catalogueDay(tx.now());
        CatalogueImportReport report = empty;
        for (const auto& each : rows) {
            const auto outcome =
                each.row ? importRow(tx, *before, *each.row, today, by) : Result<Outcome>(each.row.error());
            if (!outcome) {
                report.rejected.push_back({each.line, outcome.error(), each.raw,
                    columnOf(each.row ? *each.row : Row(), outcome.error())});
                continue;
            }
            if (*outcome == Outcome::Added) ++report.added;
            if (*outcome == Outcome::Changed) ++report.changed;
            if (*outcome == Outcome::Unchanged) ++report.same;
        }
        if (report.added + report.changed > 0) catalogue.revise();
        return report;
    });
}

} // namespace sanad
