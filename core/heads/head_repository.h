#pragma once

#include "core/storage/database.h"

namespace sanad {

/// What the data itself says of the heads that are remembered outside it.
class HeadRepository {
public:
    explicit HeadRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Whether an act that leaves a head beside the data was ever done here: a backup, or the close of a day.
    bool everLeft() const;
    /// Whether a restore since then has given up the line that was `number` at `at`: it is missed for a
    /// reason.
    bool wasGivenUp(std::int64_t number, const QDateTime& at) const;

private:
    Tx& m_tx;
};

/// 32 hex digits from the centre's first public key; empty before set-up.
QString centreIdOf(Tx& tx);
QString centreIdFrom(const QByteArray& firstPublicKey);

} // namespace sanad
