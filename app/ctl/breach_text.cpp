#include "app/ctl/breach_text.h"

#include "app/ctl/texts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

/// What core/verify finds, as it writes it; tests/ctl/breaches.py holds the list against its sources.
constexpr const char* kBreaches[] = {
    QT_TRANSLATE_NOOP("sanadctl", "missing"),
    QT_TRANSLATE_NOOP("sanadctl", "changed"),
    QT_TRANSLATE_NOOP("sanadctl", "tail-missing"),
    QT_TRANSLATE_NOOP("sanadctl", "head-changed"),
    QT_TRANSLATE_NOOP("sanadctl", "its %1 is of a type that nothing of ours is"),
    QT_TRANSLATE_NOOP("sanadctl", "its %1 is not stored as %2"),
    QT_TRANSLATE_NOOP("sanadctl", "its %1 is there and empty, where it is left out"),
    QT_TRANSLATE_NOOP("sanadctl", "its %1 is another one than the centre's"),
    QT_TRANSLATE_NOOP("sanadctl", "its %1 begins with a byte order mark"),
    QT_TRANSLATE_NOOP("sanadctl", "its %1 holds a character that no text has"),
    QT_TRANSLATE_NOOP("sanadctl", "its %1 is no text"),
    QT_TRANSLATE_NOOP("sanadctl", "its %1 is larger than any of its kind"),
    QT_TRANSLATE_NOOP("sanadctl", "its amounts come to more than any sum"),
    QT_TRANSLATE_NOOP("sanadctl", "is no migration of this program's"),
    QT_TRANSLATE_NOOP("sanadctl", "was changed"),
    QT_TRANSLATE_NOOP("sanadctl", "branch changed"),
    QT_TRANSLATE_NOOP("sanadctl", "is gone"),
    QT_TRANSLATE_NOOP("sanadctl", "has no audit line"),
    QT_TRANSLATE_NOOP("sanadctl", "signature does not verify"),
    QT_TRANSLATE_NOOP("sanadctl", "was signed anew"),
    QT_TRANSLATE_NOOP("sanadctl", "vouches anew for %1, which is written once"),
    QT_TRANSLATE_NOOP("sanadctl", "names a chain head that is not there"),
    QT_TRANSLATE_NOOP("sanadctl", "its totals are not those of the day's receipts"),
    QT_TRANSLATE_NOOP("sanadctl", "its drawers are not those of the day's shifts"),
    QT_TRANSLATE_NOOP("sanadctl", "its balances are not those of the books"),
    QT_TRANSLATE_NOOP("sanadctl", "is dated to a day that was closed before it"),
    QT_TRANSLATE_NOOP("sanadctl", "is dated to a day before its audit line"),
    QT_TRANSLATE_NOOP("sanadctl", "what was posted does not follow from its payments and lines"),
    QT_TRANSLATE_NOOP("sanadctl", "what was posted does not follow from it"),
    QT_TRANSLATE_NOOP("sanadctl", "belongs to nothing"),
    QT_TRANSLATE_NOOP("sanadctl", "is of a kind that no act posts"),
    QT_TRANSLATE_NOOP("sanadctl", "%1 are gone"),
    QT_TRANSLATE_NOOP("sanadctl", "is not what the receipts come to"),
    QT_TRANSLATE_NOOP("sanadctl", "is not the sum of its entries"),
    QT_TRANSLATE_NOOP("sanadctl", "is not in the chart of accounts"),
    QT_TRANSLATE_NOOP("sanadctl", "names no account"),
    QT_TRANSLATE_NOOP("sanadctl", "was never posted to"),
    QT_TRANSLATE_NOOP("sanadctl", "entries sum to %1"),
    QT_TRANSLATE_NOOP("sanadctl", "an entry was changed, added or removed"),
    QT_TRANSLATE_NOOP("sanadctl", "entries are gone"),
    QT_TRANSLATE_NOOP("sanadctl", "stands at %1, its entries sum to %2"),
    QT_TRANSLATE_NOOP("sanadctl", "on %1 the books hold %2 more than was collected"),
    QT_TRANSLATE_NOOP("sanadctl", "%1 to %2 are missing"),
    QT_TRANSLATE_NOOP("sanadctl", "%1 was given again after it was declared lost"),
    QT_TRANSLATE_NOOP("sanadctl", "stands at %1, the last document is %2"),
    QT_TRANSLATE_NOOP("sanadctl", "stands at %1, its tickets run to %2"),
    QT_TRANSLATE_NOOP("sanadctl", "is gone, it has %1 tickets"),
    QT_TRANSLATE_NOOP("sanadctl", "is gone, the last document is %1"),
    QT_TRANSLATE_NOOP("sanadctl", "is not found by its words and by no others"),
    QT_TRANSLATE_NOOP("sanadctl", "VAT of a line does not fit"),
    QT_TRANSLATE_NOOP("sanadctl", "change not from cash does not fit"),
    QT_TRANSLATE_NOOP("sanadctl", "sums of the lines does not fit"),
    QT_TRANSLATE_NOOP("sanadctl", "sum of the payments does not fit"),
    QT_TRANSLATE_NOOP("sanadctl", "has %1 lines of %2"),
    QT_TRANSLATE_NOOP("sanadctl", "has %1 payments of %2"),
    QT_TRANSLATE_NOOP("sanadctl", "has lines or payments beside its own"),
    QT_TRANSLATE_NOOP("sanadctl", "party changed"),
    QT_TRANSLATE_NOOP("sanadctl", "party is gone without an erasure"),
    QT_TRANSLATE_NOOP("sanadctl", "a column of it, its lines or payments was changed"),
    QT_TRANSLATE_NOOP("sanadctl", "is not linked to the audit line before it"),
    QT_TRANSLATE_NOOP("sanadctl", "belongs to no receipt"),
    QT_TRANSLATE_NOOP("sanadctl", "belongs to no shift"),
    QT_TRANSLATE_NOOP("sanadctl", "belongs to no closed shift"),
    QT_TRANSLATE_NOOP("sanadctl", "says otherwise than its count"),
    QT_TRANSLATE_NOOP("sanadctl", "its transaction does not name the receipt"),
    QT_TRANSLATE_NOOP("sanadctl", "names a receipt that does not exist"),
    QT_TRANSLATE_NOOP("sanadctl", "was sold otherwise than its receipt says"),
    QT_TRANSLATE_NOOP("sanadctl", "is not in the state that its last move led to"),
    QT_TRANSLATE_NOOP("sanadctl", "its fee is confirmed and was never paid on"),
    QT_TRANSLATE_NOOP("sanadctl", "pays a fee that its transaction does not say"),
    QT_TRANSLATE_NOOP("sanadctl", "gives back what was never paid on"),
    QT_TRANSLATE_NOOP("sanadctl", "has a receipt and no outbox row"),
    QT_TRANSLATE_NOOP("sanadctl", "has another portal reference than its receipt, and nobody recorded it"),
    QT_TRANSLATE_NOOP("sanadctl", "its transaction waits for one portal twice"),
    QT_TRANSLATE_NOOP("sanadctl", "was refused, and its transaction asks nobody to mend it"),
    QT_TRANSLATE_NOOP("sanadctl", "reports a transaction that does not exist"),
    QT_TRANSLATE_NOOP("sanadctl", "belongs to no transaction and no draft"),
    QT_TRANSLATE_NOOP("sanadctl", "belongs to no customer"),
    QT_TRANSLATE_NOOP("sanadctl", "belongs to no transaction"),
    QT_TRANSLATE_NOOP("sanadctl", "belongs to no breach"),
    QT_TRANSLATE_NOOP("sanadctl", "is no series of this centre"),
    QT_TRANSLATE_NOOP("sanadctl", "is named as no restore does"),
    QT_TRANSLATE_NOOP("sanadctl", "was named by a restore, and is not"),
    QT_TRANSLATE_NOOP("sanadctl", "was erased and is back"),
    QT_TRANSLATE_NOOP("sanadctl", "belongs to somebody who was erased"),
    QT_TRANSLATE_NOOP("sanadctl", "names somebody who was erased"),
    QT_TRANSLATE_NOOP("sanadctl", "is being sent in a batch that is closed or gone"),
    QT_TRANSLATE_NOOP("sanadctl", "waits without content"),
    QT_TRANSLATE_NOOP("sanadctl", "stands aside without a reason"),
    QT_TRANSLATE_NOOP("sanadctl", "is delivered and still has its content"),
    QT_TRANSLATE_NOOP("sanadctl",
        "the portal holds line %1 of the chain, which is not here: an older copy, or a cut chain"),
    QT_TRANSLATE_NOOP("sanadctl", "trigger %1 is missing or changed"),
    QT_TRANSLATE_NOOP("sanadctl", "table %1 is missing or changed"),
    QT_TRANSLATE_NOOP("sanadctl", "index %1 is missing or changed"),
    QT_TRANSLATE_NOOP("sanadctl", "trigger %1 is none of the product's"),
    QT_TRANSLATE_NOOP("sanadctl", "table %1 is none of the product's"),
    QT_TRANSLATE_NOOP("sanadctl", "index %1 is none of the product's"),
    QT_TRANSLATE_NOOP("sanadctl", "view %1 is none of the product's"),
    QT_TRANSLATE_NOOP("sanadctl", "rule %1 is none of the product's"),
    QT_TRANSLATE_NOOP("sanadctl", "policy %1 is none of the product's"),
    QT_TRANSLATE_NOOP("sanadctl", "row security is switched on"),
    QT_TRANSLATE_NOOP("sanadctl", "a foreign key of it is not watched"),
    QT_TRANSLATE_NOOP("sanadctl", "triggers are told to rest"),
    QT_TRANSLATE_NOOP("sanadctl", "is none of the keys that are known"),
    QT_TRANSLATE_NOOP("sanadctl", "the known key %1 is not there"),
    QT_TRANSLATE_NOOP("sanadctl", "no act names it"),
    QT_TRANSLATE_NOOP("sanadctl", "is gone: the consent could serve again"),
    QT_TRANSLATE_NOOP("sanadctl", "was taken away and is back"),
    QT_TRANSLATE_NOOP("sanadctl", "it or what belongs to it was changed"),
    QT_TRANSLATE_NOOP("sanadctl", "is gone, and %1 more"),
    QT_TRANSLATE_NOOP("sanadctl", "its file has a name that the centre gives none"),
    QT_TRANSLATE_NOOP("sanadctl", "its file is gone"),
    QT_TRANSLATE_NOOP("sanadctl", "was here and is gone"),
    QT_TRANSLATE_NOOP("sanadctl", "is damaged, or this centre did not sign it"),
    QT_TRANSLATE_NOOP("sanadctl", "its file is not the one that was kept"),
};

/// The whole of a breach with these words, its arguments captured.
QRegularExpression patternOf(const QString& words)
{
    QString pattern = QRegularExpression::escape(words);
    pattern.replace(QRegularExpression(u"\\\\%\\d"_s), u"(.*)"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

} // namespace

QString breachText(const QString& what)
{
    for (const char* words : kBreaches) {
        const auto match = patternOf(QString::fromUtf8(words)).match(what);
        if (!match.hasMatch()) continue;
        QString text = Ctl::tr(words);
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            text = text.arg(match.captured(i));
        return text;
    }
    return what;
}

QString breachLine(const Breach& breach)
{
    return breach.invariant + u": "_s + breach.where + u": "_s + breachText(breach.what);
}

QJsonObject breachJson(const Breach& breach)
{
    return {{u"invariant"_s, breach.invariant}, {u"where"_s, breach.where}, {u"what"_s, breach.what},
        {u"text"_s, breachText(breach.what)}};
}

} // namespace sanad::ctl
