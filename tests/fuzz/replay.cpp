// fuzz_replay CORPUS                  every file of CORPUS/NAME through the fuzz target NAME; ends at the
// first that
//                                     stops it
// fuzz_replay --round CORPUS [SEED]   inputs made of these files (round.h); SEED does the same again

#include "tests/fuzz/round.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace sanad::fuzz {

namespace {

std::map<std::string, Target>& all()
{
    static std::map<std::string, Target> targets;
    return targets;
}

/// How many targets have no corpus, which is a mistake.
int replay(const QString& corpus)
{
    int failures = 0;
    for (const auto& [name, target] : targets()) {
        const auto files = corpusOf(corpus, name);
        for (const auto& [file, bytes] : files) {
            std::printf("%s/%s\n", name.c_str(), qPrintable(file));
            std::fflush(stdout);
            target(bytes);
            target(QByteArrayView(bytes).first(bytes.size() / 2));
        }
        if (!files.empty()) continue;
        std::fprintf(stderr, "no corpus for %s\n", name.c_str());
        ++failures;
    }
    return failures;
}

} // namespace

bool add(const char* name, Target target)
{
    return all().emplace(name, target).second;
}

const std::map<std::string, Target>& targets()
{
    return all();
}

std::vector<std::pair<QString, QByteArray>> corpusOf(const QString& corpus, const std::string& target)
{
    const QDir folder(corpus + u'/' + QString::fromStdString(target));
    std::vector<std::pair<QString, QByteArray>> files;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) return {};
        files.emplace_back(name, file.readAll());
    }
    return files;
}

} // namespace sanad::fuzz

int main(int argc, char** argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    const QString verb = words.value(0);
    if (verb == u"--round" && (words.size() == 2 || words.size() == 3)) {
        const QCoreApplication app(argc, argv);
        const std::uint64_t seed = words.size() == 3 ? words[2].toULongLong() : std::random_device()();
        return sanad::fuzz::round(words[1], seed);
    }
    if (verb == u"--one" && words.size() == 5)
        return sanad::fuzz::roundOfOne(words[1], words[2].toStdString(), words[3].toULongLong(), words[4]);
    return words.size() == 1 ? sanad::fuzz::replay(verb) : 2;
}
