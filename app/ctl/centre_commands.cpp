#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/password_prompt.h"
#include "app/ctl/table.h"
#include "core/catalogue/pack_service.h"
#include "core/demo/demo_centre.h"
#include "core/demo_pack/demo_pack.h"
#include "core/people/people_service.h"
#include "core/people/sign_in.h"
#include "core/verify/verify.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

/// Takes away again a data folder that this command made, unless it is kept: what was refused changes
/// nothing.
class NewFolder {
public:
    explicit NewFolder(const DataLocation& location)
        : m_folder(location.folder)
        , m_made(!location.isServer() && !QFileInfo::exists(m_folder))
    {
    }
    ~NewFolder()
    {
        if (m_made) QDir(m_folder).removeRecursively();
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    void keep() { m_made = false; }

private:
    QString m_folder;
    bool m_made;
};

struct InitOptions {
    bool withoutCatalogue = false;
    std::string nameAr, nameEn, licence, wilayat, phone, vatin, vatSince, ownerAr, ownerEn;
    std::vector<std::string> counters = {"C1"};
};

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
    SANAD_TRY_VALUE(password,
        secret("SANAD_PASSWORD",
            frame.say({u"New password of the owner: ", u"كلمة مرور جديدة لصاحب المركز: "})));
    request.owner.password = password;
    SANAD_TRY_VALUE(
        pin, secret("SANAD_PIN", frame.say({u"New PIN of the owner: ", u"رقم سري جديد لصاحب المركز: "})));
    request.owner.pin = pin;
    return request;
}

Exit init(Frame& frame, const InitOptions& options)
{
    CTL_VALUE(frame, request, firstRun(frame, options));
    NewFolder folder(frame.location());
    CTL_VALUE(frame, database, frame.open(OpenMode::Create));
    CTL_VALUE(frame, recovery, PeopleService(*database).setUp(request));
    if (!options.withoutCatalogue) {
        CTL_VALUE(frame, owner,
            SignIn(*database).withPassword(request.owner.user, request.owner.password, QString()));
        CTL_VALUE(frame, applied, PackService(*database).apply(demonstrationPack(), owner));
        frame.note(frame.say({u"The demonstration catalogue is in force. Its fees are for demonstration: put "
                              u"your own pack in its place before real use.",
            u"الدليل التجريبي معمول به. رسومه للعرض فقط: ضع حزمتك مكانه قبل الاستعمال الفعلي."}));
    }
    folder.keep();
    const QString text =
        frame
            .say({u"The centre is set up. Recovery code, shown this once: %1\nPrint it and lock it away.",
                u"المركز جاهز. رمز الاسترداد، يظهر هذه المرة فقط: %1\nاطبعه واحفظه في مكان مقفل."})
            .arg(recovery);
    return frame.result(text, QJsonObject{{u"recovery_code"_s, recovery}}) ? Exit::Done : frame.failOutput();
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
    CTL_VALUE(frame, database, frame.open(OpenMode::Create));
    int told = -1;
    const auto progress = [&](int done, int whole) {
        const int percent = whole > 0 ? static_cast<int>(qint64{done} * 100 / whole) : 100;
        if (percent / 10 > told / 10 || told < 0)
            frame.note(frame.say({u"%1% done", u"اكتمل %1%"}).arg(percent));
        told = percent;
        return !interrupted();
    };
    CTL_VALUE(frame, centre, makeDemo(*database, request, progress));
    folder.keep();

    QJsonArray people;
    Table table({frame.say({u"User", u"المستخدم"}), frame.say({u"Password", u"كلمة المرور"}),
        frame.say({u"PIN", u"الرقم السري"}), frame.say({u"Role", u"الدور"})});
    for (const DemoPerson& person : demoPeople()) {
        table.add({person.user, person.password, person.pin, roleKey(person.role)});
        people.append(QJsonObject{{u"user"_s, person.user}, {u"name_ar"_s, person.nameAr},
            {u"name_en"_s, person.nameEn}, {u"role"_s, roleKey(person.role)},
            {u"password"_s, person.password}, {u"pin"_s, person.pin}});
    }
    const QJsonObject object{{u"people"_s, people}, {u"recovery_code"_s, centre.recoveryCode},
        {u"customers"_s, centre.customers}, {u"visits"_s, centre.visits},
        {u"days_closed"_s, centre.daysClosed}};
    const QString text =
        frame.say({u"%1 customers, %2 visits, %3 days closed", u"العملاء %1، الزيارات %2، الأيام المقفلة %3"})
            .arg(centre.customers)
            .arg(centre.visits)
            .arg(centre.daysClosed);
    return frame.result(text + u'\n' + table.text(), object) ? Exit::Done : frame.failOutput();
}

struct NoOptions { };

Exit verify(Frame& frame, const NoOptions&)
{
    CTL_VALUE(frame, database, frame.open(OpenMode::ReadOnly));
    CTL_VALUE(frame, breaches, verifyCentre(*database));
    for (const Breach& breach : breaches) {
        const QString line = breach.invariant + u": "_s + breach.where + u": "_s + breach.what;
        const QJsonObject object{
            {u"invariant"_s, breach.invariant}, {u"where"_s, breach.where}, {u"what"_s, breach.what}};
        if (!frame.result(line, object)) return frame.failOutput();
    }
    const QString summary = breaches.empty()
        ? frame.say({u"Every promise holds.", u"كل الضمانات قائمة."})
        : frame.say({u"%1 promises are broken.", u"الضمانات المنقوضة: %1."}).arg(breaches.size());
    if (!frame.json && !frame.print(summary)) return frame.failOutput();
    return breaches.empty() ? Exit::Done : Exit::Refused;
}

} // namespace

void addCentreCommands(CLI::App& app, Frame& frame)
{
    const auto centre = std::make_shared<InitOptions>();
    CLI::App* first = verb(app, frame, "init", "Set up a new centre; --as names the owner", centre, init);
    first->add_option("--name-ar", centre->nameAr, "Name of the centre in Arabic")->required();
    first->add_option("--name-en", centre->nameEn, "Name of the centre in English");
    first->add_option("--licence", centre->licence, "Licence number")->required();
    first->add_option("--wilayat", centre->wilayat, "Code of the wilayat, e.g. OM-MA-BAWSHAR");
    first->add_option("--phone", centre->phone, "Phone of the centre");
    first->add_option("--vatin", centre->vatin, "VAT number");
    first->add_option("--vat-since", centre->vatSince, "First day with VAT");
    first->add_option("--owner-ar", centre->ownerAr, "Name of the owner in Arabic")->required();
    first->add_option("--owner-en", centre->ownerEn, "Name of the owner in English");
    first->add_flag("--without-catalogue", centre->withoutCatalogue, "Start without the demonstration pack");
    first->add_option("--counters", centre->counters, "Codes of the counters")->delimiter(',');

    const auto made = std::make_shared<DemoOptions>();
    CLI::App* example = verb(app, frame, "demo", "Fill a new folder with a demonstration centre", made, demo);
    example->add_option("--seed", made->request.seed, "The same seed makes the same centre");
    example->add_option("--customers", made->request.customers, "How many customers")
        ->check(CLI::NonNegativeNumber);
    example->add_option("--days", made->request.days, "How many closed days")->check(CLI::NonNegativeNumber);
    example->add_option("--visits", made->request.visitsADay, "Visits a day")->check(CLI::NonNegativeNumber);
    example->add_option("--today", made->today, "The day after the last, else the machine's");

    verb(app, frame, "verify", "Check every promise of the data; needs nobody", std::make_shared<NoOptions>(),
        verify);
}

} // namespace sanad::ctl
