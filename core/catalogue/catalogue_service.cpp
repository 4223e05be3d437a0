#include "core/catalogue/catalogue_service.h"

#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/service_codes.h"
#include "core/forms/json_text.h"
#include "core/settings/settings_repository.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

ServiceEntry entryOf(const Catalogue& catalogue, ServiceItem item, const QDate& on)
{
    Agency bare;
    bare.code = item.agency;
    Agency agency = catalogue.agency(item.agency, on).value_or(bare);
    return {std::move(item), std::move(agency)};
}

Error unknown(const Catalogue& catalogue, const QString& text, const QDate& on)
{
    return {ErrorCode::NotFound, u"catalogue.no-service"_s, {text, codesLike(catalogue, text, on)}, {}};
}

Result<> mayLook(const Actor& by)
{
    if (by.holds(Permission::ManageCatalogue)) return {};
    return by.may(Permission::EditTransactions);
}

/// Whether a service that the search found holds the Latin words of `text` as they are written, each from its
/// beginning: the search at the desk also finds what sounds like them.
bool holdsAsWritten(const ServiceItem& item, const QString& text)
{
    const QString sought = text.trimmed();
    if (item.code.contains(sought, Qt::CaseInsensitive)) return true;
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    const QStringList held =
        (item.nameAr + u' ' + item.nameEn + u' ' + item.aliases.join(u' ')).split(between);
    const QStringList words = sought.split(between, Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        if (word.front().script() != QChar::Script_Latin) return true;
        return std::any_of(held.begin(), held.end(),
            [&](const QString& each) { return each.startsWith(word, Qt::CaseInsensitive); });
    });
}

/// By its code, however its letters are cased.
std::optional<ServiceItem> serviceOf(const Catalogue& catalogue, const QString& code, const QDate& on)
{
    if (auto exact = catalogue.service(code, on)) return exact;
    for (ServiceItem& item : catalogue.services(on))
        if (item.code.compare(code, Qt::CaseInsensitive) == 0) return std::move(item);
    return std::nullopt;
}

Result<std::vector<FieldGuide>> fieldsOf(const ServiceItem& item)
{
    if (item.formSchema.isEmpty() || item.formLayout.isEmpty()) return std::vector<FieldGuide>();
    SANAD_TRY_VALUE(schema, parseJson(item.formSchema));
    SANAD_TRY_VALUE(layoutText, parseJson(item.formLayout));
    SANAD_TRY_VALUE(layout, FormLayout::parse(layoutText, schema));
    return formGuide(schema.toObject(), layout);
}

} // namespace

QString feeWord(const FeeRule& fee)
{
    if (!fee.instalments.empty()) return u"parts"_s;
    if (fee.formula.kind != FeeFormula::Kind::None) return u"formula"_s;
    if (!fee.options.empty()) return u"options"_s;
    if (!fee.base) return u"clerk"_s;
    return fee.base->isZero() ? u"none"_s : u"fixed"_s;
}

QStringList formulaFields(const FeeFormula& formula)
{
    QStringList fields = formula.factors;
    fields << formula.field << formula.fromField << formula.toField << formula.lateField;
    fields.removeAll(QString());
    return fields;
}

Result<std::vector<ServiceEntry>> CatalogueService::list(const QString& text, const Actor& by)
{
    SANAD_TRY(mayLook(by));
    return m_db.read([&](Tx& tx) -> Result<std::vector<ServiceEntry>> {
        constexpr int kAll = 100'000;
        const auto catalogue = CatalogueRepository(tx).catalogue();
        const QDate today = catalogueDay(tx.now());
        std::vector<ServiceEntry> entries;
        for (ServiceItem& item :
            text.isEmpty() ? catalogue->services(today) : catalogue->search(text, today, kAll))
            if (text.isEmpty() || holdsAsWritten(item, text))
                entries.push_back(entryOf(*catalogue, std::move(item), today));
        if (entries.empty() && !text.isEmpty()) return unknown(*catalogue, text, today);
        return entries;
    });
}

Result<ServiceGuide> CatalogueService::show(const QString& code, const Actor& by)
{
    SANAD_TRY(mayLook(by));
    return m_db.read([&](Tx& tx) -> Result<ServiceGuide> {
        const auto catalogue = CatalogueRepository(tx).catalogue();
        const QDate today = catalogueDay(tx.now());
        auto item = serviceOf(*catalogue, code, today);
        if (!item) return unknown(*catalogue, code, today);
        SANAD_TRY_VALUE(fields, fieldsOf(*item));
        return ServiceGuide{entryOf(*catalogue, *std::move(item), today), std::move(fields)};
    });
}

} // namespace sanad
