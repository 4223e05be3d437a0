// `SCHEMA NUL DATA` through everything that core/forms does with them.

#include "core/forms/form_layout.h"
#include "core/forms/form_schema.h"
#include "core/forms/json_text.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(forms)
{
    const auto cut = bytes.indexOf('\0');
    const auto first = sanad::parseJson(cut < 0 ? bytes : bytes.first(cut));
    if (!first) return;
    const auto second = sanad::parseJson(cut < 0 ? bytes : bytes.sliced(cut + 1));
    const auto schema = sanad::FormSchema::compile(*first);
    if (schema && second) (void)schema->check(*second);
    if (second) (void)sanad::FormLayout::parse(*second, *first);
}
