// One line of `sanadctl serve`.

#include "core/visits/visit.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(visit)
{
    QString tag;
    (void)sanad::parseVisit(bytes, &tag);
}
