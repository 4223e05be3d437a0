// sanad-pack-tool SOURCE OUT [SEED]: checks the source of a content pack and writes it as a signed file.
// SEED is a file of 32 bytes, the publisher's; without it the demonstration publisher signs. The format and
// the way to a publisher of one's own are in docs/catalogue.md.

#include "core/catalogue/pack_check.h"
#include "core/catalogue/pack_source.h"
#include "core/catalogue/publishers.h"

#include <QFile>
#include <QSaveFile>
#include <QStringList>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

constexpr qsizetype kSeedBytes = 32;

enum Exit { Done = 0, Refused = 1, Usage = 2, Unreachable = 3, Unusable = 4 };

int fail(int code, const Error& error)
{
    std::fprintf(stderr, "%s %s %s\n", qUtf8Printable(error.key), qUtf8Printable(error.args.join(u' ')),
        qUtf8Printable(error.detail));
    return code;
}

Result<SigningKey> publisher(const QString& seedFile)
{
    if (seedFile.isEmpty()) return demonstrationPublisher();
    QFile file(seedFile);
    const Error error{ErrorCode::Unreachable, u"pack.source"_s, {seedFile}, {}};
    if (!file.open(QIODevice::ReadOnly)) return error;
    const auto seed = file.readAll();
    if (seed.size() != kSeedBytes) return error;
    return SigningKey::fromSeed(seed);
}

} // namespace

int main(int argc, char* argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (arguments.size() < 2 || arguments.size() > 3) {
        std::fputs("usage: sanad-pack-tool SOURCE OUT [SEED]\n", stderr);
        return Usage;
    }
    const auto document = readPackSource(arguments.at(0));
    if (!document)
        return fail(
            document.error().code == ErrorCode::Unreachable ? Unreachable : Unusable, document.error());
    const auto report = checkPackDocument(*document);
    for (const auto& problem : report.problems)
        fail(Refused, problem);
    if (!report.problems.empty()) return Refused;
    const auto key = publisher(arguments.value(2));
    if (!key) return fail(Unreachable, key.error());

    QSaveFile out(arguments.at(1));
    if (!out.open(QIODevice::WriteOnly) || out.write(writePackFile(*document, *key)) < 0 || !out.commit())
        return fail(Unreachable, {ErrorCode::Unreachable, u"pack.source"_s, {arguments.at(1)}, {}});
    return Done;
}
