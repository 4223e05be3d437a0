#include "app/bench/bench.h"
#include "core/customers/customer_service.h"
#include "core/customers/synthetic_customers.h"
#include "core/people/people_service.h"
#include "core/people/sign_in.h"

#include <QTemporaryDir>

#include <random>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kQuestions = 400;
constexpr int kHits = 20;

template <class T> T must(Result<T> result)
{
    if (!result)
        qFatal("bench: %s %s", qUtf8Printable(result.error().key), qUtf8Printable(result.error().detail));
    return std::move(*result);
}

/// A centre with `count` synthetic customers.
struct Crowd {
    QTemporaryDir folder;
    std::unique_ptr<Database> db = must(Database::open({folder.path(), {}}, OpenMode::Create));
    Actor owner;
    double loadMs = 0;

    explicit Crowd(qint64 count)
    {
        FirstRun request;
        request.centre.nameAr = u"مركز"_s;
        request.counters = {{u"C1"_s, u"شباك"_s, {}, true}};
        request.owner = {u"owner"_s, u"المالك"_s, {}, Role::Owner, u"bench-owner"_s, u"1111"_s};
        (void)must(PeopleService(*db).setUp(request));
        owner = must(SignIn(*db).withPassword(u"owner"_s, u"bench-owner"_s, u"C1"_s));
        loadMs = wallMs([&] { (void)must(loadSyntheticCustomers(*db, count, 5, owner)); });
    }
};

/// What clerks type: a prefix of any word of a name, growing by a letter; now and then two words.
QStringList nameQuestions(int count)
{
    SyntheticCustomers maker(5);
    std::mt19937 random(11);
    QStringList questions;
    while (questions.size() < count) {
        const Customer customer = maker.next();
        const auto words = customer.name(random() % 4 != 0).split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty()) continue;
        const QString word = words[static_cast<qsizetype>(random() % static_cast<unsigned>(words.size()))];
        const auto letters = 1 + static_cast<qsizetype>(random() % static_cast<unsigned>(word.size()));
        questions << (random() % 5 == 0 ? words.front() + u' ' + word.left(letters) : word.left(letters));
    }
    return questions;
}

QStringList numberQuestions(int count)
{
    SyntheticCustomers maker(5);
    QStringList questions;
    while (questions.size() < count) {
        const Customer customer = maker.next();
        if (const auto* identifier = customer.mainIdentifier())
            questions << (questions.size() % 2 == 0 ? identifier->value : customer.phone);
    }
    return questions;
}

double p99(Crowd& crowd, const QStringList& questions)
{
    CustomerService customers(*crowd.db);
    std::vector<double> times;
    for (const QString& question : questions)
        times.push_back(wallMs([&] { (void)must(customers.find(question, kHits, crowd.owner)); }));
    return percentile(std::move(times), 0.99);
}

} // namespace

/// G3: search as you type among 10 thousand and a million; and how fast a crowd is loaded.
void benchSearch(Report& report, double scale)
{
    const auto many = static_cast<qint64>(1'000'000 * scale);
    const auto few = std::max<qint64>(1'000, many / 100);
    Crowd town(few), country(many);
    const QStringList names = nameQuestions(kQuestions), numbers = numberQuestions(kQuestions);
    (void)p99(town, names.mid(0, 20));
    (void)p99(country, names.mid(0, 20));
    const QString size = QString::number(many);
    const double small = p99(town, names);
    const double large = p99(country, names);
    report.add({u"G3"_s, u"search by name, p99 at "_s + size, large, {}, u"ms"_s, 2.0, {}});
    // From 10 k to 1 M the logarithm grows by half.
    report.add({u"G3"_s, u"the same beside 1 % of the customers"_s, large, small, u"ms"_s, {}, {}});
    report.add({u"G3"_s, u"search by number, p99 at "_s + size, p99(country, numbers), {}, u"ms"_s, 0.5, {}});
    report.add({u"G8"_s, u"customers loaded a second"_s, static_cast<double>(many) / country.loadMs * 1000.0,
        {}, u"/s"_s, {}, u"with encryption and search index"_s});
}

} // namespace sanad::bench
