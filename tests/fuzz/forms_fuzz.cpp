// Bytes from outside through everything that core/forms does with them: `SCHEMA NUL DATA`.

#include "core/forms/form_layout.h"
#include "core/forms/form_schema.h"
#include "core/forms/json_text.h"

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const QByteArrayView whole(bytes, static_cast<qsizetype>(size));
    const auto cut = whole.indexOf('\0');
    const auto first = sanad::parseJson(cut < 0 ? whole : whole.first(cut));
    if (!first) return 0;
    const auto second = sanad::parseJson(cut < 0 ? whole : whole.sliced(cut + 1));
    const auto schema = sanad::FormSchema::compile(*first);
    if (schema && second) (void)schema->check(*second);
    if (second) (void)sanad::FormLayout::parse(*second, *first);
    return 0;
}
