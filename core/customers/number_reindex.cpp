#include "core/customers/number_reindex.h"

#include "core/audit/vouched_rows.h"
#include "core/base/identifiers.h"
#include "core/customers/customer_rows.h"
#include "core/customers/customer_seal.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kPage = 1000;

constexpr auto kRows = R"(
    SELECT id, kind, exact_index FROM customer_number WHERE id > :after ORDER BY id LIMIT :limit)";
constexpr auto kSet = "UPDATE customer_number SET exact_index = :exact, tail_index = :tail WHERE id = :id";
constexpr auto kForget = "DELETE FROM customer_number WHERE id = :id";

struct Row {
    std::int64_t id;
    bool isPlate;
    QByteArray exact;
};

template <std::size_t Size> std::array<char, Size> bytesOf(const QByteArray& bytes)
{
    std::array<char, Size> array{};
    std::memcpy(array.data(), bytes.constData(), std::min(Size, static_cast<std::size_t>(bytes.size())));
    return array;
}

} // namespace

std::size_t NumberReindex::Hash::operator()(const Exact& exact) const
{
    std::size_t hash = 0; // it is a keyed hash already
    std::memcpy(&hash, exact.data(), sizeof hash);
    return hash;
}

void NumberReindex::learn(const QString& number)
{
    const QString searchable = searchableNumber(number);
    if (searchable.isEmpty()) return;
    const QByteArray tail = tailIndex(m_to, digitsOf(searchable));
    m_known[bytesOf<16>(exactIndex(m_from, searchable))] = {
        bytesOf<16>(exactIndex(m_to, searchable)), bytesOf<12>(tail), static_cast<std::uint8_t>(tail.size())};
}

void NumberReindex::learnPerson(CustomerId id, const QByteArray& sealedPerson)
{
    Customer customer;
    customer.id = id;
    openPerson(m_from, sealedPerson, customer);
    for (const auto& entry : customer.identifiers)
        learn(entry.value);
    learn(customer.phone);
    learn(customer.otherPhone);
}

void NumberReindex::learnPlate(const QString& plate)
{
    learn(normalisedIdentifier(u"plate_number", plate));
}

Result<int> NumberReindex::apply(Tx& tx) const
{
    int forgotten = 0;
    for (std::int64_t after = 0;;) {
        std::vector<Row> page;
        {
            auto query = tx.query(kRows);
            query.bind(":after", after).bind(":limit", kPage).run();
            while (query.next())
                page.push_back({query.int64(0), query.text(1) == "plate_number"_L1, query.bytes(2)});
        }
        if (page.empty()) return forgotten;
        after = page.back().id;
        for (const Row& row : page) {
            const auto known = m_known.find(bytesOf<16>(row.exact));
            if (known == m_known.end()) {
                if (!row.isPlate)
                    return Error{
                        ErrorCode::Internal, u"vault.damaged"_s, {}, u"customer_number.exact_index"_s};
                tx.query(kForget).bind(":id", row.id).run();
                VouchedRows(tx).gone(kPlateRows, row.id);
                ++forgotten;
                continue;
            }
            const Indexes& to = known->second;
            auto set = tx.query(kSet);
            set.bind(":id", row.id).bind(":exact", QByteArray(to.exact.data(), to.exact.size()));
            if (to.tailBytes == 0)
                set.bindNull(":tail");
            else
                set.bind(":tail", QByteArray(to.tail.data(), to.tailBytes));
            set.run();
        }
    }
}

} // namespace sanad
