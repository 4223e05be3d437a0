#pragma once

#include "core/verify/verify.h"
#include "tests/core/till_fixture/till.h"

#include <string>

namespace sanad::test {

Money baisa(std::int64_t value);
ReceiptDraft sale();

/// Two days of work with a bit of everything, the first one closed.
struct Centre2Days : Till {
    Centre2Days();

private:
    /// The transaction whose fee is paid on, without the slice that makes such.
    void insertTransaction();
};

std::vector<Breach> verified(Database& db);
bool names(const std::vector<Breach>& breaches, const QString& where);
std::string listed(const std::vector<Breach>& breaches);

} // namespace sanad::test
