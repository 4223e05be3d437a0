#include "core/privacy/subject_export.h"

#include "core/audit/audit_trail.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/customers/customer_repository.h"
#include "core/documents/document_repository.h"
#include "core/documents/document_service.h"
#include "core/privacy/register_repository.h"
#include "core/privacy/subject_repository.h"
#include "core/queue/ticket_repository.h"
#include "core/receipts/receipt_repository.h"
#include "core/settings/settings_repository.h"
#include "core/transactions/checklist_repository.h"
#include "core/transactions/made_with.h"
#include "core/transactions/transaction_repository.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kFormat = u"sanad-subject-1"_s;

QJsonValue dayOf(const QDate& day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}
QJsonValue timeOf(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(storedTime(time)) : QJsonValue();
}
qint64 baisa(Money amount)
{
    return qint64{amount.baisa()};
}

QJsonObject recordOf(const Customer& customer)
{
    QJsonArray identifiers;
    for (const auto& one : customer.identifiers)
        identifiers << QJsonObject{{u"kind"_s, one.kind}, {u"value"_s, one.value},
            {u"country"_s, one.country}, {u"expiry"_s, dayOf(one.expiry)}};
    return {{u"id"_s, customer.id.text()}, {u"kind"_s, customerKindKey(customer.kind)},
        {u"name_ar"_s, customer.nameAr}, {u"name_en"_s, customer.nameEn}, {u"sex"_s, customer.sex},
        {u"birth_date"_s, dayOf(customer.birthDate)}, {u"nationality"_s, customer.nationality},
        {u"phone"_s, customer.phone}, {u"other_phone"_s, customer.otherPhone}, {u"email"_s, customer.email},
        {u"address"_s, customer.address}, {u"wilayat"_s, customer.wilayat},
        {u"language"_s, customer.language}, {u"identifiers"_s, identifiers},
        {u"restricted_at"_s, timeOf(customer.restrictedAt)}, {u"created_at"_s, timeOf(customer.createdAt)},
        {u"updated_at"_s, timeOf(customer.updatedAt)}};
}

QJsonObject consentOf(const Consent& consent)
{
    return {{u"text_version"_s, consent.textVersion}, {u"language"_s, consent.language},
        {u"given_at"_s, timeOf(consent.givenAt)}, {u"clerk"_s, consent.clerk},
        {u"guardian"_s, consent.guardian.isNull() ? QJsonValue() : QJsonValue(consent.guardian.text())},
        {u"withdrawn_at"_s, timeOf(consent.withdrawnAt)}};
}

QJsonObject receiptJson(const Receipt& receipt)
{
    QJsonArray lines, payments;
    for (const ReceiptLine& line : receipt.lines)
        lines << QJsonObject{{u"service_ar"_s, line.serviceNameAr}, {u"service_en"_s, line.serviceNameEn},
            {u"agency"_s, line.agencyCode}, {u"reference"_s, line.portalReference},
            {u"government_fee_baisa"_s, baisa(line.governmentFee)},
            {u"service_fee_baisa"_s, baisa(line.serviceFee)}, {u"discount_baisa"_s, baisa(line.discount)},
            {u"vat_baisa"_s, baisa(line.vat)}};
    for (const Payment& payment : receipt.payments)
        payments << QJsonObject{{u"tender"_s, tenderKey(payment.tender)},
            {u"amount_baisa"_s, baisa(payment.amount)}, {u"approval_code"_s, payment.approvalCode},
            {u"reference"_s, payment.reference}};
    return {{u"number"_s, receipt.number}, {u"issued_at"_s, timeOf(receipt.issuedAt)},
        {u"name"_s, receipt.customerName}, {u"identifier"_s, receipt.maskedIdentifier},
        {u"ticket"_s, receipt.ticket}, {u"clerk"_s, receipt.clerk}, {u"lines"_s, lines},
        {u"payments"_s, payments}, {u"total_baisa"_s, baisa(receipt.total)},
        {u"voided_by"_s, receipt.voidedBy}};
}

QJsonObject requestJson(const PrivacyRequest& request)
{
    return {{u"number"_s, qint64{request.number}}, {u"kind"_s, requestKindKey(request.kind)},
        {u"state"_s, requestStateKey(request.state)}, {u"received_on"_s, dayOf(request.receivedOn)},
        {u"due_on"_s, dayOf(request.dueOn)}, {u"words"_s, request.words}, {u"answer"_s, request.answer},
        {u"closed_at"_s, timeOf(request.closedAt)}};
}

QString suffixOf(MediaType type)
{
    switch (type) {
    case MediaType::Pdf:
        return u".pdf"_s;
    case MediaType::Jpeg:
        return u".jpg"_s;
    case MediaType::Png:
        return u".png"_s;
    case MediaType::Tiff:
        return u".tif"_s;
    }
    return {};
}

/// Gathers everything of one person within one transaction.
class Gathering {
public:
    Gathering(Tx& tx, std::vector<CustomerId> records, const QString& filesFolder, bool withFiles)
        : m_tx(tx)
        , m_records(std::move(records))
        , m_folder(filesFolder)
        , m_withFiles(withFiles)
    {
    }

    Result<SubjectExport> run()
    {
        SubjectRepository subject(m_tx);
        m_telling = subject.tellingTransactions(m_records);
        for (const CustomerId id : m_records)
            m_subjects.push_back(id.raw());
        addPerson();
        QJsonArray transactions;
        for (const TransactionId id : subject.transactions(m_records)) {
            SANAD_TRY_VALUE(one, transaction(id));
            transactions << one;
        }
        QJsonArray receipts;
        for (const ReceiptId id : subject.receipts(m_records))
            if (const auto receipt = ReceiptRepository(m_tx).byId(id)) {
                receipts << receiptJson(*receipt);
                for (const ReceiptLine& line : receipt->lines)
                    nameAgency(line.agencyCode, receipt->businessDay);
                m_subjects.push_back(id.raw());
            }
        QJsonArray companies;
        for (const CustomerId id : subject.companies(m_records))
            if (const auto match = CustomerRepository(m_tx).match(id))
                companies << QJsonObject{{u"name_ar"_s, match->nameAr}, {u"name_en"_s, match->nameEn}};
        m_data.insert(u"signs_for"_s, companies);
        m_data.insert(u"transactions"_s, transactions);
        m_data.insert(u"receipts"_s, receipts);
        m_data.insert(u"tickets"_s, m_tickets);
        addRegisters();
        m_data.insert(u"audit"_s, subject.auditLines(m_subjects));
        nameWilayats();
        return SubjectExport{std::move(m_data), std::move(m_words), std::move(m_files)};
    }

private:
    /// The code itself where the catalogue knows it no more.
    void nameAgency(const QString& code, const QDate& day)
    {
        if (code.isEmpty() || m_words.agencies.contains(code)) return;
        if (const auto agency = CatalogueRepository(m_tx).agency(code, day))
            m_words.agencies.insert(code, {agency->nameAr, agency->nameEn});
    }

    void nameWilayats()
    {
        const QDate today = businessDayAt(m_tx.now(), 0);
        const auto catalogue = CatalogueRepository(m_tx).catalogue();
        for (const Governorate& governorate : catalogue->governorates(today)) {
            m_words.wilayats.insert(governorate.code, {governorate.nameAr, governorate.nameEn});
            for (const Wilayat& wilayat : governorate.wilayats)
                m_words.wilayats.insert(wilayat.code, {wilayat.nameAr, wilayat.nameEn});
        }
    }

    void nameGuardian(CustomerId guardian)
    {
        if (guardian.isNull()) return;
        const auto match = CustomerRepository(m_tx).match(guardian);
        if (match) m_words.people.insert(guardian.text(), {match->nameAr, match->nameEn});
    }

    void nameWork(const Transaction& t)
    {
        const MadeWith made = madeWith(m_tx, t);
        m_words.agencies.insert(t.agency, {made.agency.nameAr, made.agency.nameEn});
        SubjectWords::Work work{{made.service.nameAr, made.service.nameEn}, {}, {}};
        for (const RequiredDocument& paper : made.service.documents)
            work.papers.insert(paper.code, {paper.ar, paper.en});
        if (!made.service.formSchema.isEmpty())
            if (const auto form = serviceForm(made.service)) work.form = *form;
        m_words.work.insert(t.number, work);
    }

    void addPerson()
    {
        CustomerRepository customers(m_tx);
        const Centre centre = SettingsRepository(m_tx).centre();
        QJsonArray records, consents;
        for (const CustomerId id : m_records) {
            if (const auto customer = customers.get(id)) records << recordOf(*customer);
            for (const Consent& consent : customers.consentsOf(id)) {
                consents << consentOf(consent);
                nameGuardian(consent.guardian);
            }
        }
        m_data = {{u"format"_s, kFormat}, {u"made_at"_s, timeOf(m_tx.now())},
            {u"centre"_s,
                QJsonObject{{u"name_ar"_s, centre.nameAr}, {u"name_en"_s, centre.nameEn},
                    {u"licence"_s, centre.licence}, {u"phone"_s, centre.phone}}},
            {u"records"_s, records}, {u"consents"_s, consents}};
    }

    QString roleIn(const Transaction& t) const
    {
        const auto theirs = [&](CustomerId id) {
            return std::find(m_records.begin(), m_records.end(), id) != m_records.end();
        };
        if (theirs(t.applicant)) return u"applicant"_s;
        return theirs(t.payer) ? u"payer"_s : u"beneficiary"_s;
    }

    Result<QJsonObject> transaction(TransactionId id)
    {
        const auto t = TransactionRepository(m_tx).get(id);
        if (!t) return QJsonObject();
        m_subjects.push_back(id.raw());
        nameWork(*t);
        QJsonObject object{{u"number"_s, t->number}, {u"service"_s, t->serviceCode}, {u"agency"_s, t->agency},
            {u"role"_s, roleIn(*t)}, {u"state"_s, transactionStateKey(t->state)},
            {u"reference"_s, t->portalReference}, {u"opened_at"_s, timeOf(t->openedAt)},
            {u"government_fee_baisa"_s, baisa(t->fee.governmentFee)},
            {u"service_fee_baisa"_s, baisa(t->fee.serviceFee)}, {u"fee_state"_s, feeStateKey(t->feeState)}};
        if (!t->ticket.isNull() && m_knownTickets.insert(t->ticket).second)
            if (const auto ticket = TicketRepository(m_tx).get(t->ticket))
                m_tickets << QJsonObject{
                    {u"number"_s, ticket->number}, {u"issued_at"_s, timeOf(ticket->issuedAt)}};
        if (std::find(m_telling.begin(), m_telling.end(), id) == m_telling.end()) return object;
        object.insert(u"form"_s, t->form);
        object.insert(u"reason"_s, t->reason);
        QJsonArray moves;
        for (const TransactionMove& move : TransactionRepository(m_tx).moves(id))
            moves << QJsonObject{
                {u"to"_s, transactionStateKey(move.to)}, {u"at"_s, timeOf(move.at)}, {u"who"_s, move.user}};
        object.insert(u"moves"_s, moves);
        SANAD_TRY_VALUE(papers, papersOf(*t));
        object.insert(u"documents"_s, papers);
        return object;
    }

    Result<QJsonArray> papersOf(const Transaction& t)
    {
        QJsonArray papers;
        const auto states = ChecklistRepository(m_tx).get(t.id);
        for (auto state = states.begin(); state != states.end(); ++state)
            papers << QJsonObject{{u"paper"_s, state.key()}, {u"state"_s, documentStateKey(state.value())}};
        int number = 0;
        for (const DocumentFile& file : DocumentRepository(m_tx).files(t.id)) {
            m_subjects.push_back(file.id.raw());
            const QString name =
                t.number + u'-' + file.code + u'-' + QString::number(++number) + suffixOf(file.type);
            papers << QJsonObject{{u"paper"_s, file.code}, {u"file"_s, name},
                {u"added_at"_s, timeOf(file.addedAt)}, {u"kept_until"_s, dayOf(file.keepUntil)}};
            if (!m_withFiles) continue;
            SANAD_TRY_VALUE(plain, openDocumentFile(m_tx, file, m_folder));
            m_files.push_back({name, plain});
        }
        return papers;
    }

    void addRegisters()
    {
        RegisterRepository registers(m_tx);
        QJsonArray requests, breaches;
        for (const CustomerId id : m_records) {
            for (const PrivacyRequest& request : registers.requestsOf(id))
                requests << requestJson(request);
            for (const auto number : registers.breachesWith(id))
                if (const auto breach = registers.breach(number))
                    breaches << QJsonObject{{u"number"_s, qint64{breach->number}},
                        {u"found_at"_s, timeOf(breach->foundAt)}, {u"told_at"_s, timeOf(breach->toldAt)}};
        }
        m_data.insert(u"requests"_s, requests);
        m_data.insert(u"breaches"_s, breaches);
    }

    Tx& m_tx;
    std::vector<CustomerId> m_records;
    QString m_folder;
    bool m_withFiles;
    std::vector<TransactionId> m_telling;
    std::vector<std::int64_t> m_subjects; // whose ids the audit trail is asked for
    QJsonObject m_data;
    SubjectWords m_words;
    QJsonArray m_tickets;
    std::set<TicketId> m_knownTickets;
    std::vector<SubjectFile> m_files;
};

} // namespace

Result<SubjectExport> SubjectExportService::exportSubject(
    CustomerId customer, bool withFiles, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ExportSubject));
    return m_db.write([&](Tx& tx) -> Result<SubjectExport> {
        CustomerRepository customers(tx);
        if (!customers.match(customer)) return Error{ErrorCode::NotFound, u"customer.not-found"_s, {}, {}};
        const CustomerId stands = customers.resolve(customer);
        SANAD_TRY_VALUE(
            made, Gathering(tx, customers.recordsOf(stands), m_db.filesFolder(), withFiles).run());
        AuditTrail(tx).record(by, u"subject.exported"_s, stands, {{u"files"_s, qint64(made.files.size())}});
        return made;
    });
}

} // namespace sanad
