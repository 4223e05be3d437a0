#include "ui/printing/centre_head.h"

#include "core/base/isolates.h"

using namespace Qt::StringLiterals;

namespace sanad {

void addCentreHead(
    std::vector<SheetBlock>& blocks, const CentrePrint& centre, const Wording& say, SheetForm form)
{
    const bool wide = form == SheetForm::Wide;
    const bool arabic = say.language() == Language::Arabic;
    const Side side = wide ? Side::Start : Side::Centre;
    const QString name = arabic ? centre.nameAr : centre.nameEn;
    if (wide && say.beside()) {
        blocks.push_back(
            SheetSplit{{name, TextRole::Title}, {centre.nameEn, TextRole::Strong, Side::End, true}});
    } else {
        blocks.push_back(SheetText{name, TextRole::Title, side});
        if (say.beside()) blocks.push_back(SheetText{centre.nameEn, TextRole::Strong, side, true});
    }

    QStringList numbers;
    if (!centre.licence.isEmpty()) numbers << say(words::kLicence, isolateLtr(centre.licence));
    if (!centre.vatin.isEmpty()) numbers << say(words::kVatin, isolateLtr(centre.vatin));
    QStringList places{isolateAuto(arabic ? centre.addressAr : centre.addressEn)};
    if (say.beside()) places << isolateLtr(centre.addressEn);
    if (!centre.phone.isEmpty()) {
        const QString phone = isolateLtr(QString(centre.phone).replace(u' ', QChar::Nbsp));
        // Beside two addresses a number says by itself that it is the phone's.
        places << (wide && say.beside() ? phone : say(words::kPhone, phone));
    }
    places.removeAll(QString());
    const QString between = wide ? u" · "_s : QString(QChar::LineSeparator);
    blocks.push_back(SheetText{numbers.join(between), TextRole::Secondary, side});
    blocks.push_back(SheetText{places.join(between), TextRole::Secondary, side});
    blocks.push_back(SheetRule{});
}

} // namespace sanad
