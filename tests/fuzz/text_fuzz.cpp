// The gate for text, UTF-8, search words, and what a spreadsheet might take for a formula.

#include "core/base/csv.h"
#include "core/base/search_text.h"
#include "core/base/text_gate.h"
#include "tests/fuzz/fuzz_target.h"

#include <QBuffer>

using namespace sanad;

FUZZ_TARGET(text)
{
    QBuffer in;
    in.setData(bytes.toByteArray());
    in.open(QIODevice::ReadOnly);
    CsvReader reader(in);
    for (CsvRecord record; reader.next(record);) {
        fuzz::promise(record.raw.size() <= CsvReader::kMaxLine);
        const QByteArray marked = withFormulasMarked(record.raw, reader.separator());
        fuzz::promise(withFormulasMarked(marked, reader.separator()) == marked);
        fuzz::promise(record.problem.size() > 0 || !startsFormula(marked) || marked.startsWith('\t'));
    }

    const auto text = textFromUtf8(bytes);
    if (!text) return;
    for (const bool multiline : {false, true}) {
        const auto clean = cleanText(*text, {.maxLength = 500, .required = false, .multiline = multiline});
        if (!clean) continue;
        // What was let in once is let in again, unchanged.
        const auto again = cleanText(*clean, {.maxLength = 500, .required = false, .multiline = multiline});
        fuzz::promise(again && *again == *clean);
        const QByteArray field = csvField(*clean);
        fuzz::promise(field.isEmpty() || !QByteArrayView("=+-@\t\r").contains(field.at(0)));
    }
    // What is left of any text is let in as it is.
    const QString stripped = strippedText(*text, 500);
    const auto let = cleanText(stripped, {.maxLength = 500});
    fuzz::promise(let && *let == stripped);
    const QString part = text->left(300);
    (void)indexWords(part);
    (void)typedWords(part);
    for (const QString& word : searchWords(part))
        (void)soundKey(word);
}
