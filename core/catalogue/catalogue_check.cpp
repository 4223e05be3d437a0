#include "core/catalogue/catalogue_check.h"

#include "core/catalogue/pack_file.h"
#include "core/catalogue/pack_repository.h"
#include "core/catalogue/publishers.h"
#include "core/settings/centre.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kActs = R"(
    SELECT act, subject_id, payload FROM audit_line
    WHERE branch_id = :branch AND (act = 'pack.applied' OR act LIKE 'pack-publisher.%') ORDER BY id)";

/// What the audit trail says should be there.
struct Audited {
    std::map<std::int64_t, QString> hashes; ///< Of each pack that was ever applied.
    std::set<QString> publishers; ///< Fingerprints.
};

Audited audited(Tx& tx)
{
    Audited told;
    auto query = tx.query(kActs);
    query.bind(":branch", kBranch).run();
    while (query.next()) {
        const auto act = query.text(0);
        const auto payload = QJsonDocument::fromJson(query.text(2).toUtf8()).object();
        const auto fingerprint = payload.value(u"fingerprint"_s).toString();
        if (act == u"pack.applied"_s)
            told.hashes[query.int64(1)] = payload.value(u"hash"_s).toString();
        else if (act == u"pack-publisher.confirmed"_s)
            told.publishers.insert(fingerprint);
        else
            told.publishers.erase(fingerprint);
    }
    return told;
}

} // namespace

QStringList changedCatalogueRows(Tx& tx)
{
    const auto told = audited(tx);
    QStringList changed;
    PackRepository packs(tx);
    for (const auto& [id, hash] : told.hashes) {
        const auto file = readPackFile(packs.file(PackId::fromRaw(id)));
        if (!file || QString::fromLatin1(file->hash.toHex()) != hash)
            changed << u"content_pack "_s + QString::number(id);
    }
    auto expected = told.publishers;
    for (const auto& publisher : packs.publishers()) {
        const auto fingerprint = publisherFingerprint(publisher.publicKey);
        if (expected.erase(fingerprint) == 0) changed << u"pack_publisher "_s + fingerprint;
    }
    for (const auto& gone : expected)
        changed << u"pack_publisher "_s + gone;
    return changed;
}

} // namespace sanad
