#include "app/connectors/assisted/site_sheet.h"

#include "core/base/digits.h"
#include "core/base/money.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad::connectors {

namespace {

const QString kCopyKeys = u"1234567890"_s;

QJsonObject fault(const QString& pointer, const QString& code)
{
    return {{u"pointer"_s, pointer}, {u"code"_s, code}};
}

/// A reference as the site shows it and a clerk types it: digits of either set, any case, stray spaces.
QString cleaned(const QString& reference)
{
    return asciiDigits(reference).simplified().remove(u' ').toUpper();
}

} // namespace

std::optional<SiteSheet> SiteSheet::load(const QString& channel)
{
    static const QRegularExpression name(u"^[a-z][a-z_]{1,39}\\z"_s);
    if (!name.match(channel).hasMatch()) return std::nullopt;
    QFile file(u":/assisted/"_s + channel + u".json"_s);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    SiteSheet sheet;
    sheet.m_file = QJsonDocument::fromJson(file.readAll()).object();
    const QRegularExpression pattern(sheet.m_file[u"reference_pattern"_s].toString());
    if (sheet.m_file[u"channel"_s] != channel || pattern.pattern().isEmpty() || !pattern.isValid())
        return std::nullopt;
    return sheet;
}

QString SiteSheet::site(const QString& agency) const
{
    const QString own = m_file[u"sites"_s].toObject()[agency].toString();
    return own.isEmpty() ? m_file[u"site"_s].toString() : own;
}

QString SiteSheet::typed(const QString& key, const QJsonValue& value) const
{
    if (value.isBool()) return value.toBool() ? u"✓"_s : u"–"_s;
    if (value.isArray()) {
        QStringList parts;
        for (const auto& part : value.toArray())
            parts << typed(key, part);
        return parts.join(u"\n"_s);
    }
    if (value.isDouble())
        return key.endsWith(u"_baisa")
            ? Money::fromBaisa(value.toInteger()).text()
            : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    const QString text = value.toString();
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (date.isValid()) return date.toString(m_file[u"date_format"_s].toString(u"dd/MM/yyyy"_s));
    if (m_file[u"phone"_s] == u"local"_s && text.startsWith(u"+968") && text.size() == 12) return text.mid(4);
    return text;
}

QJsonObject SiteSheet::present(const QJsonObject& request) const
{
    QStringList order;
    for (const auto& key : m_file[u"order"_s].toArray())
        order << key.toString();
    std::vector<QJsonObject> fields;
    for (const auto& field : request[u"fields"_s].toArray())
        fields.push_back(field.toObject());
    // What the site's order does not know stays where the form has it, behind the rest.
    const auto rank = [&](const QJsonObject& field) {
        const auto at = order.indexOf(field[u"key"_s].toString());
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(
        fields.begin(), fields.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });

    QJsonArray rows;
    for (QJsonObject& field : fields) {
        const QString value = typed(field[u"key"_s].toString(), field[u"value"_s]);
        if (value.isEmpty()) continue;
        field[u"value"_s] = value;
        field[u"copy_key"_s] = rows.size() < kCopyKeys.size() ? QString(kCopyKeys[rows.size()]) : QString();
        rows.append(field);
    }
    return {{u"ar"_s, m_file[u"ar"_s]}, {u"en"_s, m_file[u"en"_s]},
        {u"site"_s, site(request[u"agency"_s].toString())},
        {u"reference_example"_s, m_file[u"reference_example"_s]}, {u"fields"_s, rows}};
}

QJsonObject SiteSheet::result(const QJsonObject& request) const
{
    static const QStringList states{u"unpaid"_s, u"paid_unconfirmed"_s, u"confirmed"_s};
    QJsonArray errors;
    const QString reference = cleaned(request[u"reference"_s].toString()),
                  state = request[u"fee_state"_s].toString();
    if (reference.isEmpty())
        errors.append(fault(u"/reference"_s, u"assisted.reference-missing"_s));
    else if (!QRegularExpression(m_file[u"reference_pattern"_s].toString()).match(reference).hasMatch())
        errors.append(fault(u"/reference"_s, u"assisted.reference-pattern"_s));
    if (!states.contains(state)) errors.append(fault(u"/fee_state"_s, u"assisted.fee-state"_s));
    const QJsonValue fee = request[u"fee_baisa"_s];
    if (!fee.isUndefined() && (!fee.isDouble() || fee.toInteger(-1) < 0))
        errors.append(fault(u"/fee_baisa"_s, u"assisted.fee"_s));
    // Money that has left the wallet is believed only with something to show for it.
    if (state == u"confirmed" && request[u"proof"_s].toString().isEmpty())
        errors.append(fault(u"/proof"_s, u"assisted.proof-missing"_s));
    if (!errors.isEmpty()) return {{u"errors"_s, errors}};
    QJsonObject answer{{u"reference"_s, reference}, {u"fee_state"_s, state}};
    for (const QString& kept : {u"fee_baisa"_s, u"proof"_s})
        if (request.contains(kept)) answer[kept] = request[kept];
    return answer;
}

} // namespace sanad::connectors
