#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace sanad::connectors {

/// How one agency's site is filled in by hand: `resources/assisted/CHANNEL.json`, described in
/// docs/connectors.md.
class SiteSheet {
public:
    /// Nothing when there is no such channel or its file is not usable.
    static std::optional<SiteSheet> load(const QString& channel);

    /// Answers `present`: the fields of `request` in the site's order, each value as the site wants it typed,
    /// with a copy key for the first ten.
    QJsonObject present(const QJsonObject& request) const;
    /// Answers `result`: reference, fee state and fee as checked, or `errors` with a pointer and a code each.
    QJsonObject result(const QJsonObject& request) const;

private:
    QString site(const QString& agency) const;
    QString typed(const QString& key, const QJsonValue& value) const;

    QJsonObject m_file;
};

} // namespace sanad::connectors
