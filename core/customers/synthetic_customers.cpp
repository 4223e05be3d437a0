#include "core/customers/synthetic_customers.h"

#include "core/audit/audit_trail.h"
#include "core/customers/customer_import.h"
#include "core/customers/customer_index.h"
#include "core/customers/customer_repository.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <map>
#include <random>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

struct NamePart {
    QString ar, arFemale, en;
    QStringList enVariants;
    QString origin;
    int weight = 1;
};

/// Parts to draw from by weight.
struct Pool {
    std::vector<NamePart> parts;
    std::vector<int> upTo; ///< Running sums of the weights.

    void add(NamePart part)
    {
        upTo.push_back((upTo.empty() ? 0 : upTo.back()) + part.weight);
        parts.push_back(std::move(part));
    }
};

struct Origin {
    Pool male, female, family;
};

struct TradeWord {
    QStringView ar, en;
};
constexpr std::array<TradeWord, 8> kTrades{{{u"للتجارة", u"Trading"}, {u"للمقاولات", u"Contracting"},
    {u"للنقل", u"Transport"}, {u"للخدمات", u"Services"}, {u"للسفر والسياحة", u"Travel and Tourism"},
    {u"للعقارات", u"Real Estate"}, {u"للمواد الغذائية", u"Foodstuff"}, {u"للصناعة", u"Industries"}}};

const QString kOmani = u"OMN"_s;
const QString kArabOrigins = u"OMN EGY SDN YEM"_s;
// Steps coprime to the ranges walk through every number of them once.
constexpr qint64 kCivilRange = 89'999'999, kCivilStep = 48'271'121;
constexpr qint64 kMobileRange = 8'999'999, kMobileStep = 4'271'131;
constexpr qint64 kRegistrationRange = 8'999'999, kRegistrationStep = 2'654'437;

QJsonObject domainFile(const QString& name)
{
    QFile file(u":/domain/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

NamePart readPart(const QJsonObject& entry)
{
    NamePart part;
    part.ar = entry[u"ar"_s].toString(entry[u"ar_m"_s].toString());
    part.arFemale = entry[u"ar_f"_s].toString(part.ar);
    part.en = entry[u"en"_s].toString();
    for (const auto& variant : entry[u"en_variants"_s].toArray())
        part.enVariants << variant.toString();
    if (entry.contains(u"en_joined"_s)) part.enVariants << entry[u"en_joined"_s].toString();
    part.origin = entry[u"origin"_s].toString(kOmani);
    part.weight = entry[u"weight"_s].toInt(1);
    return part;
}

} // namespace

struct SyntheticCustomers::Impl {
    explicit Impl(quint64 seed)
        : random(seed)
        , number(static_cast<qint64>(seed % 1'000'000))
    {
        const auto names = domainFile(u"names.json"_s);
        auto& omani = origins[kOmani];
        for (const auto& value : names[u"omani_given_male"_s].toArray())
            omani.male.add(readPart(value.toObject()));
        for (const auto& value : names[u"omani_given_female"_s].toArray())
            omani.female.add(readPart(value.toObject()));
        for (const auto& value : names[u"omani_family"_s].toArray())
            omani.family.add(readPart(value.toObject()));
        const auto asian = names[u"south_asian"_s].toObject();
        const auto addAll = [this](const QJsonArray& array, Pool Origin::*pool) {
            for (const auto& value : array) {
                auto part = readPart(value.toObject());
                auto& origin = origins[part.origin];
                (origin.*pool).add(std::move(part));
            }
        };
        addAll(asian[u"given_male"_s].toArray(), &Origin::male);
        addAll(asian[u"given_female"_s].toArray(), &Origin::female);
        addAll(asian[u"family"_s].toArray(), &Origin::family);
        for (const auto& value : names[u"other_residents"_s].toArray()) {
            const auto entry = value.toObject();
            const bool family = entry[u"part"_s].toString() == "family"_L1;
            const auto pool = family                   ? &Origin::family
                : entry[u"sex"_s].toString() == "F"_L1 ? &Origin::female
                                                       : &Origin::male;
            (origins[entry[u"origin"_s].toString()].*pool).add(readPart(entry));
        }
        const auto mix = names[u"nationality_mix_illustrative"_s].toObject();
        for (auto it = mix.begin(); it != mix.end(); ++it)
            if (origins.contains(it.key()))
                nationalities.insert(nationalities.end(), it.value().toInt(), it.key());
        for (const auto& governorate : domainFile(u"governorates.json"_s)[u"governorates"_s].toArray())
            for (const auto& wilayat : governorate.toObject()[u"wilayats"_s].toArray())
                wilayats << wilayat.toObject()[u"code"_s].toString();
    }

    /// 0 … bound − 1; the standard distributions differ between libraries.
    qint64 below(qint64 bound) { return static_cast<qint64>(random() % static_cast<quint64>(bound)); }
    bool oneIn(int n) { return below(n) == 0; }

    const NamePart& draw(const Pool& pool)
    {
        const auto ticket = static_cast<int>(below(pool.upTo.back()));
        const auto at = std::upper_bound(pool.upTo.begin(), pool.upTo.end(), ticket) - pool.upTo.begin();
        return pool.parts[static_cast<std::size_t>(at)];
    }

    const NamePart& drawOr(const Pool& pool, const Pool& otherwise)
    {
        return draw(pool.parts.empty() ? otherwise : pool);
    }

    QString arabic(QString word)
    {
        if (oneIn(8)) word.replace(u'أ', u'ا').replace(u'إ', u'ا').replace(u'آ', u'ا');
        if (oneIn(10) && word.endsWith(u'ة')) word.back() = u'ه';
        if (oneIn(10) && word.endsWith(u'ى')) word.back() = u'ي';
        if (oneIn(5) && word.startsWith(u"عبدال")) word.insert(3, u' ');
        return word;
    }

    QString latin(const NamePart& part)
    {
        if (!part.enVariants.isEmpty() && oneIn(5)) return part.enVariants[below(part.enVariants.size())];
        if (part.en.startsWith("Al "_L1) && oneIn(12)) return u"El-"_s + part.en.mid(3);
        if (part.en.startsWith("Al "_L1) && oneIn(12)) return u"Al"_s + part.en.mid(3).toLower();
        return part.en;
    }

    void nameOmani(Customer& customer, bool female)
    {
        const auto& omani = origins[kOmani];
        const auto& given = draw(female ? omani.female : omani.male);
        customer.nameAr = arabic(given.ar);
        customer.nameEn = latin(given);
        const int forefathers = oneIn(4) ? 1 : oneIn(6) ? 3 + static_cast<int>(below(2)) : 2;
        for (int i = 0; i < forefathers; ++i) {
            const auto& father = draw(omani.male);
            if (!oneIn(6)) customer.nameAr += female && i == 0 ? u" بنت"_s : u" بن"_s;
            customer.nameAr += u' ' + arabic(father.ar);
            customer.nameEn += (oneIn(10) ? u" bin "_s : u" "_s) + latin(father);
        }
        const auto& family = draw(omani.family);
        customer.nameAr += u' ' + arabic(female && !oneIn(5) ? family.arFemale : family.ar);
        customer.nameEn += u' ' + latin(family);
    }

    void nameForeign(Customer& customer, bool female)
    {
        const auto& origin = origins[customer.nationality];
        const auto& india = origins[u"IND"_s];
        const auto& given = drawOr(female ? origin.female : origin.male, female ? india.female : india.male);
        customer.nameAr = arabic(given.ar);
        customer.nameEn = latin(given);
        if (oneIn(20)) return; // a single name, as on some passports
        const auto& family = drawOr(origin.family, origin.male);
        customer.nameAr += u' ' + arabic(family.ar);
        customer.nameEn += u' ' + latin(family);
    }

    void nameCompany(Customer& customer)
    {
        const auto& family = draw(origins[kOmani].family);
        const auto& given = draw(origins[kOmani].male);
        const auto& trade = kTrades[static_cast<std::size_t>(below(kTrades.size()))];
        customer.nameAr = (oneIn(2) ? u"مؤسسة "_s : u"شركة "_s) + arabic(given.ar) + u' ' +
            arabic(family.ar) + u' ' + trade.ar.toString();
        customer.nameEn = latin(given) + u' ' + latin(family) + u' ' + trade.en.toString() + u" LLC"_s;
    }

    QString mobile()
    {
        if (!lastMobile.isEmpty() && oneIn(15)) return lastMobile;
        return lastMobile = u"+968"_s + QString::number(91'000'000 + number * kMobileStep % kMobileRange);
    }

    QDate day(const QDate& from, int days) { return from.addDays(below(days)); }

    Customer make()
    {
        ++number;
        Customer customer;
        customer.nationality =
            nationalities[static_cast<std::size_t>(below(static_cast<qint64>(nationalities.size())))];
        customer.wilayat = wilayats[below(wilayats.size())];
        customer.phone = mobile();
        if (oneIn(25)) {
            customer.kind = CustomerKind::Company;
            customer.nationality = kOmani;
            nameCompany(customer);
            customer.identifiers.push_back(
                {u"cr_number"_s, QString::number(1'000'000 + number * kRegistrationStep % kRegistrationRange),
                    kOmani, day(QDate(2026, 12, 1), 1000)});
            customer.language = u"ar"_s;
            return customer;
        }
        const bool female = oneIn(3);
        customer.sex = female ? u"F"_s : u"M"_s;
        customer.birthDate = day(QDate(1945, 1, 1), 23'000);
        const bool omani = customer.nationality == kOmani;
        if (omani)
            nameOmani(customer, female);
        else
            nameForeign(customer, female);
        customer.kind = omani ? CustomerKind::Citizen
            : oneIn(25)       ? CustomerKind::Visitor
                              : CustomerKind::Resident;
        customer.language = kArabOrigins.contains(customer.nationality) ? u"ar"_s : u"en"_s;
        if (customer.kind != CustomerKind::Visitor)
            customer.identifiers.push_back(
                {u"civil_number"_s, QString::number(10'000'000 + number * kCivilStep % kCivilRange), kOmani,
                    day(QDate(2026, 12, 1), 3000)});
        if (customer.kind == CustomerKind::Visitor || oneIn(10))
            customer.identifiers.push_back({u"passport_number"_s,
                QString(QChar(static_cast<char16_t>(u'A' + number % 26))) +
                    QString::number(1'000'000 + number * kRegistrationStep % kRegistrationRange),
                customer.nationality, day(QDate(2026, 12, 1), 3000)});
        return customer;
    }

    std::mt19937_64 random;
    qint64 number;
    std::map<QString, Origin> origins;
    std::vector<QString> nationalities;
    QStringList wilayats;
    QString lastMobile;
};

SyntheticCustomers::SyntheticCustomers(quint64 seed)
    : m_impl(std::make_unique<Impl>(seed))
{
}

SyntheticCustomers::~SyntheticCustomers() = default;

Customer SyntheticCustomers::next()
{
    return m_impl->make();
}

Result<> loadSyntheticCustomers(Database& db, qint64 count, quint64 seed, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ImportCustomers));
    SyntheticCustomers people(seed);
    for (qint64 done = 0; done < count;) {
        std::vector<Customer> part;
        for (; done < count && part.size() < CustomerImport::kRowsPerCommit; ++done)
            part.push_back(people.next());
        SANAD_TRY(db.write([&](Tx& tx) -> Result<> {
            CustomerRepository customers(tx);
            CustomerIndex index(tx);
            index.setBulk(true);
            for (auto& customer : part) {
                customer.id = CustomerId::create();
                customers.insert(customer);
            }
            index.setBulk(false);
            AuditTrail(tx).record(
                by, u"customer.imported"_s, 0, {{u"added"_s, static_cast<qint64>(part.size())}});
            tx.touched(u"customers"_s);
            return {};
        }));
    }
    return db.write([](Tx& tx) -> Result<> {
        CustomerIndex(tx).optimise();
        return {};
    });
}

} // namespace sanad
