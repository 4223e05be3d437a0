#include "core/customers/customer_import.h"

#include "core/audit/audit_trail.h"
#include "core/base/csv.h"
#include "core/base/search_text.h"
#include "core/base/text_gate.h"
#include "core/base/whole_file.h"
#include "core/customers/customer_check.h"
#include "core/customers/customer_index.h"
#include "core/customers/customer_repository.h"
#include "core/customers/import_row.h"
#include "core/customers/refused_member.h"
#include "core/storage/output_path.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kAnalyse = "ANALYZE customer_number";
/// A load of this many leaves parts of the search index worth joining.
constexpr std::size_t kBulk = 20'000;
constexpr int kNamesakes = 20;
constexpr qint64 kToldEach = 1000; // milliseconds

Error unusable(const QString& key, const QStringList& args = {})
{
    return Error{ErrorCode::Unusable, key, args, {}};
}

struct RawRow {
    qint64 line = 0;
    qint64 end = 0; ///< Of it in the file.
    QByteArray raw;
    std::vector<QByteArray> fields; ///< CSV only.
    QString problem;
};

/// Hands out the rows of either format.
class RowSource {
public:
    RowSource(QIODevice& in, ImportFormat format)
        : m_in(in)
        , m_format(format)
        , m_csv(in)
    {
    }

    Result<> readHeader()
    {
        if (m_format == ImportFormat::JsonLines) return {};
        CsvRecord header;
        if (!m_csv.next(header) || !header.problem.isEmpty()) return unusable(u"import.no-header"_s);
        for (const auto& field : header.fields) {
            SANAD_TRY_VALUE(text, textFromUtf8(field));
            const QString name = text.trimmed().toLower();
            if (!importColumns().contains(name) && !rejectColumns().contains(name))
                return unusable(u"import.unknown-column"_s, {name.left(40)});
            if (m_columns.contains(name) && !rejectColumns().contains(name))
                return unusable(u"import.twice-column"_s, {name});
            m_columns << name;
        }
        m_isRejects = m_columns.contains(rejectColumns().front());
        if (!m_columns.contains("name_ar"_L1) && !m_columns.contains("name_en"_L1))
            return unusable(u"import.no-header"_s);
        return {};
    }

    bool next(RawRow& row)
    {
        if (m_format == ImportFormat::Csv) {
            CsvRecord record;
            if (!m_csv.next(record)) return false;
            row = {record.line, m_in.pos(), std::move(record.raw), std::move(record.fields),
                std::move(record.problem)};
            return true;
        }
        row = {};
        do {
            bool cut = false;
            if (!readLineLimited(m_in, CsvReader::kMaxLine, row.raw, cut)) return false;
            if (++m_line == 1 && row.raw.startsWith("\xEF\xBB\xBF")) row.raw.remove(0, 3);
            if (cut) row.problem = u"csv.too-long"_s;
        } while (row.raw.trimmed().isEmpty());
        row.line = m_line;
        row.end = m_in.pos();
        // A row that was no row comes back from a rejects file as it was, to be judged anew.
        row.raw = unrejectedJson(row.raw);
        return true;
    }

    Result<Customer> customer(const RawRow& raw) const
    {
        if (!raw.problem.isEmpty()) return unusable(raw.problem);
        if (m_format == ImportFormat::JsonLines) {
            SANAD_TRY_VALUE(named, rowOfJson(raw.raw));
            return customerOfRow(named);
        }
        if (static_cast<qsizetype>(raw.fields.size()) > m_columns.size())
            return unusable(u"import.too-many-fields"_s);
        if (static_cast<qsizetype>(raw.fields.size()) < m_columns.size())
            return unusable(u"import.too-few-fields"_s);
        QHash<QString, QString> named;
        for (std::size_t i = 0; i < raw.fields.size(); ++i) {
            SANAD_TRY_VALUE(text, textFromUtf8(raw.fields[i]));
            named.insert(m_columns[static_cast<qsizetype>(i)], m_isRejects ? withoutFormulaMark(text) : text);
        }
        return customerOfRow(named);
    }

private:
    QIODevice& m_in;
    ImportFormat m_format;
    CsvReader m_csv;
    QStringList m_columns;
    bool m_isRejects = false;
    qint64 m_line = 0;
};

/// The record of a row that was added; null when it was there already.
using Outcome = CustomerId;

bool sameWords(const QString& one, const QString& other)
{
    auto first = searchWords(one);
    auto second = searchWords(other);
    first.sort();
    second.sort();
    return !first.isEmpty() && first == second;
}

bool isSameWithoutIdentifier(const Customer& row, const Customer& known)
{
    return (sameWords(row.nameAr, known.nameAr) || sameWords(row.nameEn, known.nameEn)) &&
        row.phone == known.phone;
}

Result<Outcome> importRow(Tx& tx, const Customer& draft, const QDate& today)
{
    SANAD_TRY_VALUE(customer, cleanedCustomer(draft, today, ConfirmUnusual::LengthOnly));
    CustomerRepository customers(tx);
    bool identified = false;
    for (const auto& entry : customer.identifiers) {
        if (!isUniqueIdentifier(entry.kind)) continue;
        identified = true;
        const auto id = customers.findByIdentifier(entry.kind, entry.value, entry.country);
        if (!id) continue;
        const auto known = customers.get(*id);
        if (known && areSimilarNames(customer, *known)) return Outcome{};
        return Error{ErrorCode::Conflict, u"customer.same-identifier"_s, {id->text()}, {}};
    }
    if (!identified) {
        const auto namesakes = customer.phone.isEmpty()
            ? CustomerIndex(tx).withAllWords(searchWords(customer.name(true)), kNamesakes)
            : customers.findByNumber(customer.phone, kNamesakes);
        for (const auto id : namesakes)
            if (const auto known = customers.get(id); known && isSameWithoutIdentifier(customer, *known))
                return Outcome{};
    }
    customer.id = CustomerId::create();
    customers.insert(customer);
    return customer.id;
}

/// Somebody of a similar name who had the phone of `added` before them; null without.
CustomerId similarBefore(CustomerRepository& customers, CustomerId added)
{
    const auto customer = customers.get(added);
    if (!customer) return {};
    for (const auto id : customers.findByNumber(customer->phone, kNamesakes))
        if (const auto known = customers.named(id); id < added && known && areSimilarNames(*customer, *known))
            return id;
    return {};
}

/// Asked once for all rows of a commit: most phones are nobody else's.
void findLikely(Tx& tx, const std::map<CustomerId, qint64>& added, ImportReport& report)
{
    if (added.empty()) return;
    CustomerRepository customers(tx);
    for (const auto id : customers.sharingPhones(added.begin()->first)) {
        const auto row = added.find(id);
        if (row == added.end()) continue;
        const auto other = similarBefore(customers, id);
        if (other.isNull()) continue;
        ++report.likely;
        if (report.likelyDuplicates.size() < kMostLikely)
            report.likelyDuplicates.push_back({row->second, other});
    }
}

/// Which column could not be read.
QString columnOf(const Error& error)
{
    if (error.key == "import.kind"_L1) return u"kind"_s;
    return importColumns().contains(error.args.value(0)) ? error.args.first() : QString();
}

/// Tells how far an import is, and asks whether to go on.
class Watch {
public:
    Watch(const ImportOptions& options, qint64 wholeBytes)
        : m_options(options)
        , m_wholeBytes(wholeBytes)
    {
        m_sinceTold.start();
    }

    bool isStopped() const { return m_options.stopped && m_options.stopped(); }
    /// `rows` since the last commit, the last of them `row`.
    void looked(const RawRow& row, std::size_t rows)
    {
        if (m_sinceTold.elapsed() >= kToldEach) tell(row, rows);
    }
    void committed(const RawRow& row, std::size_t rows)
    {
        tell(row, rows);
        m_rows += static_cast<qint64>(rows);
    }

private:
    void tell(const RawRow& row, std::size_t rows)
    {
        m_sinceTold.restart();
        if (m_options.progress)
            m_options.progress({m_rows + static_cast<qint64>(rows), row.end, m_wholeBytes});
    }

    const ImportOptions& m_options;
    qint64 m_wholeBytes;
    qint64 m_rows = 0;
    QElapsedTimer m_sinceTold;
};

/// What one transaction does.
struct Part {
    std::size_t rows = 0; ///< Looked at: fewer than there are when it was stopped.
    ImportReport report;
    std::vector<RejectedRow> bad;
};

Part importPart(Tx& tx, const RowSource& source, const std::vector<RawRow>& rows, Watch& watch)
{
    Part part;
    std::map<CustomerId, qint64> added; // each to its line
    const QDate today = businessDayAt(tx.now(), 0);
    CustomerIndex index(tx);
    const bool bulk = rows.size() >= kBulk;
    if (bulk) index.setBulk(true);
    for (const RawRow& raw : rows) {
        if (part.rows > 0 && watch.isStopped()) break;
        const auto draft = source.customer(raw);
        const auto outcome = draft ? importRow(tx, *draft, today) : Result<Outcome>(draft.error());
        if (!outcome)
            part.bad.push_back({raw.line, outcome.error(), raw.raw,
                draft ? refusedMember(*draft, outcome.error()) : columnOf(draft.error())});
        else if (outcome->isNull())
            ++part.report.same;
        else
            added.emplace_hint(added.end(), *outcome, raw.line);
        watch.looked(raw, ++part.rows);
    }
    part.report.added = static_cast<qint64>(added.size());
    part.report.rejected = static_cast<qint64>(part.bad.size());
    findLikely(tx, added, part.report);
    if (bulk) index.setBulk(false);
    return part;
}

void record(Tx& tx, const Part& part, const Actor& by)
{
    AuditTrail(tx).record(by, u"customer.imported"_s, 0,
        {{u"added"_s, part.report.added}, {u"rejected"_s, part.report.rejected},
            {u"same"_s, part.report.same}});
    if (part.report.added > 0) tx.touched(u"customers"_s);
}

void add(const ImportReport& part, ImportReport& report)
{
    report.added += part.added;
    report.same += part.same;
    report.rejected += part.rejected;
    report.likely += part.likely;
    for (const LikelyDuplicate& one : part.likelyDuplicates)
        if (report.likelyDuplicates.size() < kMostLikely) report.likelyDuplicates.push_back(one);
}

/// Writes rejects in the format that came in, when the first one comes.
class RejectsFile {
public:
    RejectsFile(const QString& path, RejectsFormat format)
        : m_format(std::move(format))
        , m_file(path)
    {
    }

    Result<> add(const std::vector<RejectedRow>& rows)
    {
        if (rows.empty() || m_file.fileName().isEmpty()) return {};
        const Error failed{ErrorCode::Unreachable, u"import.rejects-file"_s,
            {QFileInfo(m_file.fileName()).fileName()}, m_file.errorString()};
        if (!m_file.isOpen()) {
            if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return failed;
            m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            if (!writeWhole(m_file, m_format.head())) return failed;
        }
        for (const auto& row : rows)
            if (!writeWhole(m_file, m_format.line(row))) return failed;
        return m_file.flush() ? Result<>() : failed;
    }

private:
    RejectsFormat m_format;
    QFile m_file;
};

/// The format of rejects, for which a CSV file's own header is read. Leaves the file at its start.
Result<RejectsFormat> rejectsFormat(QFile& in, const ImportOptions& options, ImportFormat format)
{
    if (format == ImportFormat::JsonLines) return RejectsFormat(options.sentence);
    CsvReader reader(in);
    CsvRecord header;
    if (!reader.next(header)) return unusable(u"import.no-header"_s);
    in.seek(0);
    return RejectsFormat(options.sentence, header.raw, reader.separator());
}

} // namespace

Result<ImportReport> CustomerImport::run(QIODevice& in, ImportFormat format, const ImportOptions& options,
    const Rejected& rejected, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ImportCustomers));
    RowSource source(in, format);
    SANAD_TRY(source.readHeader());
    Watch watch(options, in.size());
    ImportReport report;
    std::vector<RawRow> rows;
    for (bool more = true; more && !report.interrupted;) {
        rows.clear();
        RawRow row;
        while (rows.size() < kRowsPerCommit && (more = source.next(row)))
            rows.push_back(std::move(row));
        if (rows.empty()) break;
        report.interrupted = watch.isStopped();
        if (report.interrupted) break;

        Part part;
        SANAD_TRY(m_db.write([&](Tx& tx) -> Result<> {
            part = importPart(tx, source, rows, watch);
            record(tx, part, by);
            return {};
        }));
        watch.committed(rows[part.rows - 1], part.rows);
        add(part.report, report);
        report.interrupted = part.rows < rows.size();
        SANAD_TRY(rejected(part.bad));
    }
    if (report.added >= static_cast<qint64>(kBulk)) {
        SANAD_TRY(m_db.write([](Tx& tx) -> Result<> {
            CustomerIndex(tx).optimise();
            tx.query(kAnalyse).run();
            return {};
        }));
    }
    return report;
}

Result<ImportReport> CustomerImport::runFile(
    const QString& path, const ImportOptions& options, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ImportCustomers));
    if (!options.rejectsPath.isEmpty()) SANAD_TRY(mayWriteTo(options.rejectsPath));
    QFile in(path);
    const QString name = QFileInfo(path).fileName();
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile()) // a device or a pipe may never end
        return unusable(u"import.not-a-file"_s, {name});
    if (!in.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreachable, u"import.cannot-open"_s, {name}, in.errorString()};
    if (in.size() > kMaxBytes)
        return unusable(u"import.too-large"_s, {QString::number(kMaxBytes / (1024 * 1024))});
    const QByteArray start = in.peek(4096).trimmed();
    const bool json = start.startsWith('{') || start.startsWith("\xEF\xBB\xBF{");
    const auto format = json ? ImportFormat::JsonLines : ImportFormat::Csv;
    SANAD_TRY_VALUE(rejectLines, rejectsFormat(in, options, format));
    RejectsFile rejects(options.rejectsPath, rejectLines);
    return run(
        in, format, options, [&](const auto& bad) { return rejects.add(bad); }, by);
}

} // namespace sanad
