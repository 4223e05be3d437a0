#pragma once

#include "ui/printing/sheet.h"

namespace sanad::test {

/// Every label and value of the sheet, one a line.
inline QString textOf(const Sheet& sheet)
{
    QString text;
    for (const SheetBlock& block : sheet.blocks) {
        if (const auto* one = std::get_if<SheetText>(&block)) text += one->text + u'\n';
        if (const auto* split = std::get_if<SheetSplit>(&block))
            text += split->start.text + u'\n' + split->end.text + u'\n';
        if (const auto* pairs = std::get_if<SheetPairs>(&block))
            for (const SheetPair& pair : pairs->pairs)
                text += pair.label + u'=' + pair.value + u'\n';
        if (const auto* table = std::get_if<SheetTable>(&block))
            for (const auto& row : table->rows)
                for (const SheetCell& cell : row)
                    text += cell.text + u'\n';
    }
    for (const char16_t isolate : {u'\u2066', u'\u2068', u'\u2069'})
        text.remove(QChar(isolate));
    return text;
}

} // namespace sanad::test
