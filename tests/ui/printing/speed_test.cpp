#include "app/bench/bare_painter.h"
#include "tests/support/test_support.h"
#include "tests/ui/printing/sample_prints.h"
#include "ui/printing/print.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace sanad;
using namespace sanad::test;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr double kMost = 4; // our half is slowed down by the sanitizer, Qt's is not
#else
constexpr double kMost = 1.5;
#endif

/// Ratio of the medians of two works, done in turns so that a busy machine troubles both alike.
template <class Work, class Floor> double ratioOfMedians(int rounds, const Work& work, const Floor& floor)
{
    std::vector<qint64> ours, theirs;
    const auto timed = [](const auto& run) {
        QElapsedTimer timer;
        timer.start();
        run();
        return timer.nsecsElapsed();
    };
    for (int i = 0; i < rounds; ++i) {
        ours.push_back(timed(work));
        theirs.push_back(timed(floor));
    }
    const auto median = [](std::vector<qint64>& times) {
        std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
        return double(times[times.size() / 2]);
    };
    const double mine = median(ours), bare = median(theirs);
    UNSCOPED_INFO("median " << mine / 1e6 << " ms, bare " << bare / 1e6 << " ms, ratio " << mine / bare);
    return mine / bare;
}

} // namespace

TEST_CASE("A receipt's PDF costs less than half more than the bare painter calls", "[printing][speed]")
{
    const Receipt receipt = sampleReceipt();
    const CentrePrint centre = sampleCentre();
    const bench::BarePainter bare(receiptSheet(receipt, centre, {}, SheetForm::Wide), a5Style());
    const double ratio = ratioOfMedians(
        15, [&] { return receiptPdf(receipt, centre, {}, Paper::A5).size(); },
        [&] { return bare.pdf().size(); });
    CHECK(ratio < kMost);
}

TEST_CASE("A receipt's raster costs less than half more than the bare painter calls", "[printing][speed]")
{
    const Receipt receipt = sampleReceipt();
    const CentrePrint centre = sampleCentre();
    const bench::BarePainter bare(receiptSheet(receipt, centre, {}, SheetForm::Narrow), thermalStyle());
    const double ratio = ratioOfMedians(
        15, [&] { return receiptRaster(receipt, centre, {}).height(); },
        [&] { return bare.raster().height(); });
    CHECK(ratio < kMost);
}
