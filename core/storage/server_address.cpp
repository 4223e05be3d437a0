#include "core/storage/server_address.h"

#include <QMap>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kPort = 5432;

/// What may follow the `?`: libpq's names of its TLS settings.
const QStringList kKnown{u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s, u"sslcrl"_s};
const QStringList kChecked{u"verify-full"_s, u"verify-ca"_s};

bool isLocalHost(const QString& host)
{
    // What only looks like a number is a name, which the network may answer for.
    static const QRegularExpression loopback(
        u"\\A127(?:\\.(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}\\z"_s);
    return host.isEmpty() || host.startsWith(u'/') || host == "localhost"_L1 || host == "::1"_L1 ||
        loopback.match(host).hasMatch();
}

/// The driver makes an end of an option of each semicolon.
bool mayStand(const QString& value)
{
    return std::none_of(value.begin(), value.end(),
        [](QChar each) { return each == u';' || each.category() == QChar::Other_Control; });
}

QString option(const QString& name, QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return name + u"='"_s + value + u'\'';
}

Result<QMap<QString, QString>> optionsOf(const QUrl& url)
{
    QMap<QString, QString> options;
    for (const auto& [key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        // Anything else could weaken the connection without a word; a typing error must not.
        if (!kKnown.contains(key) || options.contains(key) || !mayStand(value))
            return Error{ErrorCode::Usage, u"storage.server-option"_s, {key}, {}};
        options.insert(key, value);
    }
    return options;
}

} // namespace

bool ServerAddress::isLocal() const
{
    const QStringList hosts = host.split(u','); // libpq tries one after the other
    return std::all_of(hosts.begin(), hosts.end(), isLocalHost);
}

Result<ServerAddress> ServerAddress::parse(const QString& text)
{
    // An address that cannot be read has no host, and would lead to the socket of this machine.
    const QUrl url(text);
    if (!url.isValid() || url.hasFragment())
        return Error{ErrorCode::Usage, u"storage.server-address"_s, {}, {}};
    ServerAddress address{url.host().isEmpty() ? qEnvironmentVariable("PGHOST") : url.host(), url.port(kPort),
        url.userName(), url.password(), url.path().mid(1), {u"connect_timeout=5"_s}};
    SANAD_TRY_VALUE(options, optionsOf(url));
    if (!address.isLocal()) {
        const QString mode = options.value(u"sslmode"_s, kChecked.front());
        if (!kChecked.contains(mode))
            return Error{ErrorCode::Usage, u"storage.server-unprotected"_s, {address.host, mode}, {}};
        options.insert(u"sslmode"_s, mode);
        address.options << option(u"gssencmode"_s, u"disable"_s); // would go before TLS
    }
    // Said although empty: neither the environment nor a service file leads elsewhere.
    address.options << option(u"hostaddr"_s, {});
    if (address.host.isEmpty()) address.options << option(u"host"_s, {});
    for (const auto& [key, value] : options.asKeyValueRange())
        address.options << option(key, value);
    return address;
}

} // namespace sanad
