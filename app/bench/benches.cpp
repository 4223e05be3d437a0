#include "app/bench/bench.h"

namespace sanad::bench {

void benchVisit(Report& report, double scale);
void benchReports(Report& report, double scale);
void benchSync(Report& report, double scale);
void benchSearch(Report& report, double scale);
void benchImport(Report& report, double scale);
void benchRestore(Report& report, double scale);
void benchPrint(Report& report, double scale);
void benchServer(Report& report, double scale);

const std::vector<NamedBench>& allBenches()
{
    static const std::vector<NamedBench> list{
        {"visit", benchVisit},
        {"reports", benchReports},
        {"sync", benchSync},
        {"search", benchSearch},
        {"import", benchImport},
        {"restore", benchRestore},
        {"print", benchPrint},
        {"server", benchServer},
    };
    return list;
}

} // namespace sanad::bench
