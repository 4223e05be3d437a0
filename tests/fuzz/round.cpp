#include "tests/fuzz/round.h"

#include "tests/fuzz/mutations.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryFile>
#include <QtEndian>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace sanad::fuzz {

namespace {

constexpr std::uint64_t kMostInputs = 20'000; // of a target
constexpr double kMostSeconds = 1; // of the processor, for a target
constexpr int kPatienceSeconds = 30; // for one input
constexpr int kSecond = 1000;
constexpr qint64 kProgressBytes = sizeof(std::uint64_t);

std::vector<QByteArray> inputsOf(const QString& corpus, const std::string& target)
{
    std::vector<QByteArray> inputs;
    for (auto& [name, bytes] : corpusOf(corpus, target))
        inputs.push_back(std::move(bytes));
    return inputs;
}

/// The index of the input at hand.
std::uint64_t indexIn(const QString& progress)
{
    QFile file(progress);
    if (!file.open(QIODevice::ReadOnly)) return 0;
    const QByteArray bytes = file.read(kProgressBytes);
    return bytes.size() == kProgressBytes ? qFromLittleEndian<std::uint64_t>(bytes.constData()) : 0;
}

/// Until the process has ended, or has been at one input for too long. Returns whether it ended well.
bool endsWell(QProcess& process, const QString& progress)
{
    std::uint64_t last = 0;
    for (int waited = 0; !process.waitForFinished(kSecond); ++waited) {
        if (process.state() == QProcess::NotRunning) return false;
        if (const std::uint64_t now = indexIn(progress); now != last) {
            last = now;
            waited = 0;
        } else if (waited == kPatienceSeconds) {
            std::fprintf(stderr, "no end after %d s\n", kPatienceSeconds);
            process.kill();
        }
    }
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

/// Returns the name of the file.
QString keep(const QString& corpus, const std::string& target, std::uint64_t seed, std::uint64_t index)
{
    QFile file(u"fuzz-round-%1-%2-%3"_s.arg(QString::fromStdString(target)).arg(seed).arg(index));
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(mutated(inputsOf(corpus, target), seed, index));
    return file.fileName();
}

} // namespace

int round(const QString& corpus, std::uint64_t seed)
{
    std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    int stopped = 0;
    for (const auto& [name, target] : targets()) {
        QTemporaryFile progress;
        if (!progress.open() || !progress.resize(kProgressBytes)) return 1;
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(),
            {u"--one"_s, corpus, QString::fromStdString(name), QString::number(seed), progress.fileName()});
        if (endsWell(process, progress.fileName())) continue;
        const QString file = keep(corpus, name, seed, indexIn(progress.fileName()));
        std::fprintf(
            stderr, "%s was stopped by the input that is now in %s\n", name.c_str(), qPrintable(file));
        ++stopped;
    }
    return stopped;
}

int roundOfOne(const QString& corpus, const std::string& target, std::uint64_t seed, const QString& progress)
{
    const auto inputs = inputsOf(corpus, target);
    QFile file(progress);
    if (inputs.empty() || !file.open(QIODevice::ReadWrite)) return 1;
    uchar* const index = file.map(0, kProgressBytes);
    if (!index) return 1;
    const Target act = targets().at(target);
    const std::clock_t until = std::clock() + static_cast<std::clock_t>(kMostSeconds * CLOCKS_PER_SEC);
    std::uint64_t count = 0;
    for (; count < kMostInputs && std::clock() < until; ++count) {
        qToLittleEndian(count, index);
        act(mutated(inputs, seed, count));
    }
    std::printf("%s: %llu inputs\n", target.c_str(), static_cast<unsigned long long>(count));
    return 0;
}

} // namespace sanad::fuzz
