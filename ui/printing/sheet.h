#pragma once

#include <QList>
#include <QString>

#include <variant>
#include <vector>

namespace sanad {

/// How a text is meant; the style of the medium (print_style.h) gives it size, weight and colour.
enum class TextRole { Fine, Body, Secondary, Strong, Title, Total, Number };

/// Start is right in an Arabic sheet, left in an English one.
enum class Side { Start, Centre, End };

/// A paragraph, broken into lines as needed.
struct SheetText {
    QString text;
    TextRole role = TextRole::Body;
    Side side = Side::Start;
    bool leftToRight = false; ///< Base direction of a whole English or digits-only text in an Arabic sheet.
};

/// Two texts on one line, at its start and at its end.
struct SheetSplit {
    SheetText start;
    SheetText end;
};

/// A label at the start and its value at the end of the line.
struct SheetPair {
    QString label;
    QString value;
    TextRole role = TextRole::Body;
    bool ruleAbove = false;
    QString otherLabel = {}; ///< In the other language: beside the label where both fit, else under it.
};

/// Pairs below each other over the whole width.
struct SheetPairs {
    std::vector<SheetPair> pairs;
};

/// Two lists of pairs side by side, never broken.
struct SheetPairsBeside {
    std::vector<SheetPair> start;
    std::vector<SheetPair> end;
    double share = 0.5; ///< Of the width, for the first list.
};

/// Labels with their values right beside them, in `columns` columns.
struct SheetFacts {
    std::vector<SheetPair> facts;
    int columns = 2;
};

struct SheetColumn {
    QString title;
    bool amount = false; ///< As wide as the style's amounts, aligned right in both directions.
    double weight = 1; ///< Share of the rest, for columns of text.
};

struct SheetCell {
    QString text;
    QString below = {}; ///< Further lines under it, as Secondary.
    QString other = {}; ///< The text in the other language: beside it where both fit, else under it.
};

/// The first column starts at the start side. The titles come again at the top of every page; rows stay
/// whole. Where the paper leaves too little room beside the amounts, the text cells stand in a line above
/// them.
struct SheetTable {
    std::vector<SheetColumn> columns;
    std::vector<std::vector<SheetCell>> rows;
    std::vector<SheetCell> totals; ///< A last row in bold; empty for none.
};

/// A QR code with texts beside it, or in the middle where there are none.
struct SheetCode {
    QString text;
    std::vector<SheetText> beside;
};

struct SheetRule {
    bool dashed = false;
};

struct SheetGap {
    double lines = 0.5; ///< In lines of body text.
};

/// From here to the end the sheet stays on one page, if it fits one.
struct SheetKeep { };

/// One painted bar: label, share of the longest, value.
struct SheetBar {
    QString label;
    double share = 0;
    QString value;
};

struct SheetBars {
    std::vector<SheetBar> bars;
};

using SheetBlock = std::variant<SheetText, SheetSplit, SheetPairs, SheetPairsBeside, SheetFacts, SheetTable,
    SheetCode, SheetRule, SheetGap, SheetKeep, SheetBars>;

/// Wide: A5 and A4, with tables. Narrow: 80 mm, everything below each other.
enum class SheetForm { Wide, Narrow };

/// What is to be printed, without any measure: the same for every paper.
struct Sheet {
    bool rightToLeft = true;
    QString title; ///< Of the PDF file, and at the top of the second page onwards.
    std::vector<SheetBlock> blocks;
    QString watermark; ///< Behind everything, in light grey.
    QString footer; ///< At the bottom of each page, before the page number.
};

} // namespace sanad
