#include "app/portal/item_check.h"

#include "app/portal/store.h"
#include "core/forms/json_text.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sanad::portal {

namespace {

void addErrors(QJsonArray& errors, const QString& prefix, const std::vector<FormFault>& faults)
{
    for (const FormFault& fault : faults)
        if (!fault.warning)
            errors.append(QJsonObject{{u"pointer"_s, prefix + fault.pointer}, {u"code"_s, fault.key}});
}

Result<QJsonValue> readJson(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return Error{ErrorCode::Unusable, u"portal.schemas"_s, {path}, {}};
    return parseJson(file.readAll());
}

} // namespace

Result<FormSchema> contractSchema(const QString& definition)
{
    SANAD_TRY_VALUE(contract, readJson(u":/contract/contract.schema.json"_s));
    QJsonObject schema = contract.toObject();
    schema[u"allOf"_s] = QJsonArray{QJsonObject{{u"$ref"_s, QString(u"#/definitions/"_s + definition)}}};
    return FormSchema::compile(schema);
}

ItemCheck::ItemCheck(
    FormSchema batch, FormSchema transaction, FormSchema instruction, FormSchema payment, QString formsFolder)
    : m_batch(std::move(batch))
    , m_transaction(std::move(transaction))
    , m_instruction(std::move(instruction))
    , m_payment(std::move(payment))
    , m_formsFolder(std::move(formsFolder))
{
}

Result<std::unique_ptr<ItemCheck>> ItemCheck::load(const QString& formsFolder)
{
    SANAD_TRY_VALUE(batch, contractSchema(u"Batch"_s));
    SANAD_TRY_VALUE(transaction, contractSchema(u"Transaction"_s));
    SANAD_TRY_VALUE(instruction, contractSchema(u"FeeInstruction"_s));
    SANAD_TRY_VALUE(payment, contractSchema(u"FeePayment"_s));
    if (QDir(formsFolder).entryList({u"*.schema.json"_s}, QDir::Files).isEmpty())
        return Error{ErrorCode::Unusable, u"portal.schemas"_s, {formsFolder}, {}};
    return std::unique_ptr<ItemCheck>(new ItemCheck(
        std::move(batch), std::move(transaction), std::move(instruction), std::move(payment), formsFolder));
}

bool ItemCheck::isFeePayment(const QJsonValue& body) const
{
    return m_payment.check(body).empty();
}

Result<CheckedBatch> ItemCheck::batch(const QByteArray& content) const
{
    SANAD_TRY_VALUE(batch, parseJson(content));
    const QJsonArray list = batch.toObject().value(u"items"_s).toArray();
    if (list.size() > kMaxItems) return Error{ErrorCode::Invalid, u"portal.limits"_s, {}, {}};
    if (!m_batch.check(batch).empty()) return Error{ErrorCode::Unusable, u"portal.malformed"_s, {}, {}};

    const QJsonObject anchor = batch.toObject().value(u"anchor"_s).toObject();
    CheckedBatch checked{{}, anchor[u"number"_s].toInteger(), anchor[u"hash"_s].toString()};
    checked.items.reserve(static_cast<std::size_t>(list.size()));
    for (const auto& value : list) {
        const QJsonObject object = value.toObject();
        const QJsonObject body = object[u"body"_s].toObject();
        CheckedItem item{
            object[u"uuid"_s].toString(), object[u"kind"_s].toString(), {}, body, compact(body), {}};
        if (item.text.size() > kMaxItemBytes) return Error{ErrorCode::Invalid, u"portal.limits"_s, {}, {}};
        if (item.kind == u"fee_payment")
            addErrors(item.errors, {}, m_instruction.check(item.body));
        else
            checkTransaction(item);
        checked.items.push_back(std::move(item));
    }
    return checked;
}

void ItemCheck::checkTransaction(CheckedItem& item) const
{
    addErrors(item.errors, {}, m_transaction.check(item.body));
    if (!item.errors.isEmpty()) return;
    item.service = item.body[u"service"_s].toString();
    const auto schema = formSchema(item.service);
    if (!schema) {
        item.errors.append(QJsonObject{{u"pointer"_s, u"/service"_s}, {u"code"_s, u"service-unknown"_s},
            {u"message_ar"_s, u"الخدمة غير معروفة لدى البوابة"_s},
            {u"message_en"_s, u"The portal does not know this service"_s}});
        return;
    }
    addErrors(item.errors, u"/form"_s, schema->check(item.body[u"form"_s]));
}

std::optional<FormSchema> ItemCheck::formSchema(const QString& service) const
{
    const std::lock_guard held(m_mutex);
    const auto known = m_forms.constFind(service);
    if (known != m_forms.constEnd()) return *known;
    std::optional<FormSchema> schema;
    // The contract's pattern for service codes leaves no way out of the folder.
    if (const auto json = readJson(QDir(m_formsFolder).filePath(service + u".schema.json"_s)))
        if (auto compiled = FormSchema::compile(*json)) schema = *compiled;
    m_forms.insert(service, schema);
    return schema;
}

} // namespace sanad::portal
