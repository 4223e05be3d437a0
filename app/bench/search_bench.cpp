#include "app/bench/search_bench.h"

#include "app/bench/bench_centre.h"
#include "core/customers/customer_repository.h"
#include "core/customers/customer_service.h"
#include "core/customers/synthetic_customers.h"

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kPeople = 300;
constexpr int kRounds = 3;
constexpr int kHits = 20;
constexpr quint64 kSeed = 5;

} // namespace

std::vector<QuestionKind> kindsOfQuestions()
{
    QuestionKind letters{u"one letter"_s, 2, {}}, beginnings{u"beginning of a word"_s, 2, {}};
    QuestionKind words{u"whole word"_s, 2, {}}, growing{u"name typed on"_s, 2, {}},
        names{u"whole name"_s, 2, {}};
    QuestionKind pairs{u"any two words"_s, 2, {}};
    QuestionKind numbers{u"number or phone"_s, 0.5, {}}, endings{u"last digits"_s, 0.5, {}};
    for (const auto letter : u"ابتجحخدرزسشصطعغفقكلمنهويABCDEFGHIJKLMNOPQRSTUVWXYZ"_s)
        letters.questions << QString(letter);
    SyntheticCustomers people(kSeed);
    for (int i = 0; i < kPeople; ++i) {
        const Customer customer = people.next();
        for (const auto& name : {customer.nameAr, customer.nameEn}) {
            const auto parts = name.split(u' ', Qt::SkipEmptyParts);
            for (const auto& word : parts) {
                for (qsizetype length = 1; length < word.size(); ++length)
                    beginnings.questions << word.left(length);
                words.questions << word;
            }
            for (qsizetype length = name.indexOf(u' ') + 2; length < name.size(); ++length)
                growing.questions << name.left(length);
            for (const auto& other : {parts.back(), parts[parts.size() / 2]})
                for (qsizetype length = 1; length < parts.front().size(); ++length)
                    pairs.questions << other + u' ' + parts.front().left(length);
            names.questions << name;
        }
        numbers.questions << customer.phone;
        if (const auto* identifier = customer.mainIdentifier()) {
            numbers.questions << identifier->value;
            endings.questions << identifier->value.last(4) << identifier->value.last(6);
        }
    }
    return {letters, beginnings, words, growing, pairs, names, numbers, endings};
}

SearchTimes searchP99(Database& db, const Actor& by, const QuestionKind& kind)
{
    CustomerService customers(db);
    std::vector<double> wall, cpu;
    for (const QString& question : kind.questions) {
        std::vector<double> walls, cpus;
        for (int round = 0; round < kRounds; ++round) {
            cpus.push_back(cpuMs(
                [&] { walls.push_back(wallMs([&] { (void)must(customers.find(question, kHits, by)); })); }));
        }
        wall.push_back(median(std::move(walls)));
        cpu.push_back(median(std::move(cpus)));
        if (cpu.back() > kind.goal && qEnvironmentVariableIsSet("SANAD_BENCH_VERBOSE"))
            qInfo("%.2f ms: %s", cpu.back(), qUtf8Printable(question));
    }
    return {percentile(std::move(wall), 0.99), percentile(std::move(cpu), 0.99)};
}

void fillWithCustomers(Database& db, qint64 count, const Actor& by)
{
    const auto known =
        must(db.read([](Tx& tx) -> Result<std::int64_t> { return CustomerRepository(tx).count(); }));
    if (known == 0) (void)must(loadSyntheticCustomers(db, count, kSeed, by));
}

/// G3: search as you type among ten thousand and a million, by kind of question.
void benchSearch(Report& report, double scale)
{
    const auto many = static_cast<qint64>(1'000'000 * scale);
    const auto few = std::max<qint64>(1'000, many / 100);
    BenchCentre town(u"customers-%1"_s.arg(few)), country(u"customers-%1"_s.arg(many));
    fillWithCustomers(*town.db, few, town.owner);
    fillWithCustomers(*country.db, many, country.owner);
    for (const QuestionKind& kind : kindsOfQuestions()) {
        (void)searchP99(*town.db, town.owner, {kind.name, kind.goal, kind.questions.mid(0, 20)});
        const auto small = searchP99(*town.db, town.owner, kind);
        const auto large = searchP99(*country.db, country.owner, kind);
        const QString name = u"%1, p99 at %2"_s.arg(kind.name).arg(many);
        report.add(
            {u"G3"_s, name, large.wall, {}, u"ms"_s, kind.goal, u"CPU %1 ms"_s.arg(large.cpu, 0, 'f', 2)});
        // From 10 k to 1 M the logarithm grows by half.
        report.add({u"G3"_s, u"%1, CPU, beside %2"_s.arg(kind.name).arg(few), large.cpu, small.cpu, u"ms"_s,
            {}, {}});
    }
}

} // namespace sanad::bench
