#include "core/base/identifiers.h"
#include "core/base/text_gate.h"
#include "core/forms/json_text.h"
#include "core/transactions/portal_item.h"
#include "core/visits/visit.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qsizetype kMostLineBytes = 1024 * 1024;
constexpr std::int64_t kMostBaisa = 999'999'999'999; // of one amount, as in the portal contract
constexpr int kMostItems = 50;
constexpr int kMostMonths = 1200;
constexpr int kLongText = 1000;
/// Where only certain words may stand, those that docs/visit.md names.
const QStringList kCustomerKinds{u"citizen"_s, u"resident"_s, u"visitor"_s, u"company"_s};
const QStringList kFeeStates{u"unpaid"_s, u"paid_unconfirmed"_s, u"confirmed"_s};
const QStringList kTenders{u"cash"_s, u"card"_s, u"transfer"_s, u"account"_s, u"deposit"_s};

/// Reads an object member by member and remembers the first thing wrong with it; what is asked for after that
/// has no meaning. finish() refuses what nobody asked for.
class Members {
public:
    Members(const QJsonValue& value, QString pointer)
        : m_object(value.toObject())
        , m_pointer(std::move(pointer))
    {
        if (!value.isObject()) fail(u"visit.field"_s, m_pointer);
    }

    bool has(const QString& name) const { return m_object.contains(name); }
    QString at(const QString& name) const { return m_pointer + u'/' + name; }

    QJsonValue take(const QString& name)
    {
        m_taken << name;
        return m_object.value(name);
    }

    QString text(const QString& name, int maxLength = 200)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined()) return {};
        if (!value.isString()) return fail(u"visit.field"_s, at(name)), QString();
        auto clean = cleanText(value.toString(), TextRule{maxLength});
        if (clean) return *clean;
        if (m_fault) return {};
        m_fault = clean.error();
        m_fault->args.append(at(name));
        return {};
    }

    QString required(const QString& name)
    {
        const QString value = text(name);
        if (value.isEmpty()) fail(u"visit.field-missing"_s, at(name));
        return value;
    }

    std::optional<std::int64_t> integer(const QString& name, std::int64_t most)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined()) return std::nullopt;
        const std::int64_t number = value.toInteger(-1);
        if (!value.isDouble() || number < 0 || number > most)
            return fail(u"visit.field"_s, at(name)), std::nullopt;
        return number;
    }

    std::optional<Money> baisa(const QString& name)
    {
        const auto number = integer(name, kMostBaisa);
        return number ? std::optional(Money::fromBaisa(*number)) : std::nullopt;
    }

    QDate date(const QString& name)
    {
        const QString value = text(name);
        if (value.isEmpty()) return {};
        const QDate day = QDate::fromString(value, Qt::ISODate);
        if (!day.isValid()) fail(u"visit.day"_s, at(name));
        return day;
    }

    /// One of the words that `read` knows, `words`; `otherwise` when absent.
    template <class Read, class Value>
    Value word(const QString& name, const QStringList& words, Read read, Value otherwise)
    {
        const QString value = text(name);
        if (value.isEmpty()) return otherwise;
        const auto known = words.contains(value) ? read(value) : std::nullopt;
        if (!known) fail(u"visit.choice"_s, at(name), words.join(u", "_s));
        return known.value_or(otherwise);
    }

    std::optional<QStringList> texts(const QString& name)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined()) return std::nullopt;
        if (!value.isArray()) return fail(u"visit.field"_s, at(name)), std::nullopt;
        QStringList list;
        for (const QJsonValue each : value.toArray()) {
            if (!each.isString()) return fail(u"visit.field"_s, at(name)), std::nullopt;
            list << each.toString();
        }
        return list;
    }

    /// `choices`: what could stand there.
    void fail(const QString& key, const QString& pointer, const QString& choices = {})
    {
        if (m_fault) return;
        m_fault = Error{ErrorCode::Invalid, key, {pointer}, {}};
        if (!choices.isEmpty()) m_fault->args << choices;
    }

    Result<> finish()
    {
        if (m_fault) return *m_fault;
        for (auto it = m_object.begin(); it != m_object.end(); ++it)
            if (!m_taken.contains(it.key()))
                return Error{ErrorCode::Invalid, u"visit.unknown-field"_s,
                    {pointerOf(it.key()), m_taken.join(u", "_s)}, {}};
        return {};
    }

private:
    /// A name from outside is shown only as far as it is harmless.
    QString pointerOf(const QString& name) const
    {
        auto clean = cleanText(name, TextRule{60});
        return m_pointer + u'/' + (clean ? *clean : u"?"_s).replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
    }

    QJsonObject m_object;
    QString m_pointer;
    QStringList m_taken;
    std::optional<Error> m_fault;
};

void addIdentifier(Customer& customer, const QString& kind, const QString& value, const QString& country)
{
    if (value.isEmpty()) return;
    customer.identifiers.push_back({kind, normalisedIdentifier(kind, value), country, {}});
}

Result<VisitCustomer> customerFrom(const QJsonValue& value)
{
    Members members(value, u"/customer"_s);
    VisitCustomer customer;
    Customer& details = customer.details;
    if (const QString id = members.text(u"id"_s); !id.isEmpty()) {
        customer.id = CustomerId::parse(id).value_or(CustomerId());
        if (customer.id.isNull()) members.fail(u"visit.field"_s, members.at(u"id"_s));
    }
    details.nationality = members.text(u"nationality"_s).toUpper();
    const QString country = members.text(u"passport_country"_s).toUpper();
    addIdentifier(details, u"civil_number"_s, members.text(u"civil_number"_s), u"OMN"_s);
    addIdentifier(details, u"cr_number"_s, members.text(u"cr_number"_s), u"OMN"_s);
    const QString home = details.nationality.isEmpty() ? u"OMN"_s : details.nationality;
    addIdentifier(details, u"passport_number"_s, members.text(u"passport_number"_s),
        country.isEmpty() ? home : country);
    customer.kindGiven = members.has(u"kind"_s);
    details.kind = members.word(u"kind"_s, kCustomerKinds, customerKindFromKey, CustomerKind::Citizen);
    details.nameAr = members.text(u"name_ar"_s);
    details.nameEn = members.text(u"name_en"_s);
    details.phone = members.text(u"phone"_s);
    details.email = members.text(u"email"_s);
    details.address = members.text(u"address"_s, kLongText);
    details.sex = members.text(u"sex"_s);
    details.wilayat = members.text(u"wilayat"_s);
    details.language = members.text(u"language"_s);
    details.birthDate = members.date(u"birth_date"_s);
    if (customer.id.isNull() && details.identifiers.empty())
        members.fail(u"visit.field-missing"_s, members.at(u"civil_number"_s));
    SANAD_TRY(members.finish());
    return customer;
}

Result<VisitItem> itemFrom(const QJsonValue& value, const QString& pointer)
{
    Members members(value, pointer);
    VisitItem item;
    item.service = members.required(u"service"_s);
    if (const QJsonValue form = members.take(u"form"_s); form.isObject())
        item.form = form.toObject();
    else if (!form.isUndefined())
        members.fail(u"visit.field"_s, members.at(u"form"_s));
    if (const auto codes = members.texts(u"documents"_s)) {
        item.documents.emplace();
        for (const QString& code : *codes)
            item.documents->insert(code, DocumentState::Seen);
    }
    item.governmentFee = members.baisa(u"government_fee_baisa"_s);
    item.serviceFee = members.baisa(u"service_fee_baisa"_s);
    item.discount = members.baisa(u"discount_baisa"_s).value_or(Money());
    item.extras = members.texts(u"extras"_s).value_or(QStringList());
    item.monthsLate = static_cast<int>(members.integer(u"months_late"_s, kMostMonths).value_or(0));
    item.priceReason = members.text(u"price_reason"_s, kLongText);
    item.portalReference = members.text(u"portal_reference"_s, kMostReference);
    item.feeProof = members.text(u"fee_proof"_s, kMostReference);
    item.feeState = members.word(u"fee_state"_s, kFeeStates, feeStateFromKey, FeeState::Unpaid);
    SANAD_TRY(members.finish());
    return item;
}

Result<VisitPayment> paymentFrom(const QJsonValue& value, const QString& pointer)
{
    Members members(value, pointer);
    VisitPayment payment;
    payment.tender = members.word(u"tender"_s, kTenders, tenderFromKey, Tender::Cash);
    const auto amount = members.baisa(u"baisa"_s);
    if (!amount) members.fail(u"visit.field-missing"_s, members.at(u"baisa"_s));
    payment.amount = amount.value_or(Money());
    payment.approvalCode = members.text(u"approval_code"_s, 40);
    payment.reference = members.text(u"reference"_s, 60);
    SANAD_TRY(members.finish());
    return payment;
}

template <class Value, class Read>
Result<std::vector<Value>> listFrom(const QJsonValue& value, const QString& pointer, Read read)
{
    std::vector<Value> list;
    if (value.isUndefined()) return list;
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > kMostItems)
        return Error{ErrorCode::Invalid, u"visit.field"_s, {pointer}, {}};
    for (qsizetype i = 0; i < array.size(); ++i) {
        SANAD_TRY_VALUE(each, read(array.at(i), pointer + u'/' + QString::number(i)));
        list.push_back(std::move(each));
    }
    return list;
}

} // namespace

Result<Visit> parseVisit(QByteArrayView line, QString* tag)
{
    SANAD_TRY_VALUE(json, parseJson(line, {32, kMostLineBytes}));
    Members members(json, {});
    Visit visit;
    visit.tag = members.text(u"tag"_s);
    if (tag) *tag = visit.tag;
    visit.counter = members.text(u"counter"_s);
    visit.ticket = members.text(u"ticket"_s);
    const QJsonValue customer = members.take(u"customer"_s);
    const QJsonValue items = members.take(u"items"_s);
    const QJsonValue payments = members.take(u"payments"_s);
    if (customer.isUndefined()) members.fail(u"visit.field-missing"_s, members.at(u"customer"_s));
    SANAD_TRY(members.finish());

    SANAD_TRY_VALUE(who, customerFrom(customer));
    visit.customer = std::move(who);
    SANAD_TRY_VALUE(services, listFrom<VisitItem>(items, u"/items"_s, itemFrom));
    if (services.empty()) return Error{ErrorCode::Invalid, u"visit.no-items"_s, {}, {}};
    visit.items = std::move(services);
    if (payments.isArray() && payments.toArray().isEmpty())
        return Error{ErrorCode::Invalid, u"visit.field"_s, {u"/payments"_s}, {}};
    SANAD_TRY_VALUE(paid, listFrom<VisitPayment>(payments, u"/payments"_s, paymentFrom));
    visit.payments = std::move(paid);
    return visit;
}

} // namespace sanad
