#include "core/base/search_text.h"
#include "core/customers/customer_repository.h"
#include "core/customers/customer_service.h"
#include "core/customers/synthetic_customers.h"
#include "tests/support/test_support.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace sanad;
using test::must;

namespace {

struct Figures {
    std::vector<double> milliseconds;

    double at(double share)
    {
        std::sort(milliseconds.begin(), milliseconds.end());
        return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    }
};

/// Time of this thread alone, so that a busy machine does not count.
double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void print(const char* what, Figures& figures)
{
    std::printf("%-34s n=%zu p50=%.3f p90=%.3f p99=%.3f max=%.3f ms\n", what, figures.milliseconds.size(),
        figures.at(0.5), figures.at(0.9), figures.at(0.99), figures.at(1));
}

} // namespace

// Not run by default: `test_core_customers "[figures]"`, with SANAD_BENCH_CUSTOMERS for the size.
TEST_CASE("Search figures", "[.figures]")
{
    const auto size = qEnvironmentVariable("SANAD_BENCH_CUSTOMERS", u"10000"_s).toLongLong();
    QTemporaryDir folder;
    const QString path = qEnvironmentVariable("SANAD_BENCH_FOLDER", folder.path());
    const bool there = QFileInfo::exists(path + u"/sanad.db"_s);
    const auto db =
        must(Database::open(DataLocation::parse(path), there ? OpenMode::Write : OpenMode::Create));
    db->unlock(Vault::fromKey(QByteArray(Vault::kKeyBytes, 'k')));
    const auto by = test::anyone();
    QElapsedTimer load;
    load.start();
    const auto loadBegan = cpuMilliseconds();
    if (!there) must(loadSyntheticCustomers(*db, size, 1, by));
    std::printf("%lld customers in %.1f s (%.1f s of processor), %lld MiB\n", size,
        static_cast<double>(load.elapsed()) / 1000, (cpuMilliseconds() - loadBegan) / 1000,
        QFileInfo(path + u"/sanad.db"_s).size() >> 20);

    CustomerService customers(*db);
    SyntheticCustomers people(1);
    Figures letters, prefixes, words, twoWords, full, numbers, endings;
    const auto timed = [&](Figures& figures, const QString& text) {
        const auto before = cpuMilliseconds();
        must(customers.find(text, 20, by));
        figures.milliseconds.push_back(cpuMilliseconds() - before);
        if (figures.milliseconds.back() > 2)
            std::printf("  %.2f ms: %s\n", figures.milliseconds.back(), text.toUtf8().constData());
    };
    timed(letters, u"warm up"_s);
    letters = {};
    for (const auto letter : u"ابتجحخدرزسشصطعغفقكلمنهويABCDEFGHIJKLMNOPQRSTUVWXYZ"_s)
        timed(letters, letter);
    for (int i = 0; i < 400; ++i) {
        const auto customer = people.next();
        for (const auto& name : {customer.nameAr, customer.nameEn}) {
            for (const auto& word : name.split(u' ', Qt::SkipEmptyParts)) {
                for (qsizetype length = 1; length < word.size(); ++length)
                    timed(prefixes, word.left(length));
                timed(words, word);
            }
            for (qsizetype length = name.indexOf(u' ') + 2; length < name.size(); ++length)
                timed(twoWords, name.left(length));
            timed(full, name);
        }
        timed(numbers, customer.phone);
        if (!customer.identifiers.empty()) {
            timed(numbers, customer.identifiers.front().value);
            timed(endings, customer.identifiers.front().value.last(4));
            timed(endings, customer.identifiers.front().value.last(6));
        }
    }
    print("one letter", letters);
    print("beginning of a word", prefixes);
    print("whole word", words);
    print("beginning of a name, typed on", twoWords);
    print("whole name", full);
    print("number or phone", numbers);
    print("last digits", endings);
}
