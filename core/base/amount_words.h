#pragma once

#include "core/base/money.h"

namespace sanad {

/// An amount in words, as printed under the total. Whole range of Money.
/// «فقط ثلاثة وعشرون ريالًا عُمانيًا ومائة وخمسون بيسة لا غير»: rial masculine, baisa feminine.
QString amountInWordsAr(Money amount);
/// "Twenty-three Omani rials and one hundred and fifty baisa only".
QString amountInWordsEn(Money amount);

} // namespace sanad
