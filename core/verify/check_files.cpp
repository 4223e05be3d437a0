#include "core/crypto/hash.h"
#include "core/documents/document_files.h"
#include "core/heads/head_repository.h"
#include "core/verify/checks.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kGone = u"its file is gone"_s, kOther = u"its file is not the one that was kept"_s;
constexpr auto kFiles = "SELECT id, name, bytes FROM document_file ORDER BY id";

} // namespace

bool isLostPaper(const Breach& breach)
{
    return breach.invariant == "file"_L1 && breach.what == kGone;
}

bool isUselessPaper(const Breach& breach)
{
    return isLostPaper(breach) || (breach.invariant == "file"_L1 && breach.what == kOther);
}

void checkFiles(Tx& tx, const QString& folder, const Evidence& evidence, Breaches& breaches)
{
    const QString centre = centreIdOf(tx);
    auto query = tx.query(kFiles);
    query.run();
    while (query.next()) {
        const auto fault = [&](const QString& what) {
            breaches.add(u"file"_s, u"document_file"_s, query.text(0), what);
        };
        const QString path = documentPath(folder, query.text(1), centre);
        const auto digest = evidence.files.constFind(query.int64(0));
        if (path.isEmpty())
            fault(u"its file has a name that the centre gives none"_s);
        else if (!QFileInfo(path).isFile())
            fault(kGone);
        else if (digest == evidence.files.constEnd())
            fault(u"has no audit line"_s);
        else if (sha256OfFile(path) != *digest)
            fault(kOther);
    }
}

} // namespace sanad
