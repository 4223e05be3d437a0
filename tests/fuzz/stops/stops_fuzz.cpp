// A target that every input but its corpus stops: what a round says then is looked at by `fuzz_round_tells`.

#include "tests/fuzz/fuzz_target.h"

using namespace sanad;

FUZZ_TARGET(stops)
{
    fuzz::promise(bytes == QByteArrayView("calm") || bytes == QByteArrayView("ca"));
}
