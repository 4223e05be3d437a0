#include "ui/printing/code_sheet.h"

#include "ui/printing/receipt_sheet.h"
#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad {

Sheet recoveryCodeSheet(const QString& code, const CentrePrint& centre, const QDateTime& printedAt)
{
    Sheet sheet;
    sheet.title = u"Recovery code"_s;
    auto& blocks = sheet.blocks;
    blocks.push_back(SheetText{centre.nameAr, TextRole::Title, Side::Centre});
    blocks.push_back(SheetText{centre.nameEn, TextRole::Strong, Side::Centre, true});
    blocks.push_back(SheetRule{});
    blocks.push_back(SheetText{u"رمز الاسترداد"_s, TextRole::Title, Side::Centre});
    blocks.push_back(SheetText{u"Recovery code"_s, TextRole::Strong, Side::Centre, true});
    blocks.push_back(SheetGap{});
    blocks.push_back(SheetText{code, TextRole::Title, Side::Centre, true});
    blocks.push_back(SheetGap{});
    blocks.push_back(SheetText{
        u"من يملك هذا الرمز يستطيع فتح بيانات المركز. احفظ الورقة في مكان مقفل بعيدًا عن الجهاز، ولا تصوّرها."_s});
    blocks.push_back(
        SheetText{u"Whoever has this code can open the centre's data. Lock this paper away, outside the "
                  "computer, and take no picture of it."_s,
            TextRole::Body, Side::End, true});
    blocks.push_back(SheetRule{});
    blocks.push_back(SheetText{dateTimeText(printedAt), TextRole::Secondary, Side::Centre, true});
    blocks.push_back(SheetGap{1});
    return sheet;
}

} // namespace sanad
