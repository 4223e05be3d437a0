#pragma once

#include "core/base/actor.h"
#include "core/settings/centre.h"
#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// A centre and a counter as they may be stored. Errors, all Invalid: those of SettingsService below.
Result<Centre> checkedCentre(Centre centre);
Result<Counter> checkedCounter(Counter counter);

/// What the owner decides of the centre after it was set up. Touches "settings".
class SettingsService {
public:
    explicit SettingsService(Database& db)
        : m_db(db)
    {
    }

    Result<Centre> centre(const Actor& by);
    /// Counts from the next act on; what was printed and recorded stays. The training mark is not changed.
    /// Errors, all Invalid: `settings.centre-name`, `settings.wilayat`, `settings.vatin`,
    /// `settings.vatin-kept` (copies of what was sold with VAT carry it), `settings.vat-since`,
    /// `settings.phone`, `settings.cut-off-hour`, `settings.hijri-offset`; those of cleanText().
    Result<Centre> saveCentre(Centre centre, const Actor& by);

    Result<std::vector<Counter>> counters(const Actor& by);
    /// Errors: Invalid `settings.counter-code`, `settings.counter-name`; Conflict `settings.counter-exists`
    /// (arg: code): receipts carry it for good, so it is never given anew.
    Result<Counter> addCounter(Counter counter, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
