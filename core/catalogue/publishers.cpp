#include "core/catalogue/publishers.h"

#include "core/crypto/hash.h"

#include <QDir>
#include <QFile>

#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

SigningKey demonstrationPublisher()
{
    return SigningKey::fromSeed(
        sha256("Sanad Desk demonstration publisher: proves nothing, signs demonstrations only"));
}

bool carriedByProduct(const QByteArray& hash)
{
    static const auto carried = [] {
        std::set<QByteArray> hashes;
        for (const QFileInfo& each : QDir(u":/packs"_s).entryInfoList(QDir::Files)) {
            QFile file(each.filePath());
            if (file.open(QIODevice::ReadOnly)) hashes.insert(sha256(file.readAll()));
        }
        return hashes;
    }();
    return carried.contains(hash);
}

QString publisherFingerprint(const QByteArray& publisher)
{
    return keyFingerprint(publisher);
}

} // namespace sanad
