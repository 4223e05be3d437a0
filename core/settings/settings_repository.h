#pragma once

#include "core/crypto/signing.h"
#include "core/settings/centre.h"
#include "core/storage/database.h"

#include <QMap>

#include <vector>

namespace sanad {

/// The setting that names the folder of automatic backups.
inline const QString kBackupFolderKey = QStringLiteral("backup.folder");

/// The only SQL for settings, counters and the desk's signing keys.
class SettingsRepository {
public:
    explicit SettingsRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Empty where nobody has set it. Keys are `area.name`.
    QString value(const QString& key) const;
    /// Records an audit line that vouches for the row.
    void setValue(const QString& key, const QString& value);
    /// Without a line: one of the caller's vouches for it by what this adds to its `rows`.
    void put(const QString& key, const QString& value, QJsonObject& rows);

    Centre centre() const;
    void saveCentre(const Centre& centre);
    /// Whether first-run set-up has been done.
    bool hasCentre() const;

    std::vector<Counter> counters() const;
    bool hasCounter(const QString& code) const;
    /// Since a restore, or before one, documents of another series are numbered under this.
    bool hasNumbersUnder(const QString& code) const;
    /// Records an audit line that vouches for the row.
    void addCounter(const Counter& counter);

    /// Records an audit line that vouches for the row.
    void addSigningKey(const SigningKey& key);
    /// The key that signs now. Throws Denied `vault.locked` before a sign-in.
    SigningKey signingKey() const;
    /// Public halves, newest first; readable without the vault.
    std::vector<QByteArray> signingPublicKeys() const;

private:
    void setAll(const QMap<QString, QString>& values);

    Tx& m_tx;
};

} // namespace sanad
