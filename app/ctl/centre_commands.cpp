#include "app/ctl/breach_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/password_prompt.h"
#include "app/ctl/table.h"
#include "core/backup/health.h"
#include "core/base/identifiers.h"
#include "core/catalogue/pack_service.h"
#include "core/demo/demo_centre.h"
#include "core/demo_pack/demo_pack.h"
#include "core/people/people_service.h"
#include "core/people/sign_in.h"
#include "core/settings/settings_repository.h"
#include "core/storage/durable_files.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

/// Takes away again what this command made, unless it is kept: what was refused or stopped changes nothing.
/// In a folder that held other files but no data that is the database alone.
class NewFolder {
public:
    explicit NewFolder(const DataLocation& location)
        : m_folder(location.folder)
        , m_wasThere(QFileInfo::exists(m_folder))
        , m_made(!location.isServer() && !hasDatabaseFile(m_folder))
        , m_wasEmpty(QDir(m_folder).isEmpty(kEverything))
    {
    }
    ~NewFolder()
    {
        if (!m_made) return;
        if (!m_wasEmpty) {
            for (const QString& beside : {u"-wal"_s, u"-shm"_s, u"-journal"_s, QString()})
                QFile::remove(QDir(m_folder).filePath(databaseFileName() + beside));
            return;
        }
        QDir(m_folder).removeRecursively();
        if (m_wasThere) QDir().mkpath(m_folder);
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    void keep() { m_made = false; }

private:
    static constexpr auto kEverything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

    QString m_folder;
    bool m_wasThere;
    bool m_made;
    bool m_wasEmpty; ///< Or not there.
};

/// What another program put into the folder meanwhile is not this command's to take away.
Exit refused(const Frame& frame, NewFolder& folder, const Error& error)
{
    if (error.key == "storage.in-use"_L1 || error.key == "people.already-set-up"_L1) folder.keep();
    return frame.fail(error);
}

struct InitOptions {
    bool withoutCatalogue = false;
    std::string nameAr, nameEn, licence, wilayat, phone, vatin, vatSince, ownerAr, ownerEn;
    std::vector<std::string> counters = {"C1"};
};

/// All that can be known before anything is made. Errors: Usage `ctl.no-user`, `ctl.licence` (arg), those of
/// the arguments; those of PeopleService::check().
Result<FirstRun> firstRun(const Frame& frame, const InitOptions& options)
{
    FirstRun request;
    const std::pair<QString*, const std::string*> texts[] = {{&request.centre.nameAr, &options.nameAr},
        {&request.centre.nameEn, &options.nameEn}, {&request.centre.licence, &options.licence},
        {&request.centre.wilayat, &options.wilayat}, {&request.centre.phone, &options.phone},
        {&request.centre.vatin, &options.vatin}, {&request.owner.nameAr, &options.ownerAr},
        {&request.owner.nameEn, &options.ownerEn}};
    for (const auto& [to, from] : texts) {
        if (from->empty()) continue;
        SANAD_TRY_VALUE(text, textArgument(*from));
        *to = text;
    }
    if (!options.vatSince.empty()) {
        SANAD_TRY_VALUE(since, dayArgument(options.vatSince));
        request.centre.vatSince = since;
        request.centre.vatRegistered = true;
    }
    for (const std::string& code : options.counters)
        request.counters.push_back({QString::fromStdString(code), u"شباك "_s + QString::fromStdString(code),
            u"Counter "_s + QString::fromStdString(code), true});
    if (frame.user.empty()) return Error{ErrorCode::Usage, u"ctl.no-user"_s, {}, {}};
    request.owner.user = QString::fromStdString(frame.user);
    request.owner.role = Role::Owner;
    SANAD_TRY_VALUE(password, secret("SANAD_PASSWORD", Ctl::tr("New password of the owner: ")));
    request.owner.password = password;
    SANAD_TRY_VALUE(pin, secret("SANAD_PIN", Ctl::tr("New PIN of the owner: ")));
    request.owner.pin = pin;
    const QString& licence = request.centre.licence;
    const bool hasDigit = std::any_of(licence.begin(), licence.end(), [](QChar c) { return c.isDigit(); });
    if (!hasDigit || checkIdentifier(u"sanad_licence_number", licence).problem == u"identifier.format"_s)
        return Error{ErrorCode::Usage, u"ctl.licence"_s, {licence}, {}};
    SANAD_TRY(PeopleService::check(request));
    return request;
}

QStringList fingerprints(Database& db)
{
    QStringList list;
    const auto keys = db.read(
        [](Tx& tx) -> Result<std::vector<QByteArray>> { return SettingsRepository(tx).signingPublicKeys(); });
    for (const QByteArray& key : keys.value_or({}))
        list << keyFingerprint(key);
    return list;
}

Exit init(Frame& frame, const InitOptions& options)
{
    CTL_VALUE(frame, request, firstRun(frame, options));
    NewFolder folder(frame.location());
    const auto opened = frame.open(OpenMode::Create);
    if (!opened) return refused(frame, folder, opened.error());
    const auto& database = *opened;
    const auto recovery = PeopleService(*database).setUp(request);
    if (!recovery) return refused(frame, folder, recovery.error());
    if (!options.withoutCatalogue) {
        CTL_VALUE(frame, owner,
            SignIn(*database).withPassword(request.owner.user, request.owner.password, QString()));
        CTL_VALUE(frame, applied, PackService(*database).apply(demonstrationPack(), owner));
        frame.note(Ctl::tr("The demonstration catalogue is in force. Its fees are for demonstration: put "
                           "your own pack in its place before real use."));
    }
    if (!request.centre.vatin.isEmpty() && !request.centre.vatRegistered)
        frame.note(
            Ctl::tr("The VAT number is kept, but no VAT is charged: the first day with VAT was not given "
                    "(--vat-since). The settings page takes it."));
    folder.keep();
    frame.beginLog();
    const QString text =
        Ctl::tr("The centre is set up. Recovery code, shown this once: %1\nPrint it and lock it away.")
            .arg(*recovery) +
        u'\n' + Ctl::tr("Signing key: %1").arg(fingerprints(*database).join(u", "_s));
    const QJsonObject object{{u"recovery_code"_s, *recovery},
        {u"signing_keys"_s, QJsonArray::fromStringList(fingerprints(*database))}};
    return frame.result(text, object) ? Exit::Done : frame.failOutput();
}

struct DemoOptions {
    DemoRequest request;
    std::string today;
};

Exit demo(Frame& frame, const DemoOptions& options)
{
    DemoRequest request = options.request;
    if (!options.today.empty()) {
        CTL_VALUE(frame, today, dayArgument(options.today));
        request.today = today;
    }
    NewFolder folder(frame.location());
    const auto opened = frame.open(OpenMode::Create);
    if (!opened) return refused(frame, folder, opened.error());
    int told = -1;
    const auto progress = [&](int done, int whole) {
        const int percent = whole > 0 ? static_cast<int>(qint64{done} * 100 / whole) : 100;
        if (percent / 10 > told / 10 || told < 0) frame.note(Ctl::tr("%1% done").arg(percent));
        told = percent;
        return !interrupted();
    };
    const auto centre = makeDemo(**opened, request, progress);
    if (!centre) return refused(frame, folder, centre.error());
    folder.keep();
    frame.beginLog();

    QJsonArray people;
    Table table({Ctl::tr("User"), Ctl::tr("Password"), Ctl::tr("PIN"), Ctl::tr("Role")});
    for (const DemoPerson& person : demoPeople()) {
        table.add({person.user, person.password, person.pin, Ctl::word(roleKey(person.role))});
        people.append(QJsonObject{{u"user"_s, person.user}, {u"name_ar"_s, person.nameAr},
            {u"name_en"_s, person.nameEn}, {u"role"_s, roleKey(person.role)},
            {u"password"_s, person.password}, {u"pin"_s, person.pin}});
    }
    const QJsonObject object{{u"people"_s, people}, {u"recovery_code"_s, centre->recoveryCode},
        {u"customers"_s, centre->customers}, {u"visits"_s, centre->visits},
        {u"days_closed"_s, centre->daysClosed}};
    const QString text = Ctl::list({Ctl::tr("%n customer(s)", nullptr, centre->customers),
        Ctl::tr("%n visit(s)", nullptr, centre->visits),
        Ctl::tr("%n day(s) closed", nullptr, centre->daysClosed)});
    return frame.result(text + u'\n' + table.text(), object) ? Exit::Done : frame.failOutput();
}

struct VerifyOptions {
    std::vector<std::string> keys, heads;
};

/// A fingerprint or a public key, given as such or by a file that holds one, in hexadecimal digits alone.
/// Errors: Usage `ctl.known-key` (arg).
Result<QString> knownKey(const std::string& given)
{
    constexpr qsizetype kMost = 4096;
    const QString text = QString::fromStdString(given);
    QString digits = text;
    if (QFileInfo(text).isFile()) {
        SANAD_TRY_VALUE(bytes, readInput(text, kMost));
        digits = QString::fromUtf8(bytes);
    }
    static const QRegularExpression between(u"[\\s:]"_s);
    static const QRegularExpression key(u"^([0-9a-f]{32}|[0-9a-f]{64})$"_s);
    digits = digits.remove(between).toLower();
    if (!key.match(digits).hasMatch())
        return Error{ErrorCode::Usage, u"ctl.known-key"_s, {text.left(80)}, {}};
    return digits;
}

/// `NUMBER:HASH` as a Z and a close print it; the beginning of the hash will do.
/// Errors: Usage `ctl.known-head` (arg).
Result<AuditTrail::Head> knownHeadFrom(const std::string& given)
{
    const QString text = QString::fromStdString(given);
    static const QRegularExpression head(u"^([1-9][0-9]{0,17})[: ]([0-9a-fA-F]{16,64})$"_s);
    const auto match = head.match(text.trimmed());
    if (!match.hasMatch() || match.capturedLength(2) % 2 != 0)
        return Error{ErrorCode::Usage, u"ctl.known-head"_s, {text.left(100)}, {}};
    return AuditTrail::Head{
        match.captured(1).toLongLong(), QByteArray::fromHex(match.captured(2).toLatin1())};
}

Exit verify(Frame& frame, const VerifyOptions& options)
{
    QStringList known;
    for (const std::string& given : options.keys) {
        CTL_VALUE(frame, key, knownKey(given));
        known << key;
    }
    std::vector<AuditTrail::Head> heads;
    for (const std::string& given : options.heads) {
        CTL_VALUE(frame, head, knownHeadFrom(given));
        heads.push_back(head);
    }
    const EndsAtOnce reading;
    CTL_VALUE(frame, database, frame.open(OpenMode::ReadOnly));
    CTL_VALUE(frame, breaches, fullCheck(*database, known, heads));
    for (const Breach& breach : breaches) {
        const QString line = breachLine(breach);
        if (!frame.result(line, breachJson(breach))) return frame.failOutput();
    }
    const QString summary = breaches.empty()
        ? Ctl::tr("Every promise holds.")
        : Ctl::tr("%n promise(s) are broken.", nullptr, int(breaches.size()));
    const QString keys = Ctl::tr("Signing key: %1").arg(fingerprints(*database).join(u", "_s));
    if (!frame.json && !frame.print(summary + u'\n' + keys)) return frame.failOutput();
    return breaches.empty() ? Exit::Done : Exit::Refused;
}

} // namespace

void addCentreCommands(Words app, Frame& frame)
{
    const auto centre = std::make_shared<InitOptions>();
    Words first =
        verb(app, frame, "init", Ctl::help("Set up a new centre; --as names the owner"), centre, init);
    first.option("--name-ar", centre->nameAr, Ctl::help("Name of the centre in Arabic")).required();
    first.option("--name-en", centre->nameEn, Ctl::help("Name of the centre in English"));
    first.option("--licence", centre->licence, Ctl::help("Licence number")).required();
    first.option("--wilayat", centre->wilayat, Ctl::help("Code of the wilayat, e.g. OM-MA-BAWSHAR"));
    first.option("--phone", centre->phone, Ctl::help("Phone of the centre"));
    first.option("--vatin", centre->vatin, Ctl::help("VAT number"));
    first.option("--vat-since", centre->vatSince, Ctl::help("First day with VAT"));
    first.option("--owner-ar", centre->ownerAr, Ctl::help("Name of the owner in Arabic")).required();
    first.option("--owner-en", centre->ownerEn, Ctl::help("Name of the owner in English"));
    first.flag(
        "--without-catalogue", centre->withoutCatalogue, Ctl::help("Start without the demonstration pack"));
    first.option("--counters", centre->counters, Ctl::help("Codes of the counters")).separatedBy(',');

    const auto made = std::make_shared<DemoOptions>();
    Words example =
        verb(app, frame, "demo", Ctl::help("Fill a new folder with a demonstration centre"), made, demo);
    example.option("--seed", made->request.seed, Ctl::help("The same seed makes the same centre"));
    example.option("--customers", made->request.customers, Ctl::help("How many customers")).notNegative();
    example.option("--days", made->request.days, Ctl::help("How many closed days")).notNegative();
    example.option("--visits", made->request.visitsADay, Ctl::help("Visits a day")).notNegative();
    example.option("--today", made->today, Ctl::help("The day after the last, else the machine's"));

    const auto checked = std::make_shared<VerifyOptions>();
    Words check = verb(
        app, frame, "verify", Ctl::help("Check every promise of the data; needs nobody"), checked, verify);
    check.option("--key", checked->keys,
        Ctl::help("Fingerprint or file of a signing key that is known from elsewhere: no other is taken"));
    check.option("--head", checked->heads,
        Ctl::help("Chain head of a printed Z, NUMBER:HASH or its beginning: it must be in the trail"));
}

} // namespace sanad::ctl
