#include "tests/core/backup/centre.h"

#include "core/settings/settings_repository.h"
#include "tests/support/cheap_secrets.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

const auto kPassword = u"demo-owner"_s;

/// Made once a process: deriving keys from passwords takes its time.
struct Original {
    QTemporaryDir folder;
    QString recoveryCode;

    Original()
    {
        auto db = must(Database::open({folder.path(), {}}, OpenMode::Create));
        DemoRequest request;
        request.cost = kCheap;
        request.seed = 7;
        request.customers = 40;
        request.days = 2;
        request.visitsADay = 5;
        request.today = QDate(2026, 11, 22);
        recoveryCode = must(makeDemo(*db, request)).recoveryCode;
    }
};

const Original& original()
{
    static const Original made;
    return made;
}

void copyFolder(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    QDirIterator each(from, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const QString target = QDir(to).filePath(QDir(from).relativeFilePath(path));
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(path, target);
    }
}

RestoreRequest requestOf(const BackupFile& file, const DataLocation& target)
{
    return {file.path, target, must(unlockHeader(file.header, {}, original().recoveryCode)), {}, false,
        steppingClock(QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC)), {}};
}

/// The same centre, moved to the server by way of a backup of its own.
struct OnServer {
    QTemporaryDir folder;
    Database::Beginning beginning;

    OnServer()
    {
        QTemporaryDir centre, stick;
        copyFolder(original().folder.path(), centre.path());
        Reopened here(centre.path());
        const auto moved = must(BackupService(*here.db).create(stick.path(), here.owner));
        auto there = Database::forTests();
        must(restoreBackup(requestOf(moved, there->location())));
        must(there->write([](Tx& tx) -> Result<> { // of a stick that nobody keeps
            SettingsRepository(tx).setValue(u"backup.folders"_s, {});
            return {};
        }));
        copyFolder(there->location().folder, folder.path());
        beginning = Database::beginningOf(std::move(there));
    }
};

std::unique_ptr<Database> copyOnServer()
{
    static const OnServer made;
    auto copy = Database::forTests(made.beginning);
    copyFolder(made.folder.path(), copy->location().folder);
    return copy;
}

} // namespace

BackedCentre::BackedCentre()
{
    QDir().mkpath(stick);
    recoveryCode = original().recoveryCode;
    if (qEnvironmentVariableIsEmpty("SANAD_TEST_PG")) {
        const QString folder = place(u"centre"_s);
        copyFolder(original().folder.path(), folder);
        db = must(Database::open({folder, {}}, OpenMode::Write));
    } else {
        db = copyOnServer();
    }
    owner = must(SignIn(*db).withPassword(u"owner"_s, kPassword, u"C1"_s));
    db->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC)));
}

RestoreRequest BackedCentre::request(const BackupFile& file, const QString& target) const
{
    return requestOf(file, {target, {}});
}

Reopened::Reopened(const QString& folder)
    : db(must(Database::open({folder, {}}, OpenMode::Write)))
    , owner(must(SignIn(*db).withPassword(u"owner"_s, kPassword, u"C1"_s)))
{
    db->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC)));
}

DocumentFile keepPaper(BackedCentre& centre, const QByteArray& content)
{
    const auto transaction =
        TransactionId::fromRaw(numberOf(*centre.db, u"SELECT min(transaction_id) FROM document_checklist"_s));
    DocumentService documents(*centre.db);
    const QString path = centre.place(u"scan.pdf"_s);
    setContent(path, content);
    const auto list = must(documents.checklist(transaction, centre.owner));
    REQUIRE_FALSE(list.empty());
    return must(documents.add(transaction, list.front().code, path, {}, centre.owner));
}

SignedHead signedHead(Database& db, const KnownHead& head)
{
    return must(db.read([&](Tx& tx) -> Result<SignedHead> {
        return signHead(centreIdOf(tx), head, SettingsRepository(tx).signingKey());
    }));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void setContent(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

std::int64_t numberOf(Database& db, const QString& sql)
{
    return must(db.read([&](Tx& tx) -> Result<std::int64_t> {
        auto query = tx.query(sql);
        return query.run().next() ? query.int64(0) : -1;
    }));
}

QString listed(const std::vector<Breach>& breaches)
{
    QString text;
    for (const Breach& breach : breaches)
        text += breach.invariant + u" "_s + breach.where + u": "_s + breach.what + u'\n';
    return text;
}

} // namespace sanad::test
