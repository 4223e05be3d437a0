#include "core/base/sensitive_data.h"

#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;

TEST_CASE("Names of papers and fields tell kinds of data that may not be kept", "[sensitive]")
{
    for (const auto& name : {u"نتيجة الفحص الطبي"_s, u"Medical examination result"_s, u"بطاقة صحية للسائق"_s,
             u"فصيلة الدم"_s, u"تقرير الإعاقة"_s})
        CHECK(sensitiveKindOf(name) == SensitiveKind::Health);
    CHECK(sensitiveKindOf(u"الديانة"_s) == SensitiveKind::Belief);
    for (const auto& name : {u"الدين"_s, u"الديـانة"_s, u"Faith"_s, u"الطائفة"_s})
        CHECK(sensitiveKindOf(name) == SensitiveKind::Belief);
    for (const auto& name : {u"العرق"_s, u"Race"_s})
        CHECK(sensitiveKindOf(name) == SensitiveKind::Origin);
    for (const auto& name : {u"blood_type"_s, u"التشخيص"_s, u"HIV positive"_s})
        CHECK(sensitiveKindOf(name) == SensitiveKind::Health);
    CHECK(sensitiveKindOf(u"صحيفة السوابق"_s) == SensitiveKind::Conviction);
    CHECK(sensitiveKindOf(u"Fingerprints"_s) == SensitiveKind::Biometric);
    for (const auto& name : {u"طبيعة العمل"_s, u"بيان صحيح"_s, u"بطاقتا الوالدين"_s, u"وثيقة التأمين الصحي"_s,
             u"Health insurance policy"_s, u"مبلغ الدين"_s, u"Section"_s, u"Business sector"_s,
             u"Nationality"_s, u"الجنسية"_s})
        CHECK_FALSE(sensitiveKindOf(name));
}
