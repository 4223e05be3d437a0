#pragma once

#include "core/cash/shift_service.h"
#include "core/receipts/receipt_service.h"
#include "core/settings/settings_repository.h"
#include "tests/support/test_support.h"

namespace sanad::test {

/// A centre that can issue receipts: settings, signing key, an open shift at C1 with 20 rials.
struct Till {
    std::unique_ptr<Database> db = migratedDatabase();
    SigningKey key = SigningKey::fromSeed(QByteArray(32, 'k'));
    Actor by = anyone();
    Shift shift;

    explicit Till(const QDate& vatSince = QDate(2026, 1, 1));
    Receipt issue(const ReceiptDraft& draft) { return must(ReceiptService(*db).issue(draft, by)); }
};

/// Vehicle renewal, 18 rials for the police and a service fee of 2, paid with a note of 20.
ReceiptDraft oneRenewal();

} // namespace sanad::test
