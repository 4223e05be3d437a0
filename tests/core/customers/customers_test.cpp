#include "core/audit/audit_trail.h"
#include "core/customers/customer_repository.h"
#include "core/customers/customer_service.h"
#include "tests/support/test_support.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using test::must;
using test::refusal;

namespace {

Customer person(
    const QString& nameAr, const QString& civilNumber, const QString& phone = {}, const QString& nameEn = {})
{
    Customer draft;
    draft.nameAr = nameAr;
    draft.nameEn = nameEn;
    draft.phone = phone;
    if (!civilNumber.isEmpty()) draft.identifiers = {{u"civil_number"_s, civilNumber}};
    return draft;
}

QStringList namesFound(CustomerService& customers, const QString& text, int limit = 20)
{
    QStringList names;
    for (const auto& match : must(customers.find(text, limit, test::anyone())))
        names << match.nameAr;
    return names;
}

} // namespace

TEST_CASE("A customer comes back as it was saved, numbers in their stored form", "[customers]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    auto draft =
        person(u" سالم  بن حمد الحارثي "_s, u"CV ١٢٣٤٥٦٧٨"_s, u"9212 3456"_s, u"Salim Hamad Al Harthi"_s);
    draft.birthDate = QDate(1990, 1, 1);
    draft.email = u"sample@Example.om"_s;
    draft.address = u"شارع السلطان قابوس"_s;
    draft.identifiers.push_back({u"passport_number"_s, u"ab 1234567"_s, u"omn"_s, QDate(2030, 5, 1)});
    const auto saved = must(customers.create(draft, test::anyone()));
    const auto read = must(customers.get(saved.id, test::anyone()));
    CHECK(read == saved);
    CHECK(read.nameAr == u"سالم بن حمد الحارثي"_s);
    CHECK(read.phone == u"+96892123456"_s);
    CHECK(read.identifier(u"civil_number") == u"12345678"_s);
    CHECK(read.identifier(u"passport_number") == u"AB1234567"_s);
    CHECK(read.email == u"sample@example.om"_s);
    CHECK(read.maskedIdentifier() == u"•••••678"_s);
    CHECK(read.nationality == u"OMN"_s);
}

TEST_CASE("What identifies a person is nowhere in the file in the clear", "[customers][private]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    auto draft = person(u"سالم"_s, u"12345678"_s, u"92123456"_s);
    draft.birthDate = QDate(1991, 2, 3);
    draft.email = u"sample@example.om"_s;
    draft.address = u"بيت ١٢"_s;
    must(customers.create(draft, test::anyone()));
    const bool clear = must(db->read([](Tx& tx) -> Result<bool> {
        QByteArray all;
        auto rows = tx.query("SELECT person_sealed, kind, sex, search_text FROM customer");
        rows.run();
        while (rows.next())
            all += rows.bytes(0) + rows.text(1).toUtf8() + rows.text(2).toUtf8() + rows.text(3).toUtf8();
        auto numbers = tx.query("SELECT exact_index, tail_index, kind, country FROM customer_number");
        numbers.run();
        while (numbers.next())
            all += numbers.bytes(0) + numbers.bytes(1) + numbers.text(2).toUtf8() + numbers.text(3).toUtf8();
        for (const auto* secret : {"12345678", "92123456", "5678", "1991", "sample@", "بيت"})
            if (all.contains(secret)) return true;
        return false;
    }));
    CHECK_FALSE(clear);
}

TEST_CASE(
    "A customer is found by any word of the name in any spelling, or by any number", "[customers][search]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    auto draft =
        person(u"سالم بن عبدالله الحارثي"_s, u"12345678"_s, u"92123456"_s, u"Salim Abdullah Al Harthi"_s);
    draft.identifiers.push_back({u"passport_number"_s, u"AB7654321"_s});
    draft.identifiers.push_back({u"plate_number"_s, u"٥٥ ط ب ا"_s});
    must(customers.create(draft, test::anyone()));
    must(customers.create(person(u"ناصر بن سعيد البلوشي"_s, u"87654321"_s), test::anyone()));
    const QStringList him{u"سالم بن عبدالله الحارثي"_s};
    for (const auto* text : {u"س", u"سالم", u"سالم ب", u"سالم بن", u"سالم بن ", u"عبد الله", u"الحارثى",
             u"حارث", u"الحا", u"SALEM", u"salim ab", u"al harthy", u"al-h", u"harthi salim", u"12345678",
             u"١٢٣٤٥٦٧٨", u"5678", u"345678", u"92123456", u"+968 92123456", u"3456", u"123456", u"ab7654321",
             u"AB 7654321", u"4321 ", u"55 طبا", u"55TBA", u"TBA 55"}) {
        INFO(QString::fromUtf16(text).toStdString());
        const auto found = namesFound(customers, QString::fromUtf16(text));
        CHECK(found.contains(him.front()));
    }
    CHECK(namesFound(customers, u"نا"_s) == QStringList{u"ناصر بن سعيد البلوشي"_s});
    for (const auto* text :
        {u"سليم", u"سالم ناصر", u"12345679", u"", u"  ", u"\"*^", u"OR AND NOT", u"999"}) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK(namesFound(customers, QString::fromUtf16(text)).isEmpty());
    }
}

TEST_CASE("Exact words come before beginnings, and new records before old ones", "[customers][search]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    for (const auto* name : {u"علي الأول", u"عليان الثاني", u"علي الثالث", u"علياء الرابعة"})
        must(customers.create(person(QString::fromUtf16(name), {}), test::anyone()));
    const QStringList all{u"علي الثالث"_s, u"علي الأول"_s, u"علياء الرابعة"_s, u"عليان الثاني"_s};
    CHECK(namesFound(customers, u"علي"_s) == all);
    CHECK(namesFound(customers, u"علي"_s, 3) == all.first(3));
}

TEST_CASE("A changed name is found by the new one only", "[customers][search]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    auto saved =
        must(customers.create(person(u"سالم الحارثي"_s, u"12345678"_s, u"92123456"_s), test::anyone()));
    saved.nameAr = u"ناصر الحارثي"_s;
    saved.phone = u"93123456"_s;
    const auto changed = must(customers.update(saved, test::anyone()));
    CHECK(namesFound(customers, u"سالم"_s).isEmpty());
    CHECK(namesFound(customers, u"92123456"_s).isEmpty());
    CHECK(namesFound(customers, u"ناصر"_s).size() == 1);
    CHECK(namesFound(customers, u"93123456"_s).size() == 1);
    CHECK(refusal(customers.update(saved, test::anyone())).key == u"customer.changed"_s);
    CHECK(changed.updatedAt > changed.createdAt);
}

TEST_CASE("A change that makes two records alike is asked about, a likeness that was there is not",
    "[customers][duplicates]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    must(customers.create(person(u"سالم بن حمد الحارثي"_s, u"12345678"_s, u"92123456"_s), test::anyone()));
    auto other = must(
        customers.create(person(u"سالم بن علي الحارثي"_s, u"87654321"_s, u"93123456"_s), test::anyone()));
    auto taken = other;
    taken.identifiers.front().value = u"12345678"_s;
    CHECK(refusal(customers.update(taken, test::anyone(), ConfirmDuplicates::Yes)).key ==
        u"customer.same-identifier"_s);
    other.phone = u"92123456"_s;
    CHECK(refusal(customers.update(other, test::anyone())).key == u"customer.similar"_s);
    other = must(customers.update(other, test::anyone(), ConfirmDuplicates::Yes));
    other.email = u"salim@example.om"_s;
    CHECK(must(customers.update(other, test::anyone())).email == u"salim@example.om"_s);
}

TEST_CASE("The same number is refused, a similar person asked about", "[customers][duplicates]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    auto draft = person(u"سالم بن حمد الحارثي"_s, u"12345678"_s, u"92123456"_s);
    draft.birthDate = QDate(1990, 1, 1);
    const auto first = must(customers.create(draft, test::anyone()));

    const auto same =
        refusal(customers.create(person(u"فلان"_s, u"12345678"_s), test::anyone(), ConfirmDuplicates::Yes));
    CHECK(same.key == u"customer.same-identifier"_s);
    CHECK(same.args == QStringList{first.id.text()});

    auto byPhone = person(u"سالم حمد"_s, u"22222222"_s, u"92123456"_s);
    CHECK(refusal(customers.create(byPhone, test::anyone())).key == u"customer.similar"_s);
    CHECK(must(customers.duplicates(byPhone, test::anyone())).front().samePhone);
    auto byBirth = person(u"سالم بن حمد الحارثى"_s, {});
    byBirth.birthDate = draft.birthDate;
    CHECK(refusal(customers.create(byBirth, test::anyone())).key == u"customer.similar"_s);
    must(customers.create(byPhone, test::anyone(), ConfirmDuplicates::Yes));
    // A family's phone is not a likeness.
    must(customers.create(person(u"مريم بنت علي"_s, u"33333333"_s, u"92123456"_s), test::anyone()));

    auto abroad = person(u"راجيش كومار"_s, {});
    abroad.identifiers = {{u"passport_number"_s, u"T0000001"_s, u"IND"_s}};
    must(customers.create(abroad, test::anyone()));
    auto elsewhere = person(u"أحمد خان"_s, {});
    elsewhere.identifiers = {{u"passport_number"_s, u"T0000001"_s, u"PAK"_s}};
    must(customers.create(elsewhere, test::anyone()));
}

TEST_CASE("Bad input is refused with its reason and saves nothing", "[customers]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    const auto key = [&](const Customer& draft) {
        return refusal(customers.create(draft, test::anyone())).key;
    };
    CHECK(key(person({}, u"12345678"_s)) == u"customer.no-name"_s);
    CHECK(key(person(u"--"_s, {})) == u"customer.no-name"_s);
    CHECK(key(person(u"سالم 2"_s, {})) == u"customer.name-digits"_s);
    CHECK(key(person(u"سالم\u202E"_s, {})) == u"text.bidi"_s);
    CHECK(key(person(QString(300, u'س'), {})) == u"text.too-long"_s);
    CHECK(key(person(u"سالم"_s, u"12A45678"_s)) == u"customer.unusual"_s);
    CHECK(key(person(u"سالم"_s, {}, {}, u"سالم"_s)) == u"customer.name-script"_s);
    auto future = person(u"سالم"_s, {});
    future.birthDate = QDate(2030, 1, 1);
    CHECK(key(future) == u"customer.birth-date"_s);
    auto taxed = person(u"سالم"_s, {});
    taxed.identifiers = {{u"vatin"_s, u"OM1"_s}};
    CHECK(key(taxed) == u"identifier.format"_s);
    taxed.identifiers = {{u"no_such"_s, u"1"_s}};
    CHECK(key(taxed) == u"customer.kind-of-number"_s);
    CHECK(namesFound(customers, u"سالم"_s).isEmpty());
    must(customers.create(
        person(u"سالم"_s, u"12345"_s), test::anyone(), ConfirmDuplicates::No, ConfirmUnusual::Yes));
    CHECK(must(customers.create(person(u"Rajesh Kumar"_s, u"7654321"_s, u"92123456"_s), test::anyone()))
              .nameEn == u"Rajesh Kumar"_s);
}

TEST_CASE("A merge shows one customer under both names and numbers, and undoing gives back both",
    "[customers][merge]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    const auto kept =
        must(customers.create(person(u"سالم الحارثي"_s, u"12345678"_s, u"92123456"_s), test::anyone()));
    const auto gone =
        must(customers.create(person(u"سليم الحارثي"_s, u"87654321"_s, u"93123456"_s), test::anyone()));
    CHECK(
        refusal(customers.merge(kept.id, gone.id, Approval(), test::anyone())).key == u"approval.missing"_s);
    const auto consent = [&](const ApprovedAct& act) { return test::approvalFor(*db, act, test::anyone()); };
    const auto merging = consent(mergeAct(kept.id, gone.id));
    CHECK(refusal(customers.merge(gone.id, kept.id, merging, test::anyone())).key ==
        u"approval.other-subject"_s);
    const auto merge = must(customers.merge(kept.id, gone.id, merging, test::anyone()));
    CHECK(refusal(customers.merge(kept.id, gone.id, merging, test::anyone())).key == u"approval.used"_s);

    for (const auto* text : {u"سليم", u"87654321", u"93123456", u"سالم", u"الحارثي"}) {
        const auto found = must(customers.find(QString::fromUtf16(text), 10, test::anyone()));
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == kept.id);
    }
    auto whole = must(customers.get(kept.id, test::anyone()));
    CHECK(whole.identifiers.size() == 2);
    whole.email = u"a@example.om"_s;
    whole = must(customers.update(whole, test::anyone()));
    auto without = whole;
    without.identifiers.pop_back();
    CHECK(refusal(customers.update(without, test::anyone())).key == u"customer.merged-number"_s);
    CHECK(must(customers.get(gone.id, test::anyone())).mergedInto == kept.id);
    CHECK(
        refusal(customers.merge(kept.id, gone.id, consent(mergeAct(kept.id, gone.id)), test::anyone())).key ==
        u"customer.merged"_s);
    CHECK(refusal(customers.update(gone, test::anyone())).key == u"customer.merged"_s);
    CHECK(refusal(customers.create(person(u"فلان"_s, u"87654321"_s), test::anyone())).args ==
        QStringList{kept.id.text()});

    const auto standing = must(customers.merges(kept.id, test::anyone()));
    REQUIRE(standing.size() == 1);
    CHECK(standing.front().id == merge);
    CHECK(standing.front().gone.nameAr == gone.nameAr);
    CHECK(refusal(customers.undoMerge(merge, Approval(), test::anyone())).key == u"approval.missing"_s);
    must(customers.undoMerge(merge, consent(undoMergeAct(merge)), test::anyone()));
    CHECK(must(customers.merges(kept.id, test::anyone())).empty());
    CHECK(must(customers.get(gone.id, test::anyone())) == gone);
    CHECK(must(customers.get(kept.id, test::anyone())).identifiers == kept.identifiers);
    CHECK(namesFound(customers, u"سليم"_s) == QStringList{u"سليم الحارثي"_s});
    CHECK(refusal(customers.undoMerge(merge, consent(undoMergeAct(merge)), test::anyone())).key ==
        u"customer.merge-undone"_s);
    CHECK(refusal(customers.merge(kept.id, kept.id, merging, test::anyone())).key ==
        u"customer.merge-itself"_s);
}

TEST_CASE("A company has authorised persons until they are withdrawn", "[customers]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    Customer draft;
    draft.kind = CustomerKind::Company;
    draft.nameAr = u"شركة الأفق 24 للتجارة"_s;
    draft.identifiers = {{u"cr_number"_s, u"CR1234567"_s}};
    const auto company = must(customers.create(draft, test::anyone()));
    const auto owner = must(customers.create(person(u"سالم الحارثي"_s, u"12345678"_s), test::anyone()));
    must(customers.authorise(company.id, {owner.id, u"مدير"_s, QDate(2027, 1, 1)}, test::anyone()));
    must(customers.authorise(company.id, {owner.id, u"مفوض بالتوقيع"_s, QDate(2028, 1, 1)}, test::anyone()));
    const auto read = must(customers.get(company.id, test::anyone()));
    REQUIRE(read.authorised.size() == 1);
    CHECK(read.authorised.front() == AuthorisedPerson{owner.id, u"مفوض بالتوقيع"_s, QDate(2028, 1, 1)});
    CHECK(refusal(customers.authorise(owner.id, {company.id, {}, {}}, test::anyone())).key ==
        u"customer.not-a-company"_s);
    must(db->write([&](Tx& tx) -> Result<> {
        CustomerRepository(tx).setRestricted(owner.id, true);
        return {};
    }));
    CHECK(refusal(customers.authorise(company.id, {owner.id, {}, {}}, test::anyone())).key ==
        u"customer.restricted"_s);
    must(customers.withdrawAuthorisation(company.id, owner.id, test::anyone()));
    CHECK(must(customers.get(company.id, test::anyone())).authorised.empty());
    CHECK(namesFound(customers, u"الافق 24"_s).size() == 1);
}

TEST_CASE(
    "A consent is kept with the version of its text, its language, the time and the clerk", "[customers]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    const auto owner = must(customers.create(person(u"سالم الحارثي"_s, u"12345678"_s), test::anyone()));
    CHECK_FALSE(owner.consent);
    const QDateTime before = db->clock()();
    must(customers.recordConsent(owner.id, u"2026-1"_s, u"ar"_s, test::anyone()));
    must(customers.recordConsent(owner.id, u"2026-2"_s, u"en"_s, test::anyone()));
    const auto given = must(customers.consents(owner.id, test::anyone()));
    REQUIRE(given.size() == 2);
    CHECK(given.front().textVersion == u"2026-2"_s);
    CHECK(given.front().language == u"en"_s);
    CHECK(given.back().textVersion == u"2026-1"_s);
    CHECK(given.back().language == u"ar"_s);
    for (const auto& each : given) {
        CHECK(each.clerk == test::anyone().user());
        CHECK(each.givenAt > before);
    }
    CHECK(must(customers.get(owner.id, test::anyone())).consent->textVersion == u"2026-2"_s);
}

TEST_CASE("Customers stay behind the gate, and every act leaves an audit line", "[customers][gate]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    const auto viewer = test::actorWith({Permission::ViewCustomers});
    const auto draft = person(u"سالم"_s, u"12345678"_s);
    CHECK(refusal(customers.create(draft, viewer)).key == u"gate.denied"_s);
    CHECK(refusal(customers.find(u"س"_s, 5, Actor())).key == u"gate.not-signed-in"_s);
    CHECK(refusal(customers.get(CustomerId::create(), Actor())).code == ErrorCode::Denied);
    CHECK(refusal(customers.update(draft, viewer)).code == ErrorCode::Denied);
    CHECK(refusal(customers.merge(CustomerId::create(), CustomerId::create(), {}, viewer)).code ==
        ErrorCode::Denied);
    CHECK(refusal(customers.recordConsent(CustomerId::create(), u"1"_s, u"ar"_s, viewer)).code ==
        ErrorCode::Denied);
    const auto lines = [&] {
        return must(db->read([](Tx& tx) -> Result<std::int64_t> { return AuditTrail(tx).head().number; }));
    };
    const auto before = lines();
    const auto saved = must(customers.create(draft, test::anyone()));
    CHECK(lines() == before + 1);
    CHECK_FALSE(customers.create(draft, test::anyone()));
    CHECK(lines() == before + 1);
    must(customers.recordConsent(saved.id, u"1"_s, u"ar"_s, test::anyone()));
    CHECK(lines() == before + 2);
    CHECK(refusal(customers.get(CustomerId::create(), test::anyone())).key == u"customer.not-found"_s);
}

TEST_CASE("Saving and finding prepare nothing the second time", "[customers][performance]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    const auto round = [&](int i) {
        must(customers.create(
            person(u"سالم الحارثي"_s, QString::number(10'000'000 + i), QString::number(92'000'000 + i)),
            test::anyone()));
        must(customers.find(u"سالم ح"_s, 10, test::anyone()));
        must(customers.find(u"salim h"_s, 10, test::anyone()));
        must(customers.find(QString::number(10'000'000 + i), 10, test::anyone()));
        must(customers.find(u"9999"_s, 10, test::anyone()));
    };
    round(0);
    round(1);
    const auto prepared = db->counters().prepared;
    for (int i = 2; i < 10; ++i)
        round(i);
    CHECK(db->counters().prepared == prepared);
}
