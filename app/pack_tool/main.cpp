// sanad-pack-tool SOURCE OUT [SEED]: checks the source of a content pack and writes it as a signed file.
// SEED is a file of 32 bytes, the publisher's; without it the demonstration publisher signs. The format and
// the way to a publisher of one's own are in docs/catalogue.md.

#include "core/base/process_guard.h"
#include "core/base/whole_file.h"
#include "core/catalogue/pack_check.h"
#include "core/catalogue/pack_source.h"
#include "core/catalogue/publishers.h"
#include "core/storage/output_path.h"
#include "ui/text/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

constexpr qsizetype kSeedBytes = 32;

int fail(const QStringList& arguments, const Error& error, const QString& file = {})
{
    const QByteArray line = errorLine(error, askedLanguage(arguments), file);
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    return exitCodeOf(error.code);
}

Result<SigningKey> publisher(const QString& seedFile)
{
    if (seedFile.isEmpty()) return demonstrationPublisher();
    QFile file(seedFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreachable, u"pack.source"_s, {seedFile}, {}};
    const auto seed = file.read(kSeedBytes + 1);
    if (seed.size() != kSeedBytes)
        return Error{ErrorCode::Unusable, u"pack.seed"_s, {seedFile, QString::number(kSeedBytes)}, {}};
    return SigningKey::fromSeed(seed);
}

} // namespace

int main(int argc, char* argv[])
{
    failAtFileSizeLimit();
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Checks the source of a content pack and writes it as a signed file."_s);
    parser.addHelpOption();
    parser.addOption({u"lang"_s, u"Language of messages: ar or en."_s, u"LANGUAGE"_s});
    parser.addPositionalArgument(u"SOURCE"_s, u"Folder of the pack's source."_s);
    parser.addPositionalArgument(u"OUT"_s, u"The file to write."_s);
    parser.addPositionalArgument(
        u"SEED"_s, u"32 bytes, the publisher's; else the demonstration publisher signs."_s, u"[SEED]"_s);
    if (const auto parsed = parseOptions(parser, arguments, 3); !parsed)
        return fail(arguments, parsed.error());
    if (parser.isSet(u"help"_s)) parser.showHelp();
    if (parser.isSet(u"lang"_s))
        if (const auto language = choiceOption(parser, u"lang"_s, {u"ar"_s, u"en"_s}); !language)
            return fail(arguments, language.error());
    const QStringList words = parser.positionalArguments();
    if (words.size() < 2)
        return fail(arguments,
            {ErrorCode::Usage, u"program.words-missing"_s, {words.isEmpty() ? u"SOURCE"_s : u"OUT"_s}, {}});

    const auto document = readPackSource(words.at(0));
    if (!document) {
        // An error of a file's text names the file in its detail.
        Error error = document.error();
        const QString file = error.detail;
        if (error.code != ErrorCode::Unreachable) error.code = ErrorCode::Unusable;
        return fail(arguments, error, file);
    }
    const auto report = checkPackDocument(*document);
    for (const auto& problem : report.problems)
        fail(arguments, problem);
    if (!report.problems.empty()) return exitCodeOf(ErrorCode::Invalid);
    const auto key = publisher(words.value(2));
    if (!key) return fail(arguments, key.error());

    if (const auto possible = mayWriteTo(words.at(1)); !possible) return fail(arguments, possible.error());
    QSaveFile out(words.at(1));
    if (out.open(QIODevice::WriteOnly) && writeWhole(out, writePackFile(*document, *key)) && commitWhole(out))
        return 0;
    return fail(arguments, {ErrorCode::Unreachable, u"pack.source"_s, {words.at(1)}, {}});
}
