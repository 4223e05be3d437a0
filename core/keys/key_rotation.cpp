#include "core/keys/key_rotation.h"

#include "core/audit/audit_trail.h"
#include "core/documents/document_rekey.h"
#include "core/heads/raise_heads.h"
#include "core/keys/reseal.h"
#include "core/people/approvals.h"
#include "core/people/secret_check.h"
#include "core/people/staff_secrets.h"
#include "core/people/vouched_people.h"
#include "core/privacy/erasure.h"
#include "core/settings/centre.h"
#include "core/storage/data_key.h"
#include "core/verify/flat_rows.h"
#include "core/verify/verify.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Result<> refuseUnsound(Tx& tx, const QString& filesFolder)
{
    const auto breaches = breachesIn(tx, filesFolder);
    if (breaches.empty()) return {};
    const Breach& first = breaches.front();
    return Error{
        ErrorCode::Conflict, u"key.not-sound"_s, {first.invariant + u": "_s + first.where}, first.what};
}

/// People with their rows as they are before any of it is sealed anew.
using Everyone = std::vector<std::pair<Staff, PeopleChange>>;

Everyone beforeTheChange(Tx& tx)
{
    Everyone everyone;
    for (const Staff& person : StaffRepository(tx).all())
        everyone.emplace_back(person, PeopleChange(tx, PeopleRow::of(person.id)));
    return everyone;
}

/// Who opens the data from now on: the owner and the recovery code.
void wrapFor(Tx& tx, Everyone& everyone, const Staff& owner, const QString& password, const Vault& vault,
    const Actor& by, PasswordCost cost, KeyRotation& done)
{
    StaffRepository people(tx);
    for (auto& [person, change] : everyone) {
        auto secrets = people.secrets(person.id);
        secrets.wrappedKey = person.id == owner.id ? wrapKey(vault.key(), password, cost) : QByteArray("");
        people.setSecrets(person.id, secrets);
        change.record(by, u"staff.key-changed"_s, person.id.raw());
        if (person.active && person.id != owner.id) done.needPassword << person.user;
    }
    done.recoveryCode = renewRecoveryCode(tx, vault, by, cost);
}

void vouchForFiles(Tx& tx, const QHash<std::int64_t, QByteArray>& files)
{
    constexpr qsizetype kFilesALine = 100;
    QJsonObject rows;
    const auto write = [&] {
        if (!rows.isEmpty()) AuditTrail(tx).record(Actor(), u"rows.resealed"_s, kBranch, {{u"rows"_s, rows}});
        rows = {};
    };
    for (auto file = files.begin(); file != files.end(); ++file) {
        rows.insert(
            u"document_content:"_s + QString::number(file.key()), QString::fromLatin1(file.value().toHex()));
        if (rows.size() == kFilesALine) write();
    }
    write();
}

} // namespace

ApprovedAct keyRotationAct()
{
    return {Permission::ApproveActs, u"key.rotated"_s, u"data-key"_s};
}

Result<KeyRotation> KeyService::rotate(const QString& password, const Approval& approval, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    SecretCheck check(m_db, m_clock);
    SANAD_TRY_VALUE(known, check.password(by.user(), password, u"key"_s));
    known.dataKey.fill('\0');
    // The password was right, whatever comes of the rest.
    const auto passed = m_db.write([&](Tx& tx) { return check.passed(tx, known.staff); });
    if (!passed) return passed.error();
    const Vault next = Vault::create();
    std::optional<DocumentRekey> papers;
    KeyRotation done;
    const auto written = m_db.write([&](Tx& tx) -> Result<> {
        done = {};
        papers.reset(); // of a try that a server has sent back
        papers.emplace(m_db.filesFolder());
        const Vault before = tx.vault();
        SANAD_TRY(approval.allows(keyRotationAct(), by, tx.now()));
        SANAD_TRY(mayManage(tx, Role::Owner, by));
        SANAD_TRY(ownsSealedTables(tx));
        SANAD_TRY(refuseUnsound(tx, m_db.filesFolder())); // before this act has left half of its rows
        SANAD_TRY(useApproval(tx, approval, keyRotationAct(), by));
        auto everyone = beforeTheChange(tx);
        SANAD_TRY_VALUE(files, papers->apply(tx, before, next));
        SANAD_TRY_VALUE(resealed, reseal(tx, before, next));
        done.values = resealed.values;
        done.platesForgotten = resealed.platesForgotten;
        done.files = files.size();
        setDataKey(tx, next);
        wrapFor(tx, everyone, known.staff, password, next, by, m_cost, done);
        QJsonObject payload = approval.auditPayload();
        payload.insert(u"files"_s, done.files);
        payload.insert(u"plates_forgotten"_s, done.platesForgotten);
        payload.insert(u"values"_s, done.values);
        QJsonObject mark;
        eachFlatRow(tx, u"data_key",
            [&](const QString& id, const QString& digest) { mark.insert(u"data_key:"_s + id, digest); });
        payload.insert(u"rows"_s, mark);
        AuditTrail(tx).record(by, u"key.rotated"_s, kBranch, payload);
        vouchForResealed(tx);
        vouchForFiles(tx, files);
        leaveToCompact(tx);
        return {};
    });
    if (!written) {
        if (written.error().key == "storage.unknown-outcome"_L1) {
            if (papers) papers->keep();
            m_db.lock(); // which key it is, the next sign-in tells
        }
        return written.error();
    }
    m_db.unlock(next);
    papers->keep();
    papers->removeOld();
    raiseHeads(m_db);
    const auto compacted = ErasureService(m_db).compactIfDue();
    done.compacted = compacted && *compacted;
    return done;
}

} // namespace sanad
