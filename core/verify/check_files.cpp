#include "core/crypto/hash.h"
#include "core/verify/checks.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kFiles = "SELECT id, name, bytes FROM document_file ORDER BY id";

} // namespace

void checkFiles(Tx& tx, const QString& folder, const Evidence& evidence, Breaches& breaches)
{
    auto query = tx.query(kFiles);
    query.run();
    while (query.next()) {
        const auto fault = [&](const QString& what) {
            breaches.add(u"file"_s, u"document_file"_s, query.text(0), what);
        };
        const QString path = QDir(folder).filePath(query.text(1));
        const auto digest = evidence.files.constFind(query.int64(0));
        if (!QFileInfo(path).isFile())
            fault(u"its file is gone"_s);
        else if (digest == evidence.files.constEnd())
            fault(u"has no audit line"_s);
        else if (sha256OfFile(path) != *digest)
            fault(u"its file is not the one that was kept"_s);
    }
}

} // namespace sanad
