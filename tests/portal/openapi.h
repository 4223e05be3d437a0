#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace sanad::test {

/// `api/openapi.yaml` as it is read by whoever writes a portal: which operation is where, and what it may
/// answer.
class OpenApi {
public:
    static const OpenApi& document();

    /// What the body of an answer is.
    struct Answer {
        QString mediaType;
        QString definition; ///< Of `api/contract.schema.json`.
        QMap<QString, QString> headers; ///< That it carries, with the pattern of each; empty: any.
    };

    /// The operationId of what is at `path`, whose query does not count; empty where nothing is.
    QString operationAt(const QString& method, const QString& path) const;
    /// Nothing when the document does not say that `operation` answers `status`.
    std::optional<Answer> answer(const QString& operation, int status) const;

private:
    OpenApi();
    QJsonObject operation(const QString& id) const;

    QJsonObject m_document;
};

} // namespace sanad::test
