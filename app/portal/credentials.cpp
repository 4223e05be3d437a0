#include "app/portal/credentials.h"

#include "app/portal/store.h"

#include "core/base/whole_file.h"
#include "core/crypto/hash.h"
#include "core/forms/json_text.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace sanad::portal {

namespace {

QString newSecret()
{
    return QString::fromLatin1(randomBytes(24).toBase64(QByteArray::Base64UrlEncoding));
}

} // namespace

Result<Credentials> ensureCredentials(const QString& folder, const QString& client)
{
    const QString path = QDir(folder).filePath(u"credentials.json"_s);
    if (!QFile::exists(path)) {
        QSaveFile made(path);
        if (!QDir().mkpath(folder) || !made.open(QIODevice::WriteOnly))
            return Error{ErrorCode::Unreachable, u"portal.folder"_s, {folder}, {}};
        made.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        made.write(compact(
            {{u"client_id"_s, client}, {u"client_secret"_s, newSecret()}, {u"admin_token"_s, newSecret()}}));
        if (!commitWhole(made)) return Error{ErrorCode::Unreachable, u"portal.folder"_s, {folder}, {}};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreachable, u"portal.folder"_s, {folder}, {}};
    const auto json = parseJson(file.readAll());
    const QJsonObject object = json ? json->toObject() : QJsonObject();
    Credentials read{object[u"client_id"_s].toString(), object[u"client_secret"_s].toString().toUtf8(),
        object[u"admin_token"_s].toString().toUtf8(), path};
    if (read.client.isEmpty() || read.secret.isEmpty() || read.adminToken.isEmpty())
        return Error{ErrorCode::Unusable, u"portal.credentials"_s, {path}, {}};
    return read;
}

} // namespace sanad::portal
