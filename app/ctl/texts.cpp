#include "app/ctl/texts.h"

#include <QTranslator>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

/// Keys of the data that a person reads; the words for them are translated, the keys are not.
[[maybe_unused]] constexpr const char* kKeys[] = {
    // of transactions
    QT_TRANSLATE_NOOP("sanadctl", "draft"),
    QT_TRANSLATE_NOOP("sanadctl", "waiting_for_customer"),
    QT_TRANSLATE_NOOP("sanadctl", "ready"),
    QT_TRANSLATE_NOOP("sanadctl", "submitted"),
    QT_TRANSLATE_NOOP("sanadctl", "in_review"),
    QT_TRANSLATE_NOOP("sanadctl", "action_needed"),
    QT_TRANSLATE_NOOP("sanadctl", "approved"),
    QT_TRANSLATE_NOOP("sanadctl", "rejected"),
    QT_TRANSLATE_NOOP("sanadctl", "fee_due"),
    QT_TRANSLATE_NOOP("sanadctl", "completed"),
    QT_TRANSLATE_NOOP("sanadctl", "handed_over"),
    QT_TRANSLATE_NOOP("sanadctl", "cancelled"),
    // of people, companies and what they ask about their data
    QT_TRANSLATE_NOOP("sanadctl", "citizen"),
    QT_TRANSLATE_NOOP("sanadctl", "resident"),
    QT_TRANSLATE_NOOP("sanadctl", "visitor"),
    QT_TRANSLATE_NOOP("sanadctl", "company"),
    QT_TRANSLATE_NOOP("sanadctl", "access"),
    QT_TRANSLATE_NOOP("sanadctl", "correction"),
    QT_TRANSLATE_NOOP("sanadctl", "restriction"),
    QT_TRANSLATE_NOOP("sanadctl", "erasure"),
    QT_TRANSLATE_NOOP("sanadctl", "objection"),
    QT_TRANSLATE_NOOP("sanadctl", "refused"),
    // of fees
    QT_TRANSLATE_NOOP("sanadctl", "unpaid"),
    QT_TRANSLATE_NOOP("sanadctl", "paid_unconfirmed"),
    QT_TRANSLATE_NOOP("sanadctl", "confirmed"),
    QT_TRANSLATE_NOOP("sanadctl", "disputed"),
    QT_TRANSLATE_NOOP("sanadctl", "refunded"),
    // how a service is done
    QT_TRANSLATE_NOOP("sanadctl", "rest"),
    QT_TRANSLATE_NOOP("sanadctl", "assisted"),
    QT_TRANSLATE_NOOP("sanadctl", "counter"),
    QT_TRANSLATE_NOOP("sanadctl", "local"),
    // of tickets
    QT_TRANSLATE_NOOP("sanadctl", "waiting"),
    QT_TRANSLATE_NOOP("sanadctl", "called"),
    QT_TRANSLATE_NOOP("sanadctl", "serving"),
    QT_TRANSLATE_NOOP("sanadctl", "held"),
    QT_TRANSLATE_NOOP("sanadctl", "transferred"),
    QT_TRANSLATE_NOOP("sanadctl", "done"),
    QT_TRANSLATE_NOOP("sanadctl", "no_show"),
    // of shifts
    QT_TRANSLATE_NOOP("sanadctl", "open"),
    QT_TRANSLATE_NOOP("sanadctl", "closed"),
    QT_TRANSLATE_NOOP("sanadctl", "signed-off"),
    // roles
    QT_TRANSLATE_NOOP("sanadctl", "owner"),
    QT_TRANSLATE_NOOP("sanadctl", "manager"),
    QT_TRANSLATE_NOOP("sanadctl", "clerk"),
    QT_TRANSLATE_NOOP("sanadctl", "cashier"),
    QT_TRANSLATE_NOOP("sanadctl", "field_agent"),
    QT_TRANSLATE_NOOP("sanadctl", "inspector"),
};

} // namespace

void Ctl::speak(Language language)
{
    static QTranslator* installed = nullptr;
    if (installed) QCoreApplication::removeTranslator(installed);
    installed = nullptr;
    auto* texts = new QTranslator(QCoreApplication::instance());
    if (!texts->load(u":/i18n/ctl_%1.qm"_s.arg(languageKey(language)))) return delete texts;
    QCoreApplication::installTranslator(texts);
    installed = texts;
}

QString Ctl::word(const QString& key)
{
    return key.isEmpty() ? key : tr(key.toUtf8().constData());
}

} // namespace sanad::ctl
