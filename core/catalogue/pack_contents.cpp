#include "core/catalogue/pack_contents.h"

#include "core/catalogue/pack_reader.h"

#include <QJsonDocument>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

using Need = PackReader::Need;

constexpr std::int64_t kHundredPercent = 100'000;

PackManifest readManifest(PackReader reader)
{
    reader.integer(u"format"_s, 1, 1);
    PackManifest manifest;
    manifest.pack = reader.code(u"pack"_s);
    manifest.version = reader.integer(u"version"_s, 1, 1'000'000'000);
    manifest.validFrom = reader.date(u"valid_from"_s);
    manifest.demonstration = reader.boolean(u"demonstration"_s);
    manifest.nameAr = reader.text(u"ar"_s);
    manifest.nameEn = reader.text(u"en"_s);
    manifest.labelAr = reader.text(u"label_ar"_s, Need::Optional);
    manifest.labelEn = reader.text(u"label_en"_s, Need::Optional);
    manifest.warningAr = reader.text(u"warning_ar"_s, Need::Optional, 1000);
    manifest.warningEn = reader.text(u"warning_en"_s, Need::Optional, 1000);
    reader.finish();
    return manifest;
}

Category readCategory(PackReader& reader)
{
    return {reader.code(u"code"_s), reader.text(u"ar"_s), reader.text(u"en"_s)};
}

ServiceChannel readChannel(PackReader& reader)
{
    ServiceChannel channel;
    channel.code = reader.code(u"code"_s);
    channel.kind = reader.oneOf(u"kind"_s, {u"rest"_s, u"assisted"_s, u"counter"_s, u"local"_s});
    channel.nameAr = reader.text(u"ar"_s);
    channel.nameEn = reader.text(u"en"_s);
    return channel;
}

Agency readAgency(PackReader& reader)
{
    Agency agency;
    agency.code = reader.code(u"code"_s);
    agency.nameAr = reader.text(u"name_ar"_s);
    agency.nameEn = reader.text(u"name_en"_s);
    agency.shortAr = reader.text(u"short_ar"_s);
    agency.kind = reader.text(u"kind"_s);
    agency.website = reader.text(u"website"_s, Need::Optional);
    if (!agency.website.isEmpty() && !agency.website.startsWith(u"https://"_s))
        reader.problem(u"pack.website"_s);
    return agency;
}

Wilayat readWilayat(PackReader& reader)
{
    return {reader.code(u"code"_s), reader.text(u"ar"_s), reader.text(u"en"_s)};
}

/// Entries of `key` as values, with codes that must differ.
template <class Value, class Read>
std::vector<Value> readList(PackReader& parent, const QString& key, Read read, Need need = Need::Required)
{
    std::vector<Value> values;
    std::set<QString> codes;
    for (auto& reader : parent.objects(key, need)) {
        values.push_back(read(reader));
        if constexpr (requires(Value value) { value.code; }) {
            if (!codes.insert(values.back().code).second) reader.problem(u"pack.duplicate-code"_s);
        }
        reader.finish();
    }
    return values;
}

Governorate readGovernorate(PackReader& reader)
{
    Governorate governorate{reader.code(u"code"_s), reader.text(u"ar"_s), reader.text(u"en"_s), {}};
    governorate.wilayats = readList<Wilayat>(reader, u"wilayats"_s, readWilayat);
    return governorate;
}

FeeAmount readAmount(PackReader& reader)
{
    FeeAmount amount;
    amount.code = reader.code(u"code"_s);
    amount.ar = reader.text(u"ar"_s);
    amount.en = reader.text(u"en"_s);
    amount.amount = reader.money(u"baisa"_s);
    return amount;
}

FeeInstalment readInstalment(PackReader& reader)
{
    FeeInstalment part{readAmount(reader), FeeStage::Filing};
    const auto when = reader.oneOf(u"when"_s,
        {feeStageKey(FeeStage::Filing), feeStageKey(FeeStage::Approval),
            feeStageKey(FeeStage::Resubmission)});
    part.when = feeStageFromKey(when).value_or(FeeStage::Filing);
    return part;
}

FeeFormula readFormula(PackReader& reader)
{
    using Kind = FeeFormula::Kind;
    FeeFormula formula;
    const auto kind = reader.oneOf(u"kind"_s, {u"percent"_s, u"by_amount"_s, u"difference"_s, u"variable"_s});
    if (kind == u"percent"_s) {
        formula.kind = Kind::Percent;
        formula.factors = reader.texts(u"factors"_s);
        formula.thousandths = reader.integer(u"thousandths"_s, 0, kHundredPercent);
        formula.lateThousandths = reader.optionalInteger(u"late_thousandths"_s, 0, kHundredPercent);
        if (auto late = reader.object(u"late_from"_s, Need::Optional)) {
            formula.lateField = late->code(u"field"_s);
            formula.lateMonths = static_cast<int>(late->integer(u"months"_s, 0, 120));
            late->finish();
        }
    } else if (kind == u"by_amount"_s) {
        formula.kind = Kind::ByAmount;
        formula.field = reader.code(u"field"_s);
    } else if (kind == u"difference"_s) {
        formula.kind = Kind::Difference;
        formula.of = reader.code(u"of"_s);
        formula.fromField = reader.code(u"from_field"_s);
        formula.toField = reader.code(u"to_field"_s);
    } else if (kind == u"variable"_s) {
        formula.kind = Kind::Variable;
        formula.field = reader.code(u"field"_s);
    }
    formula.minimum = reader.money(u"minimum_baisa"_s);
    formula.maximum = reader.money(u"maximum_baisa"_s);
    if (formula.minimum && formula.maximum && *formula.minimum > *formula.maximum)
        reader.problem(u"pack.range"_s);
    return formula;
}

LateFine readLateFine(PackReader& reader)
{
    using Kind = LateFine::Kind;
    LateFine fine;
    const auto kind = reader.oneOf(u"kind"_s, {u"per_month"_s, u"percent"_s, u"range"_s});
    if (kind == u"per_month"_s) {
        fine.kind = Kind::PerMonth;
        fine.perMonth = reader.money(u"baisa"_s);
        fine.cap = reader.money(u"cap_baisa"_s);
    } else if (kind == u"percent"_s) {
        fine.kind = Kind::Percent;
        fine.thousandths = reader.integer(u"thousandths"_s, 0, kHundredPercent);
    } else if (kind == u"range"_s) {
        fine.kind = Kind::Range;
        fine.minimum = reader.money(u"minimum_baisa"_s).value_or(Money());
        fine.maximum = reader.money(u"maximum_baisa"_s).value_or(Money());
        if (fine.minimum > fine.maximum) reader.problem(u"pack.range"_s);
    }
    fine.perUnit = !reader.code(u"per"_s, Need::Optional).isEmpty();
    return fine;
}

FeeRule readRule(PackReader& reader)
{
    FeeRule rule;
    rule.per = reader.code(u"per"_s);
    rule.base = reader.money(u"baisa"_s);
    if (auto options = reader.object(u"options"_s, Need::Optional)) {
        rule.optionField = options->code(u"field"_s);
        rule.options = readList<FeeAmount>(*options, u"values"_s, readAmount);
        options->finish();
    }
    rule.countField = reader.code(u"count_field"_s, Need::Optional);
    rule.instalments = readList<FeeInstalment>(reader, u"parts"_s, readInstalment, Need::Optional);
    if (auto formula = reader.object(u"formula"_s, Need::Optional)) {
        rule.formula = readFormula(*formula);
        formula->finish();
    }
    rule.extras = readList<FeeAmount>(reader, u"extras"_s, readAmount, Need::Optional);
    if (auto fine = reader.object(u"late_fine"_s, Need::Optional)) {
        rule.lateFine = readLateFine(*fine);
        fine->finish();
    }
    return rule;
}

DatedFee readFee(PackReader& reader)
{
    DatedFee fee;
    fee.validFrom = reader.date(u"valid_from"_s);
    if (auto government = reader.object(u"government"_s)) {
        fee.government = readRule(*government);
        government->finish();
    }
    if (auto charged = reader.object(u"service"_s)) {
        const auto displayed = charged->money(u"baisa"_s);
        if (!displayed) charged->problem(u"pack.missing"_s, {u"baisa"_s});
        fee.service.displayed = displayed.value_or(Money());
        fee.service.ceiling = charged->money(u"ceiling_baisa"_s);
        fee.service.countField = charged->code(u"count_field"_s, Need::Optional);
        if (fee.service.ceiling && *fee.service.ceiling < fee.service.displayed)
            charged->problem(u"pack.ceiling"_s);
        charged->finish();
    }
    return fee;
}

RequiredDocument readDocument(PackReader& reader)
{
    RequiredDocument document;
    document.code = reader.code(u"code"_s);
    document.ar = reader.text(u"ar"_s);
    document.en = reader.text(u"en"_s);
    document.required = reader.boolean(u"required"_s);
    return document;
}

ProcessingTime readProcessing(PackReader& reader)
{
    ProcessingTime time;
    time.amount = static_cast<int>(reader.optionalInteger(u"amount"_s, 0, 10'000).value_or(0));
    time.unit =
        reader.oneOf(u"unit"_s, {u"minutes"_s, u"hours"_s, u"days"_s, u"working_days"_s}, Need::Optional);
    time.ar = reader.text(u"ar"_s);
    time.en = reader.text(u"en"_s);
    return time;
}

PackedService readService(PackReader& reader)
{
    PackedService service;
    auto& item = service.item;
    item.code = reader.code(u"code"_s);
    item.agency = reader.code(u"agency"_s);
    item.category = reader.code(u"category"_s);
    item.nature = reader.oneOf(u"nature"_s, {u"gov"_s, u"partner"_s, u"own"_s});
    item.channel = reader.code(u"channel"_s);
    item.channelKind = reader.oneOf(u"channel_kind"_s, {u"rest"_s, u"assisted"_s, u"counter"_s, u"local"_s});
    item.nameAr = reader.text(u"ar"_s);
    item.nameEn = reader.text(u"en"_s);
    item.aliases = reader.texts(u"aliases"_s, Need::Optional);
    item.customerKinds = reader.texts(u"customer_kinds"_s);
    item.signature = reader.code(u"signature"_s);
    item.electronic = reader.code(u"electronic"_s);
    item.fieldVisit = reader.code(u"field_visit"_s);
    item.munqidh = reader.boolean(u"munqidh"_s);
    if (auto processing = reader.object(u"processing"_s)) {
        item.processing = readProcessing(*processing);
        processing->finish();
    }
    item.documents = readList<RequiredDocument>(reader, u"documents"_s, readDocument);
    item.conditions = readList<BilingualText>(
        reader, u"conditions"_s,
        [](PackReader& text) {
            return BilingualText{text.text(u"ar"_s), text.text(u"en"_s)};
        },
        Need::Optional);
    item.feeConfidence = reader.text(u"fee_confidence"_s, Need::Optional);
    item.weight = static_cast<int>(reader.optionalInteger(u"weight"_s, 0, 1'000'000).value_or(1));
    service.fees = readList<DatedFee>(reader, u"fees"_s, readFee);
    if (service.fees.empty()) reader.problem(u"pack.missing"_s, {u"fees"_s});
    for (std::size_t i = 1; i < service.fees.size(); ++i)
        if (service.fees[i].validFrom <= service.fees[i - 1].validFrom) reader.problem(u"pack.fee-order"_s);
    reader.finish();
    return service;
}

template <class Value> bool holds(const std::vector<Value>& values, const QString& code)
{
    return std::any_of(values.begin(), values.end(), [&](const Value& value) { return value.code == code; });
}

/// The fee table that a difference is taken of, as it stands on the day the difference begins to count.
void resolveDifferences(PackContents& pack, std::vector<Error>& problems)
{
    for (auto& service : pack.services) {
        for (auto& fee : service.fees) {
            auto& formula = fee.government.formula;
            if (formula.kind != FeeFormula::Kind::Difference) continue;
            const auto other = std::find_if(pack.services.begin(), pack.services.end(),
                [&](const PackedService& each) { return each.item.code == formula.of; });
            if (other != pack.services.end()) {
                for (const auto& dated : other->fees)
                    if (dated.validFrom <= fee.validFrom || formula.classes.empty())
                        formula.classes = dated.government.options;
            }
            if (formula.classes.empty()) {
                problems.push_back({ErrorCode::Unusable, u"pack.unknown-reference"_s,
                    {u"/services/"_s + service.item.code, formula.of}, {}});
            }
        }
    }
}

void checkReferences(PackReader& reader, const PackContents& pack, const ServiceItem& item)
{
    const auto missing = [&](const QString& code) { reader.problem(u"pack.unknown-reference"_s, {code}); };
    if (!item.agency.isEmpty() && !holds(pack.agencies, item.agency)) missing(item.agency);
    if (!item.category.isEmpty() && !holds(pack.categories, item.category)) missing(item.category);
    const auto channel = std::find_if(pack.channels.begin(), pack.channels.end(),
        [&](const ServiceChannel& each) { return each.code == item.channel; });
    if (channel == pack.channels.end())
        missing(item.channel);
    else if (channel->kind != item.channelKind)
        missing(item.channelKind);
}

} // namespace

PackContents readPackContents(const QJsonObject& document, std::vector<Error>& problems)
{
    PackReader reader(document, {}, problems);
    PackContents pack;
    if (auto manifest = reader.object(u"manifest"_s)) pack.manifest = readManifest(std::move(*manifest));
    pack.categories = readList<Category>(reader, u"categories"_s, readCategory);
    pack.channels = readList<ServiceChannel>(reader, u"channels"_s, readChannel);
    pack.agencies = readList<Agency>(reader, u"agencies"_s, readAgency);
    pack.governorates = readList<Governorate>(reader, u"governorates"_s, readGovernorate);

    auto forms = reader.object(u"forms"_s);
    std::set<QString> codes;
    for (auto& each : reader.objects(u"services"_s)) {
        auto service = readService(each);
        auto& item = service.item;
        if (!codes.insert(item.code).second) each.problem(u"pack.duplicate-code"_s);
        checkReferences(each, pack, item);
        if (auto form = forms ? forms->object(item.code) : std::nullopt) {
            item.formSchema = QJsonDocument(form->raw(u"schema"_s).toObject()).toJson(QJsonDocument::Compact);
            item.formLayout = QJsonDocument(form->raw(u"layout"_s).toObject()).toJson(QJsonDocument::Compact);
            form->finish();
        }
        pack.services.push_back(std::move(service));
    }
    if (forms) forms->finish();
    reader.finish();
    resolveDifferences(pack, problems);
    return pack;
}

std::optional<ServiceItem> serviceOn(const PackedService& service, const QDate& on)
{
    const auto next = std::upper_bound(service.fees.begin(), service.fees.end(), on,
        [](const QDate& day, const DatedFee& fee) { return day < fee.validFrom; });
    if (next == service.fees.begin()) return std::nullopt;
    const auto& fee = *std::prev(next);
    auto item = service.item;
    item.fee = fee.government;
    item.serviceFee = fee.service.displayed;
    item.serviceFeeCeiling = fee.service.ceiling;
    item.serviceCountField = fee.service.countField;
    item.validFrom = fee.validFrom;
    if (next != service.fees.end()) item.validUntil = next->validFrom.addDays(-1);
    return item;
}

} // namespace sanad
