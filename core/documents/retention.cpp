#include "core/documents/retention.h"

#include "core/documents/document_repository.h"
#include "core/settings/settings_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kPermit = u"privacy.sensitive_permit"_s;
/// `=12,photo=3`: codes hold neither comma nor equals sign.
const auto kSetting = u"documents.keep_months"_s;

} // namespace

QMap<QString, int> retentionRules(Tx& tx)
{
    QMap<QString, int> rules{{QString(), kKeepMonths}};
    const QString stored = SettingsRepository(tx).value(kSetting);
    for (const QString& rule : stored.split(u',', Qt::SkipEmptyParts))
        if (const int months = rule.section(u'=', 1).toInt(); months > 0)
            rules[rule.section(u'=', 0, 0)] = std::min(months, kMostKeepMonths);
    return rules;
}

int keepMonths(Tx& tx, const QString& code)
{
    const auto rules = retentionRules(tx);
    return rules.value(code, rules.value(QString()));
}

void setRetentionRule(Tx& tx, const QString& code, int months)
{
    auto rules = retentionRules(tx);
    rules[code] = months;
    QStringList stored;
    for (auto rule = rules.begin(); rule != rules.end(); ++rule)
        stored << rule.key() + u'=' + QString::number(rule.value());
    SettingsRepository(tx).setValue(kSetting, stored.join(u','));
    DocumentRepository documents(tx);
    for (const DocumentFile& file : documents.all()) {
        const int kept = rules.value(file.code, rules.value(QString()));
        const QDate until = file.addedAt.toTimeZone(centreZone()).date().addMonths(kept);
        if (until != file.keepUntil) documents.keepUntil(file.id, until);
    }
}

QString sensitivePermit(Tx& tx)
{
    return SettingsRepository(tx).value(kPermit);
}

void setSensitivePermit(Tx& tx, const QString& number)
{
    SettingsRepository(tx).setValue(kPermit, number);
}

} // namespace sanad
