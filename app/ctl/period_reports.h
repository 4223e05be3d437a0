#pragma once

#include "app/ctl/report_table.h"
#include "core/reports/today.h"

namespace sanad::ctl {

/// The reports of a period, as tables in the language of the texts.
ReportTable revenueTable(const Revenue& revenue);
ReportTable clerksTable(const Revenue& revenue);
/// What VAT was charged on, day by day: service fees less discounts; government fees stand outside it, and
/// what was sold while the centre was not registered (`withoutVat`) in a column of its own.
ReportTable vatTable(const Revenue& revenue, const std::map<QDate, Money>& withoutVat);
/// What was sold for each agency and what is held for it.
ReportTable agenciesTable(
    const Revenue& revenue, const std::vector<DayReport::AgencyMoney>& held, Language language);

} // namespace sanad::ctl
