#pragma once

#include <QDate>

#include <vector>

namespace sanad {

/// How many backups are kept: the newest of each of the last days, weeks and months that have one.
struct KeepRule {
    int days = 7, weeks = 4, months = 12;
};

/// Which of `made`, newest first, may go: positions in it. The newest is always kept.
std::vector<std::size_t> notKept(const std::vector<QDate>& made, const KeepRule& rule = {});

} // namespace sanad
