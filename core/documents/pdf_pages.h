#pragma once

#include <QByteArrayView>

#include <optional>

namespace sanad {

constexpr int kMostPdfPages = 10'000;

/// How many pages a PDF says that it has: the largest count of a node of its page tree, whose root counts
/// them all. Nothing where the tree is compressed, or says none or more than kMostPdfPages. The bytes are
/// whatever somebody brought: they are gone through once, however many nodes they pretend to have.
std::optional<int> pdfPages(QByteArrayView pdf);

} // namespace sanad
