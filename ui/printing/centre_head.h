#pragma once

#include "core/receipts/receipt.h"
#include "ui/printing/sheet.h"
#include "ui/printing/words.h"

namespace sanad {

/// Name, licence, tax number, address and phone of the centre, as every print begins.
void addCentreHead(
    std::vector<SheetBlock>& blocks, const CentrePrint& centre, const Wording& say, SheetForm form);

} // namespace sanad
