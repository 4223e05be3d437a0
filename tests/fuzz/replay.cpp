// fuzz_replay CORPUS: every file of CORPUS/NAME through the fuzz target NAME. Ends at the first that stops
// it.

#include "tests/fuzz/fuzz_target.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <map>
#include <string>

namespace sanad::fuzz {

namespace {

std::map<std::string, Target>& targets()
{
    static std::map<std::string, Target> all;
    return all;
}

/// How many files went through; none is a mistake.
int replay(const QDir& corpus, Target target)
{
    int count = 0;
    for (const QString& name : corpus.entryList(QDir::Files, QDir::Name)) {
        QFile file(corpus.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) return 0;
        const QByteArray bytes = file.readAll();
        std::printf("%s\n", qPrintable(file.fileName()));
        std::fflush(stdout);
        target(bytes);
        target(QByteArrayView(bytes).first(bytes.size() / 2));
        ++count;
    }
    return count;
}

} // namespace

bool add(const char* name, Target target)
{
    return targets().emplace(name, target).second;
}

} // namespace sanad::fuzz

int main(int argc, char** argv)
{
    if (argc != 2) return 2;
    int failures = 0;
    for (const auto& [name, target] : sanad::fuzz::targets()) {
        if (sanad::fuzz::replay(
                QDir(QString::fromLocal8Bit(argv[1]) + QLatin1Char('/') + QString::fromStdString(name)),
                target) > 0)
            continue;
        std::fprintf(stderr, "no corpus for %s\n", name.c_str());
        ++failures;
    }
    return failures;
}
