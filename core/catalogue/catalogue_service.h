#pragma once

#include "core/base/actor.h"
#include "core/catalogue/service_item.h"
#include "core/forms/form_guide.h"
#include "core/storage/database.h"

namespace sanad {

/// A service as it is sold today, with whose it is.
struct ServiceEntry {
    ServiceItem item;
    Agency agency; ///< Only its code where the catalogue says no more.
};

/// The same with what a form of it asks for.
struct ServiceGuide {
    ServiceEntry service;
    std::vector<FieldGuide> fields;
};

/// In one word how the government fee follows: `none`, `fixed`, `options`, `parts`, `formula`, `clerk` (no
/// figure: the clerk takes it from the portal).
QString feeWord(const FeeRule& fee);
/// The answers of the form that it is computed from.
QStringList formulaFields(const FeeFormula& formula);

/// Looks into the catalogue for whoever sells from it or keeps it.
class CatalogueService {
public:
    explicit CatalogueService(Database& db)
        : m_db(db)
    {
    }

    /// What is offered today: all, in the order of the catalogue, or those whose code or names hold `text` as
    /// it is written, best first. Errors: NotFound `catalogue.no-service` (args: text, codes like it) when
    /// that is nothing.
    Result<std::vector<ServiceEntry>> list(const QString& text, const Actor& by);
    /// `code` in any case. Errors: NotFound `catalogue.no-service` (args: code, codes like it); those of
    /// FormLayout::parse().
    Result<ServiceGuide> show(const QString& code, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
