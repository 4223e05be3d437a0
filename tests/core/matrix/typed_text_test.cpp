#include "core/cash/shift_service.h"
#include "core/catalogue/own_catalogue.h"
#include "core/catalogue/pack_service.h"
#include "core/customers/customer_service.h"
#include "core/people/approvals.h"
#include "core/people/people_service.h"
#include "core/people/staff_repository.h"
#include "core/privacy/privacy_service.h"
#include "core/queue/queue_service.h"
#include "core/settings/settings_service.h"
#include "core/sync/sync_service.h"
#include "core/transactions/portal_answers.h"
#include "core/transactions/transaction_service.h"
#include "tests/core/desk_fixture/desk.h"
#include "tests/support/cheap_secrets.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const auto kNotShown = u"not shown"_s;
constexpr auto kOneLine = false;
constexpr auto kLines = true;

/// A text that a person types and a service keeps. Forms, imports and visits have their own tests: there the
/// gate is asked for each field.
struct Typed {
    const char* where;
    int most;
    bool lines;
    /// What was kept of it, or kNotShown; another error than the gate's where it stands before a record that
    /// is not there.
    std::function<Result<QString>(Desk&, const QString&)> keep;
};

/// A code that no other has.
QString nextCode(const QString& prefix)
{
    static int last = 0;
    return prefix + QString::number(++last);
}

template <class Value> Result<QString> nothingShown(const Result<Value>& done)
{
    if (!done) return done.error();
    return kNotShown;
}

auto personName(QString StaffDraft::*draftName, QString Staff::*name)
{
    return [=](Desk& desk, const QString& text) -> Result<QString> {
        StaffDraft draft{nextCode(u"somebody"_s), u"اسم"_s, {}, Role::Clerk, u"a-password"_s, u"4321"_s};
        draft.*draftName = text;
        SANAD_TRY_VALUE(id, PeopleService(*desk.db, kCheap).add(draft, desk.by));
        return desk.db->read([&](Tx& tx) -> Result<QString> { return *StaffRepository(tx).byId(id).*name; });
    };
}

auto firstRunName(const std::function<QString&(FirstRun&)>& field, const QString& stored)
{
    return [=](Desk&, const QString& text) -> Result<QString> {
        const auto db = Database::forTests();
        FirstRun request;
        request.centre.nameAr = u"مركز"_s;
        request.counters = {{u"C1"_s, u"الشباك 1"_s, {}, true}};
        request.owner = {u"owner"_s, u"المالك"_s, {}, Role::Owner, u"owner-password"_s, u"123456"_s};
        field(request) = text;
        if (const auto seen = PeopleService::check(request); !seen) return seen.error();
        SANAD_TRY(PeopleService(*db, kCheap).setUp(request));
        return db->read([&](Tx& tx) -> Result<QString> {
            auto query = tx.query(stored);
            return query.run().next() ? query.text(0) : QString();
        });
    };
}

auto centreText(QString Centre::*text)
{
    return [=](Desk& desk, const QString& typed) -> Result<QString> {
        SettingsService settings(*desk.db);
        SANAD_TRY_VALUE(centre, settings.centre(desk.by));
        centre.*text = typed;
        SANAD_TRY_VALUE(kept, settings.saveCentre(centre, desk.by));
        return kept.*text;
    };
}

auto counterName(QString Counter::*name)
{
    return [=](Desk& desk, const QString& text) -> Result<QString> {
        Counter counter{nextCode(u"T"_s), u"شباك"_s, u"Counter"_s};
        counter.*name = text;
        SANAD_TRY_VALUE(kept, SettingsService(*desk.db).addCounter(counter, desk.by));
        return kept.*name;
    };
}

auto lineName(QString TicketLine::*name)
{
    return [=](Desk& desk, const QString& text) -> Result<QString> {
        TicketLine line{u"T"_s, u"صف"_s, u"Line"_s, 1, true};
        line.*name = text;
        QueueService queue(*desk.db);
        SANAD_TRY(queue.saveLine(line, desk.by));
        SANAD_TRY_VALUE(lines, queue.lines(desk.by));
        for (const TicketLine& kept : lines)
            if (kept.code == line.code) return kept.*name;
        return QString();
    };
}

auto serviceText(const std::function<QString(const OwnService&)>& read,
    const std::function<void(OwnService&, const QString&)>& write)
{
    return [=](Desk& desk, const QString& text) -> Result<QString> {
        OwnService service;
        service.code = nextCode(u"OWN-"_s);
        service.nameAr = u"تغليف"_s;
        service.nameEn = u"Lamination"_s;
        service.validFrom = QDate(2026, 11, 22);
        write(service, text);
        OwnCatalogue catalogue(*desk.db);
        SANAD_TRY(catalogue.saveService(
            service, {service.code, service.validFrom, Money::fromBaisa(1), {}}, desk.by));
        SANAD_TRY_VALUE(services, catalogue.services(desk.by));
        for (const OwnService& kept : services)
            if (kept.code == service.code) return read(kept);
        return QString();
    };
}

auto customerText(QString Customer::*text)
{
    return [=](Desk& desk, const QString& typed) -> Result<QString> {
        CustomerService customers(*desk.db);
        SANAD_TRY_VALUE(customer, customers.get(desk.salim.id, desk.by));
        customer.*text = typed;
        SANAD_TRY_VALUE(kept, customers.update(customer, desk.by));
        return kept.*text;
    };
}

auto draftText(QString Draft::*text)
{
    return [=](Desk& desk, const QString& typed) -> Result<QString> {
        TransactionService transactions(*desk.db);
        Draft draft = desk.renewalDraft();
        draft.*text = typed;
        SANAD_TRY(transactions.save(draft, desk.by));
        SANAD_TRY_VALUE(kept, transactions.submit(draft.id, TransactionState::Ready, desk.by));
        return text == &Draft::portalReference ? kept.portalReference : kNotShown;
    };
}

Result<QString> requestText(Desk& desk, const QString& words, const std::optional<QString>& answer)
{
    PrivacyService privacy(*desk.db);
    SANAD_TRY_VALUE(taken, privacy.takeRequest(desk.salim.id, RequestKind::Access, words, {}, desk.by));
    if (!answer) return taken.words;
    SANAD_TRY_VALUE(closed, privacy.closeRequest(taken.number, RequestState::Done, *answer, desk.by));
    return closed.answer;
}

Result<PrivacyBreach> breach(Desk& desk, const QString& words)
{
    return PrivacyService(*desk.db).recordBreach({}, words, {}, desk.by);
}

std::vector<Typed> peopleAndPlace()
{
    const auto centre = u"SELECT value FROM setting WHERE key = 'centre.%1'"_s;
    return {
        {"a person's name in Arabic", 120, kOneLine, personName(&StaffDraft::nameAr, &Staff::nameAr)},
        {"a person's name in English", 120, kOneLine, personName(&StaffDraft::nameEn, &Staff::nameEn)},
        {"the first owner's name", 120, kOneLine,
            firstRunName([](FirstRun& first) -> QString& { return first.owner.nameAr; },
                u"SELECT name_ar FROM staff"_s)},
        {"the first counter's name", 120, kOneLine,
            firstRunName([](FirstRun& first) -> QString& { return first.counters.front().nameAr; },
                u"SELECT name_ar FROM counter"_s)},
        {"the new centre's name", 120, kOneLine,
            firstRunName(
                [](FirstRun& first) -> QString& { return first.centre.nameAr; }, centre.arg(u"name_ar"_s))},
        {"the centre's name in Arabic", 120, kOneLine, centreText(&Centre::nameAr)},
        {"the centre's name in English", 120, kOneLine, centreText(&Centre::nameEn)},
        {"the centre's licence", 120, kOneLine, centreText(&Centre::licence)},
        {"the centre's address in Arabic", 120, kOneLine, centreText(&Centre::addressAr)},
        {"the centre's address in English", 120, kOneLine, centreText(&Centre::addressEn)},
        {"the rule of returns in Arabic", 400, kOneLine, centreText(&Centre::returnPolicyAr)},
        {"the rule of returns in English", 400, kOneLine, centreText(&Centre::returnPolicyEn)},
        {"a counter's name in Arabic", 120, kOneLine, counterName(&Counter::nameAr)},
        {"a counter's name in English", 120, kOneLine, counterName(&Counter::nameEn)},
        {"a queue line's name in Arabic", 60, kOneLine, lineName(&TicketLine::nameAr)},
        {"a queue line's name in English", 60, kOneLine, lineName(&TicketLine::nameEn)},
        {"the reason of an approval", 500, kOneLine,
            [](Desk& desk, const QString& text) {
                return nothingShown(Approvals(*desk.db).give(
                    u"nobody"_s, u"123456"_s, {Permission::VoidReceipts, u"act"_s, u"1"_s}, text, desk.by));
            }},
        {"a channel's name", 40, kOneLine,
            [](Desk& desk, const QString& text) {
                PortalAnswers sink{Actor()};
                return nothingShown(SyncService(*desk.db, sink).setChannel(text, u"rest"_s, "{}", desk.by));
            }},
    };
}

std::vector<Typed> services()
{
    return {
        {"an own service's name in Arabic", 120, kOneLine,
            serviceText([](const OwnService& kept) { return kept.nameAr; },
                [](OwnService& service, const QString& text) { service.nameAr = text; })},
        {"an own service's name in English", 120, kOneLine,
            serviceText([](const OwnService& kept) { return kept.nameEn; },
                [](OwnService& service, const QString& text) { service.nameEn = text; })},
        {"another name of an own service", 60, kOneLine,
            serviceText([](const OwnService& kept) { return kept.aliases.value(0); },
                [](OwnService& service, const QString& text) { service.aliases = {text}; })},
        {"a publisher's name", 100, kOneLine,
            [](Desk& desk, const QString& text) -> Result<QString> {
                PackService packs(*desk.db);
                const QByteArray key(32, 'k');
                SANAD_TRY(packs.confirmPublisher(key, text, desk.by));
                SANAD_TRY_VALUE(publishers, packs.publishers(desk.by));
                for (const Publisher& kept : publishers)
                    if (kept.publicKey == key) return kept.name;
                return QString();
            }},
        {"a customer's name in Arabic", 200, kOneLine, customerText(&Customer::nameAr)},
        {"a customer's name in English", 200, kOneLine, customerText(&Customer::nameEn)},
        {"a customer's address", 500, kOneLine, customerText(&Customer::address)},
        {"the text of a consent", 40, kOneLine,
            [](Desk& desk, const QString& text) -> Result<QString> {
                CustomerService customers(*desk.db);
                SANAD_TRY(customers.recordConsent(desk.salim.id, text, u"ar"_s, desk.by));
                SANAD_TRY_VALUE(kept, customers.consents(desk.salim.id, desk.by));
                return kept.front().textVersion;
            }},
        {"the role of an authorised person", 100, kOneLine,
            [](Desk& desk, const QString& text) {
                return nothingShown(
                    CustomerService(*desk.db).authorise(desk.salim.id, {desk.salim.id, text}, desk.by));
            }},
        {"the price's reason of a draft", 1000, kOneLine, draftText(&Draft::priceReason)},
        {"the reference of a draft", 40, kOneLine, draftText(&Draft::portalReference)},
        {"the agency's receipt of a draft", 40, kOneLine, draftText(&Draft::feeProof)},
        {"the agency's words", 1000, kLines,
            [](Desk& desk, const QString& text) {
                return nothingShown(TransactionService(*desk.db).recordResult(
                    TransactionId::fromRaw(5), {{}, {}, TransactionState::Approved, text}, desk.by));
            }},
        {"the agency's reference", 40, kOneLine,
            [](Desk& desk, const QString& text) {
                return nothingShown(TransactionService(*desk.db).recordReference(
                    TransactionId::fromRaw(5), text, FeeState::Unpaid, desk.by));
            }},
        {"the reason of moved cash", 500, kOneLine,
            [](Desk& desk, const QString& text) -> Result<QString> {
                CashMove move;
                move.amount = Money::fromBaisa(1);
                move.reason = text;
                SANAD_TRY(ShiftService(*desk.db).move(u"C1"_s, move, desk.by));
                return desk.db->read([](Tx& tx) -> Result<QString> {
                    auto query = tx.query("SELECT reason FROM cash_move");
                    return query.run().next() ? query.text(0) : QString();
                });
            }},
        {"the reason of a difference", 500, kLines,
            [](Desk& desk, const QString& text) {
                return nothingShown(ShiftService(*desk.db).close(ShiftId::fromRaw(5), text, desk.by));
            }},
    };
}

std::vector<Typed> registers()
{
    return {
        {"a request's words", 2000, kLines,
            [](Desk& desk, const QString& text) { return requestText(desk, text, {}); }},
        {"a request's answer", 2000, kLines,
            [](Desk& desk, const QString& text) { return requestText(desk, u"words"_s, text); }},
        {"a breach's words", 2000, kLines,
            [](Desk& desk, const QString& text) -> Result<QString> {
                SANAD_TRY_VALUE(kept, breach(desk, text));
                return kept.words;
            }},
        {"a breach's measures", 2000, kLines,
            [](Desk& desk, const QString& text) -> Result<QString> {
                SANAD_TRY_VALUE(found, breach(desk, u"words"_s));
                SANAD_TRY_VALUE(kept, PrivacyService(*desk.db).addMeasures(found.number, text, desk.by));
                return kept.measures;
            }},
        {"the authority's reference of a breach", 60, kOneLine,
            [](Desk& desk, const QString& text) -> Result<QString> {
                SANAD_TRY_VALUE(found, breach(desk, u"words"_s));
                SANAD_TRY_VALUE(kept, PrivacyService(*desk.db).reportBreach(found.number, text, desk.by));
                return kept.reference;
            }},
        {"the permit for sensitive data", 60, kOneLine,
            [](Desk& desk, const QString& text) -> Result<QString> {
                PrivacyService privacy(*desk.db);
                SANAD_TRY(privacy.setSensitivePermit(text, desk.by));
                return privacy.sensitivePermit(desk.by);
            }},
    };
}

void refusesAndStrips(const std::vector<Typed>& all)
{
    Desk desk;
    for (const Typed& typed : all) {
        INFO(typed.where);
        const auto refused = [&](const QString& text) { return refusal(typed.keep(desk, text)).key; };
        CHECK(refused(u"سا\u202Eلم"_s) == u"text.bidi"_s);
        CHECK(refused(u"سا\u2067لم"_s) == u"text.bidi"_s);
        CHECK(refused(u"سا\u0007لم"_s) == u"text.control"_s);
        CHECK(refused(u"سا\uE000لم"_s) == u"text.not-unicode"_s);
        CHECK(refused(QString(typed.most + 1, u'س')) == u"text.too-long"_s);
        if (!typed.lines) CHECK(refused(u"سالم\nبن"_s) == u"text.control"_s);

        const auto kept = typed.keep(desk, u"  سا\u200Bلم \u200F  بن\u00AD حمد "_s);
        if (kept)
            CHECK((*kept == u"سالم بن حمد"_s || *kept == kNotShown));
        else
            CHECK_FALSE(kept.error().key.startsWith("text."_L1));
    }
}

} // namespace

TEST_CASE("What is typed of people and of the centre is kept through the one gate for text", "[matrix]")
{
    refusesAndStrips(peopleAndPlace());
}

TEST_CASE(
    "What is typed of services, customers, work and cash is kept through the one gate for text", "[matrix]")
{
    refusesAndStrips(services());
}

TEST_CASE("What is typed into the registers of privacy is kept through the one gate for text", "[matrix]")
{
    refusesAndStrips(registers());
}
