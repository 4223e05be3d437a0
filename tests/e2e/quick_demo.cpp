#include "core/demo/demo_centre.h"
#include "tests/support/cheap_secrets.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sanad;

/// quick_demo FOLDER [--seed N] [--customers N] [--days N] [--visits N]: what `sanadctl demo` makes, but that
/// passwords and PINs cost next to nothing. Scripts sign in hundreds of times.
int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    DemoRequest request;
    request.cost = test::kCheap;
    QCommandLineParser options;
    options.addOptions({{u"seed"_s, {}, u"N"_s, QString::number(request.seed)},
        {u"customers"_s, {}, u"N"_s, QString::number(request.customers)},
        {u"days"_s, {}, u"N"_s, QString::number(request.days)},
        {u"visits"_s, {}, u"N"_s, QString::number(request.visitsADay)}});
    options.process(app);
    if (options.positionalArguments().size() != 1) return 2;
    request.seed = options.value(u"seed"_s).toULongLong();
    request.customers = options.value(u"customers"_s).toInt();
    request.days = options.value(u"days"_s).toInt();
    request.visitsADay = options.value(u"visits"_s).toInt();
    const auto opened = Database::open({options.positionalArguments().front(), {}}, OpenMode::Create);
    const auto made = opened ? makeDemo(**opened, request) : Result<DemoCentre>(opened.error());
    if (!made) std::fprintf(stderr, "%s\n", qPrintable(made.error().key));
    return made ? 0 : 1;
}
