#include "core/base/search_text.h"
#include "core/customers/customer_index.h"
#include "core/customers/customer_service.h"
#include "core/customers/name_spellings.h"
#include "core/customers/search_terms.h"
#include "core/customers/synthetic_customers.h"
#include "tests/support/test_support.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace sanad;
using test::must;

namespace {

constexpr int kLimit = 200;

/// A customer as a search without any index sees them.
struct Known {
    CustomerId id;
    QStringList words; ///< Of the names, folded.
    QStringList forms; ///< Every way these may be written, and their sounds.
    QStringList bare; ///< The forms without what spelling adds or drops.
};

/// A word without article and final H, Latin ones by their sound.
QString bareForm(QString word)
{
    while (word.size() > 2 && (word.endsWith(u'H') || word.endsWith(QChar(0x0647))))
        word.chop(1);
    if (word.size() > 4 && (word.startsWith("AL"_L1) || word.startsWith("IL"_L1))) word.remove(0, 2);
    const QString sound = soundKey(word);
    return sound.isEmpty() ? word : sound;
}

Known knownAs(CustomerId id, const QString& names)
{
    Known known{id, searchWords(names), indexWords(names), {}};
    for (const auto& form : known.forms)
        known.bare << bareForm(form);
    return known;
}

bool hasBeginning(const QStringList& words, const QString& beginning)
{
    return std::any_of(
        words.begin(), words.end(), [&](const QString& word) { return word.startsWith(beginning); });
}

/// The name holds every finished word, and one that begins with the growing one.
bool isPlainMatch(const Known& known, const TypedWords& typed)
{
    return std::all_of(typed.finished.begin(), typed.finished.end(),
               [&](const QString& word) { return known.words.contains(word); }) &&
        (typed.last.isEmpty() || hasBeginning(known.words, typed.last));
}

/// The same of any spelling that sounds alike. A word by itself, finished or not, is a beginning; its sound
/// counts from two consonants on.
bool isAlike(const Known& known, TypedWords typed)
{
    const bool alone = typed.finished.size() + (typed.last.isEmpty() ? 0 : 1) == 1;
    if (alone && typed.last.isEmpty()) typed.last = typed.finished.takeFirst();
    const auto alike = [&](const QString& word) {
        return known.forms.contains(word) || known.bare.contains(bareForm(word));
    };
    if (!std::all_of(typed.finished.begin(), typed.finished.end(), alike)) return false;
    if (typed.last.isEmpty() || (typed.lastMayBeParticle && !alone)) return true;
    const auto begins = [&](const QString& beginning) {
        const QString sound = soundKey(beginning);
        return hasBeginning(known.forms, beginning) ||
            (sound.size() > (alone ? 1 : 0) && hasBeginning(known.forms, sound));
    };
    return begins(typed.last) ||
        std::any_of(typed.lastAlternatives.begin(), typed.lastAlternatives.end(), begins);
}

} // namespace

TEST_CASE(
    "Search finds whom a look at every customer finds, and nobody else", "[customers][search][database]")
{
    const auto db = test::migratedDatabase();
    must(loadSyntheticCustomers(*db, 1'500, 3, test::anyone()));
    std::vector<Known> everybody;
    must(db->read([&](Tx& tx) -> Result<> {
        auto rows = tx.query("SELECT id, name_ar, name_en FROM customer ORDER BY id DESC");
        rows.run();
        while (rows.next()) {
            everybody.push_back(knownAs(rows.id<CustomerId>(0), rows.text(1) + u' ' + rows.text(2)));
        }
        return {};
    }));
    CustomerService customers(*db);
    const auto check = [&](const QString& text) {
        INFO(text.toStdString());
        const auto typed = typedWords(text);
        std::vector<CustomerId> found;
        for (const auto& match : must(customers.find(text, kLimit, test::anyone())))
            found.push_back(match.id);
        std::vector<CustomerId> plain, alike;
        for (const auto& known : everybody) {
            if (isPlainMatch(known, typed)) plain.push_back(known.id);
            if (isPlainMatch(known, typed) || isAlike(known, typed)) alike.push_back(known.id);
        }
        const auto isIn = [](const auto& list) {
            return [&list](CustomerId id) { return std::find(list.begin(), list.end(), id) != list.end(); };
        };
        CHECK(std::all_of(found.begin(), found.end(), isIn(alike)));
        if (alike.size() <= kLimit)
            CHECK(std::all_of(plain.begin(), plain.end(), isIn(found)));
        else
            CHECK(found.size() == kLimit);
    };
    SyntheticCustomers people(3);
    std::mt19937 random(7);
    for (int i = 0; i < 40; ++i) {
        const auto customer = people.next();
        for (const auto& name : {customer.nameAr, customer.nameEn}) {
            auto words = name.split(u' ', Qt::SkipEmptyParts);
            for (const auto& word : words)
                check(word.left(1 + static_cast<qsizetype>(random() % static_cast<unsigned>(word.size()))));
            // As typed from its beginning, and its words in any order with the last one cut short.
            check(name.left(1 + static_cast<qsizetype>(random() % static_cast<unsigned>(name.size()))));
            words.removeIf([](const QString& word) { return searchWords(word).isEmpty(); });
            std::shuffle(words.begin(), words.end(), random);
            const QString mixed = words.join(u' ');
            for (qsizetype length = 1; length <= mixed.size(); length += 2)
                check(mixed.left(length));
        }
    }
}

TEST_CASE(
    "Exact words come first, then beginnings, then sounds, newest first in each, however few are asked for",
    "[customers][search][database]")
{
    constexpr int kFew = 5, kExact = 0;
    const auto db = test::migratedDatabase();
    must(loadSyntheticCustomers(*db, 1'500, 3, test::anyone()));
    const auto ordered = [&](Tx& tx, const QString& text) {
        INFO(text.toStdString());
        const Verifier verifier(typedWords(text));
        std::vector<CustomerId> exact;
        std::map<CustomerId, int> ranks;
        auto rows = tx.query("SELECT id, search_text FROM customer ORDER BY id DESC");
        rows.run();
        while (rows.next()) {
            const auto rank = verifier.rank(rows.text(1).toUtf8());
            if (!rank) continue;
            ranks[rows.id<CustomerId>(0)] = *rank;
            if (*rank == kExact && exact.size() < kFew) exact.push_back(rows.id<CustomerId>(0));
        }
        const auto found = CustomerIndex(tx).find(text, kFew);
        REQUIRE(exact.size() <= found.size());
        CHECK(std::equal(exact.begin(), exact.end(), found.begin()));
        CHECK(std::is_sorted(found.begin(), found.end(), [&](CustomerId one, CustomerId other) {
            return ranks.at(one) != ranks.at(other) ? ranks.at(one) < ranks.at(other) : one > other;
        }));
    };
    SyntheticCustomers people(3);
    for (int i = 0; i < 40; ++i) {
        const auto customer = people.next();
        for (const auto& name : {customer.nameAr, customer.nameEn}) {
            if (searchWords(name).size() < 2) continue;
            const auto words = name.split(u' ', Qt::SkipEmptyParts);
            const QString turned = words.back() + u' ' + words.front();
            must(db->read([&](Tx& tx) -> Result<> {
                for (qsizetype length = words.front().size() + 2; length <= name.size(); length += 2)
                    if (const auto typed = typedWords(name.left(length));
                        !typed.finished.isEmpty() && !typed.last.isEmpty())
                        ordered(tx, name.left(length));
                if (typedWords(turned).finished.size() == 1) ordered(tx, turned);
                return {};
            }));
        }
    }
}

TEST_CASE("Names that sound alike are found beside one another", "[customers][search][database]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    Customer draft;
    draft.nameEn = u"Ammar Hamad bin Humaid Tabook"_s;
    const auto made = must(customers.create(draft, test::anyone()));
    for (const QString& text :
        {u"Hamad Humaid"_s, u"Humaid Hamad "_s, u"Hamad Humaid Tab"_s, u"Ammar Hamad Humaid"_s,
            u"Ammar Hamad bin Humaid "_s, u"Ammar Hamad bin Humaid Tabook"_s, u"Tabook Humaid Hamad"_s}) {
        CAPTURE(text);
        const auto found = must(customers.find(text, kLimit, test::anyone()));
        CHECK(found.size() == 1);
        CHECK(must(db->read([&](Tx& tx) -> Result<std::vector<CustomerId>> {
            return CustomerIndex(tx).withAllWords(searchWords(text), 5);
        })).size() == (text.contains("Tab "_L1) || text.endsWith("Tab"_L1) ? 0u : 1u));
    }
}

TEST_CASE("As few pairs as hold every finished word are asked for", "[customers][search]")
{
    const QStringList words = searchWords(u"Salim Hamad Khalid Rashid Nasir Talib"_s);
    REQUIRE(words.size() == 6);
    const std::size_t pairs[] = {1, 1, 2, 2, 3, 3};
    const auto tokens = searchTokens({}, u"Talib Salim Nasir Hamad Rashid Khalid"_s).split(u' ');
    for (qsizetype count = 1; count <= words.size(); ++count) {
        const auto terms = termsOf(words.first(count));
        CHECK(terms.size() == pairs[count - 1]);
        CHECK(std::all_of(
            terms.begin(), terms.end(), [&](const auto& either) { return tokens.contains(either.front()); }));
    }
    CHECK(termsOf(searchWords(u"Hamad Humaid"_s)).size() == 1);
    // The opening says already that a lone word is there, unless pairs leave something of it out.
    CHECK(termsBesideOpening(typedWords(u"Salim Ha")).empty());
    CHECK(loneTerm(typedWords(u"Salim Ha")).isEmpty());
    CHECK_FALSE(loneTerm(typedWords(u"سالمة حم")).isEmpty());
}

TEST_CASE("Whom a finished word and two letters of the next lead to mostly answers", "[customers][search]")
{
    constexpr int kPeople = 3'000, kAsked = 60;
    SyntheticCustomers people(11);
    std::vector<QString> names;
    std::vector<QSet<QString>> terms;
    std::vector<QByteArray> tokens;
    for (int i = 0; i < kPeople; ++i) {
        const auto customer = people.next();
        names.push_back(i % 2 == 0 ? customer.nameAr : customer.nameEn);
        const QString text = searchTokens(customer.nameAr, customer.nameEn);
        const auto list = text.split(u' ');
        terms.emplace_back(list.begin(), list.end());
        tokens.push_back(text.toUtf8());
    }
    qsizetype looked = 0, answering = 0, held = 0;
    for (int i = 0; i < kAsked; ++i) {
        const auto words = names[static_cast<std::size_t>(i)].split(u' ', Qt::SkipEmptyParts);
        const auto typed = typedWords(words.front() + u' ' + words.back().left(4));
        const auto openings = openingTerms(typed);
        if (openings.empty()) continue;
        const Verifier verifier(typed);
        for (std::size_t k = 0; k < terms.size(); ++k) {
            const bool answers = verifier.rank(tokens[k]).value_or(2) < 2;
            const bool leads = std::any_of(openings.back().begin(), openings.back().end(),
                [&](const QString& term) { return terms[k].contains(term); });
            looked += leads ? 1 : 0;
            answering += leads && answers ? 1 : 0;
            held += answers ? 1 : 0;
        }
    }
    CHECK(held > 100);
    CHECK(answering == held);
    CHECK(2 * answering > looked);
}

TEST_CASE("A name has few tokens, each once", "[customers][search]")
{
    constexpr int kPeople = 500;
    SyntheticCustomers people(12);
    qsizetype count = 0;
    for (int i = 0; i < kPeople; ++i) {
        const auto customer = people.next();
        const auto tokens = searchTokens(customer.nameAr, customer.nameEn).split(u' ');
        CHECK(QSet<QString>(tokens.begin(), tokens.end()).size() == tokens.size());
        count += tokens.size();
    }
    CHECK(count < 75 * kPeople);
}

TEST_CASE("A name of several words in one script is found by the words of the other", "[customers][search]")
{
    auto db = test::migratedDatabase();
    CustomerService customers(*db);
    const struct {
        const char16_t *stored, *typed;
    } cases[] = {{u"Mohammad Rafiq Khan", u"محمد رفيق"}, {u"Abdul Rasheed Khan", u"عبد الرشيد"},
        {u"Abul Kalam Khan", u"أبو الكلام"}, {u"محمد آصف خان", u"Muhammad Asif"},
        {u"Sunil Shantha Perera", u"سونيل شانثا"}, {u"Azza Tariq Al Hattali", u"الهطالية"},
        {u"Azza Tariq Al Hattali", u"الهطالي"}, {u"Muna Salim Al Balushi", u"منى البلوشية"},
        {u"عزة بنت طارق الهطالية", u"Azza Al Hattali"}};
    for (const auto& [stored, typed] : cases) {
        Customer customer;
        customer.kind = CustomerKind::Resident;
        const QString name = QString::fromUtf16(stored);
        (name.front().unicode() < 0x80 ? customer.nameEn : customer.nameAr) = name;
        const auto made = must(customers.create(customer, test::anyone()));
        INFO(name.toStdString());
        const auto found = must(customers.find(QString::fromUtf16(typed), kLimit, test::anyone()));
        CHECK(std::any_of(found.begin(), found.end(), [&](const auto& each) { return each.id == made.id; }));
    }
}

TEST_CASE("Mohammed is found however cards shorten it, and the shortened by the whole name", "[search]")
{
    const auto db = test::migratedDatabase();
    CustomerService customers(*db);
    const auto add = [&](const QString& ar, const QString& en) {
        Customer draft;
        draft.nameAr = ar;
        draft.nameEn = en;
        return must(customers.create(draft, test::anyone(), ConfirmDuplicates::Yes)).id;
    };
    const auto arabic = add(u"محمد بن سالم الحارثي"_s, {});
    const auto whole = add({}, u"Mohammed Salim Al Harthy"_s);
    const auto shortened = add({}, u"Mohd. Salim Al Harthi"_s);
    const auto both = add(u"محمد بن سالم الحارثي"_s, u"MD SALIM ALHARTHI"_s);
    add(u"حمد بن سالم الحارثي"_s, u"Hamad Salim Al Harthi"_s);
    add({}, u"Mahdi Salim Al Harthi"_s);
    const auto found = [&](const QString& text) {
        std::set<CustomerId> ids;
        for (const auto& match : must(customers.find(text, 50, test::anyone())))
            if (!onlySoundsAlike(text, match)) ids.insert(match.id);
        return ids;
    };
    const std::set<CustomerId> all{arabic, whole, shortened, both};
    for (const auto& text : {u"Mohd Salim"_s, u"mohd salim al harthi"_s, u"Muhd Salim "_s, u"Md. Salim"_s,
             u"Moh'd Salim"_s, u"Salim Mohd"_s, u"Salim md "_s, u"Mohammed Salim"_s, u"محمد سالم"_s,
             u"Mohd "_s, u"Mohd Sal"_s}) {
        CAPTURE(text);
        CHECK(found(text) == all);
    }
    CHECK(writtenOut(u"Ahmd Mohdi 5MD Md"_s) == u"Ahmd Mohdi 5MD Mohammed"_s);
}
