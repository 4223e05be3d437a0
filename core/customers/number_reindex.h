#pragma once

#include "core/customers/customer.h"
#include "core/storage/database.h"

#include <array>
#include <unordered_map>

namespace sanad {

/// Brings the blind indexes of customers' numbers from one data key to another. An index does not tell its
/// number, so every number is learnt from the sealed values that hold it before apply() looks its row up.
class NumberReindex {
public:
    NumberReindex(const Vault& from, const Vault& to)
        : m_from(from)
        , m_to(to)
    {
    }

    /// From a record as CustomerRepository stores it.
    void learnPerson(CustomerId id, const QByteArray& sealedPerson);
    void learnPlate(const QString& plate);

    /// Rewrites every row. A plate that no transaction tells any more (its form was corrected) is forgotten,
    /// and the number of those is returned. Errors: Internal `vault.damaged` for a number that is in no
    /// record.
    Result<int> apply(Tx& tx) const;

private:
    using Exact = std::array<char, 16>;
    struct Hash {
        std::size_t operator()(const Exact& exact) const;
    };
    struct Indexes {
        Exact exact{};
        std::array<char, 12> tail{};
        std::uint8_t tailBytes = 0;
    };
    void learn(const QString& number);

    const Vault& m_from;
    const Vault& m_to;
    std::unordered_map<Exact, Indexes, Hash> m_known;
};

} // namespace sanad
