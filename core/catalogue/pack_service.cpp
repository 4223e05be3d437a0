#include "core/catalogue/pack_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/text_gate.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/own_repository.h"
#include "core/catalogue/publishers.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Whose packs are taken is for those who say who may do what here: owners. Who manages the catalogue works
/// with the packs of the publishers that they chose.
constexpr Permission kMayTrustPublishers = Permission::ManageStaff;

QStringList changesOf(const PackedService& before, const PackedService& after)
{
    QStringList what;
    auto a = before.item;
    auto b = after.item;
    if (a.nameAr != b.nameAr || a.nameEn != b.nameEn || a.aliases != b.aliases) what << u"names"_s;
    if (before.fees != after.fees) what << u"fees"_s;
    if (a.documents != b.documents) what << u"documents"_s;
    if (a.formSchema != b.formSchema || a.formLayout != b.formLayout) what << u"form"_s;
    a.nameAr = b.nameAr;
    a.nameEn = b.nameEn;
    a.aliases = b.aliases;
    a.documents = b.documents;
    a.formSchema = b.formSchema;
    a.formLayout = b.formLayout;
    if (a != b) what << u"other"_s;
    return what;
}

std::optional<StoredPack> standingOf(PackRepository& packs, const QString& pack)
{
    std::optional<StoredPack> newest;
    for (auto& each : packs.standing())
        if (each.pack == pack && (!newest || each.version > newest->version)) newest = each;
    return newest;
}

std::shared_ptr<const PackContents> contentsOf(PackRepository& packs, const StoredPack& stored)
{
    const auto file = readPackFile(packs.file(stored.id));
    if (!file) return nullptr;
    std::vector<Error> ignored;
    return std::make_shared<const PackContents>(readPackContents(file->document, ignored));
}

/// A code must mean one service, whichever pack or hand it comes from.
Result<> refuseTakenCodes(Tx& tx, const PackContents& pack)
{
    std::set<QString> codes;
    for (const auto& service : pack.services)
        codes.insert(service.item.code);
    for (const auto& own : OwnRepository(tx).services())
        if (codes.contains(own.code)) return Error{ErrorCode::Conflict, u"pack.code-taken"_s, {own.code}, {}};
    PackRepository packs(tx);
    for (const auto& other : packs.standing()) {
        if (other.pack == pack.manifest.pack) continue;
        const auto contents = contentsOf(packs, other);
        if (!contents) return Error{ErrorCode::Internal, u"catalogue.damaged"_s, {other.pack}, {}};
        for (const auto& service : contents->services)
            if (codes.contains(service.item.code))
                return Error{ErrorCode::Conflict, u"pack.code-taken"_s, {service.item.code}, {}};
    }
    return {};
}

/// A pack belongs to the publisher who brought what stands of it. Another may go on with it where the owner
/// has confirmed them, and not, or no longer, the one before.
Result<> refuseOtherPublisher(
    PackRepository& packs, const std::optional<StoredPack>& standing, const QByteArray& publisher)
{
    if (!standing || standing->publisher == publisher) return {};
    if (packs.isPublisher(publisher) && !packs.isPublisher(standing->publisher)) return {};
    return Error{ErrorCode::Conflict, u"pack.other-publisher"_s,
        {standing->pack, publisherFingerprint(standing->publisher)}, {}};
}

void recordStep(Tx& tx, const Actor& by, const QString& act, const StoredPack& pack, const QJsonObject& rows)
{
    AuditTrail(tx).record(by, act, pack.id,
        {{u"pack"_s, pack.pack}, {u"version"_s, static_cast<qint64>(pack.version)},
            {u"hash"_s, QString::fromLatin1(pack.hash.toHex())}, {u"rows"_s, rows}});
    CatalogueRepository(tx).revise();
}

} // namespace

std::vector<PackDifference> packDifferences(const PackContents* before, const PackContents& after)
{
    using Kind = PackDifference::Kind;
    std::map<QString, const PackedService*> old;
    if (before)
        for (const auto& service : before->services)
            old[service.item.code] = &service;
    std::vector<PackDifference> differences;
    const auto add = [&](Kind kind, const ServiceItem& item, const QStringList& what) {
        differences.push_back({kind, item.code, item.nameAr, item.nameEn, what});
    };
    for (const auto& service : after.services) {
        const auto known = old.find(service.item.code);
        if (known == old.end()) {
            add(Kind::Added, service.item, {});
            continue;
        }
        const auto what = changesOf(*known->second, service);
        if (!what.isEmpty()) add(Kind::Changed, service.item, what);
        old.erase(known);
    }
    for (const auto& [code, service] : old)
        add(Kind::Removed, service->item, {});
    return differences;
}

Result<PackPreview> PackService::preview(QByteArrayView bytes, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    SANAD_TRY_VALUE(report, checkPack(bytes));
    return m_db.read([&](Tx& tx) -> Result<PackPreview> {
        PackRepository packs(tx);
        PackPreview preview{report, false, 0, {}};
        const auto& manifest = report.contents.manifest;
        preview.trusted = carriedByProduct(report.hash) || packs.isPublisher(report.publisher);
        std::shared_ptr<const PackContents> before;
        if (const auto standing = standingOf(packs, manifest.pack)) {
            preview.standingVersion = standing->version;
            before = contentsOf(packs, *standing);
        }
        preview.differences = packDifferences(before.get(), report.contents);
        return preview;
    });
}

Result<PackApplied> PackService::apply(QByteArrayView bytes, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    SANAD_TRY_VALUE(report, checkPack(bytes));
    if (!report.problems.empty()) {
        const auto& first = report.problems.front();
        return Error{ErrorCode::Unusable, u"pack.problems"_s,
            {QString::number(report.problems.size()), first.args.value(0)}, first.key};
    }
    const auto& manifest = report.contents.manifest;
    return m_db.write([&](Tx& tx) -> Result<PackApplied> {
        PackRepository packs(tx);
        if (!carriedByProduct(report.hash) && !packs.isPublisher(report.publisher))
            return Error{
                ErrorCode::Denied, u"pack.untrusted"_s, {publisherFingerprint(report.publisher)}, {}};
        const auto standing = standingOf(packs, manifest.pack);
        if (standing && standing->hash == report.hash) return PackApplied{standing->id, manifest, true};
        SANAD_TRY(refuseOtherPublisher(packs, standing, report.publisher));
        if (standing && manifest.version < standing->version) {
            return Error{ErrorCode::Conflict, u"pack.older"_s,
                {QString::number(manifest.version), QString::number(standing->version)}, {}};
        }
        SANAD_TRY(refuseTakenCodes(tx, report.contents));
        auto stored = packs.find(manifest.pack, manifest.version);
        if (stored && stored->hash != report.hash)
            return Error{
                ErrorCode::Conflict, u"pack.version-taken"_s, {QString::number(manifest.version)}, {}};
        QJsonObject rows;
        if (!stored) {
            stored = StoredPack{PackId::create(), manifest.pack, manifest.version, manifest.validFrom,
                report.publisher, report.hash};
            packs.insert(*stored, bytes.toByteArray(), rows);
        }
        packs.addStep(stored->id, true, by.staff(), rows);
        recordStep(tx, by, u"pack.applied"_s, *stored, rows);
        return PackApplied{stored->id, manifest, false};
    });
}

Result<PackApplied> PackService::rollback(const QString& pack, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.write([&](Tx& tx) -> Result<PackApplied> {
        PackRepository packs(tx);
        const auto standing = standingOf(packs, pack);
        if (!standing) return Error{ErrorCode::Conflict, u"pack.nothing-before"_s, {pack}, {}};
        QJsonObject rows;
        packs.addStep(standing->id, false, by.staff(), rows);
        const auto before = standingOf(packs, pack);
        if (!before) return Error{ErrorCode::Conflict, u"pack.nothing-before"_s, {pack}, {}};
        if (before->publisher != standing->publisher && !by.holds(kMayTrustPublishers))
            return Error{ErrorCode::Denied, u"pack.before-of-other"_s,
                {pack, publisherFingerprint(before->publisher)}, {}};
        recordStep(tx, by, u"pack.rolled-back"_s, *standing, rows);
        const auto contents = contentsOf(packs, *before);
        if (!contents) return Error{ErrorCode::Internal, u"catalogue.damaged"_s, {pack}, {}};
        return PackApplied{before->id, contents->manifest, false};
    });
}

Result<std::vector<PackStep>> PackService::history(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.read([](Tx& tx) -> Result<std::vector<PackStep>> { return PackRepository(tx).steps(); });
}

Result<> PackService::confirmPublisher(const QByteArray& publicKey, const QString& name, const Actor& by)
{
    SANAD_TRY(by.may(kMayTrustPublishers));
    if (publicKey.size() != kPublicKeyBytes) return Error{ErrorCode::Invalid, u"pack.not-a-key"_s, {}, {}};
    SANAD_TRY_VALUE(clean, cleanText(name, {.maxLength = 100, .required = true}));
    return m_db.write([&](Tx& tx) -> Result<> {
        PackRepository(tx).putPublisher(publicKey, clean, by.staff());
        AuditTrail(tx).record(
            by, u"pack-publisher.confirmed"_s, 0, {{u"fingerprint"_s, publisherFingerprint(publicKey)}});
        return {};
    });
}

Result<> PackService::withdrawPublisher(const QByteArray& publicKey, const Actor& by)
{
    SANAD_TRY(by.may(kMayTrustPublishers));
    return m_db.write([&](Tx& tx) -> Result<> {
        PackRepository(tx).removePublisher(publicKey);
        AuditTrail(tx).record(
            by, u"pack-publisher.withdrawn"_s, 0, {{u"fingerprint"_s, publisherFingerprint(publicKey)}});
        return {};
    });
}

Result<std::vector<Publisher>> PackService::publishers(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.read(
        [](Tx& tx) -> Result<std::vector<Publisher>> { return PackRepository(tx).publishers(); });
}

} // namespace sanad
