#include "core/storage/server_address.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// The environment as a test needs it, and afterwards as it was.
class Said {
public:
    Said(const char* name, const QByteArray& value)
        : m_name(name)
        , m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~Said() { m_before.isNull() ? qunsetenv(m_name) : qputenv(m_name, m_before); }
    Q_DISABLE_COPY_MOVE(Said)

private:
    const char* m_name;
    QByteArray m_before;
};

QString optionsOf(const QString& text)
{
    return must(ServerAddress::parse(text)).options.join(u' ');
}

Error openingError(const QString& address)
{
    return refusal(Database::open(DataLocation{{}, address}, OpenMode::ReadOnly));
}

} // namespace

TEST_CASE("A server's address is read into what the connection is made of", "[storage]")
{
    const auto address =
        must(ServerAddress::parse(u"postgresql://d%65sk:p%40ss@db.centre.example:6543/san%20ad"_s));
    CHECK(address.host == u"db.centre.example");
    CHECK(address.port == 6543);
    CHECK(address.user == u"desk");
    CHECK(address.password == u"p@ss");
    CHECK(address.database == u"san ad");
    CHECK(must(ServerAddress::parse(u"postgres://desk@localhost/sanad"_s)).port == 5432);
    CHECK(optionsOf(u"postgresql://desk@localhost/x?sslmode=verify-ca&sslrootcert=/a%20b/it's%5C"_s) ==
        u"connect_timeout=5 hostaddr='' sslmode='verify-ca' sslrootcert='/a b/it\\'s\\\\'");
}

TEST_CASE("A server elsewhere is reached over TLS with its certificate checked, or not at all", "[storage]")
{
    const QString host =
        GENERATE(u"192.0.2.1"_s, u"db.example"_s, u"[2001:db8::1]"_s, u"128.0.0.1"_s, u"127.0.0.1.example"_s,
            u"localhost.example"_s, u"127.0.0.999"_s, u"[::ffff:192.0.2.1]"_s, u"0.0.0.0"_s);
    const QString plain = u"postgresql://desk@"_s + host + u":1/sanad"_s;
    CAPTURE(plain);
    CHECK(optionsOf(plain).contains(u"sslmode='verify-full'"_s));
    CHECK(optionsOf(plain + u"?sslrootcert=/ca.pem"_s).contains(u"sslmode='verify-full'"_s));
    CHECK(optionsOf(plain + u"?sslmode=verify-full"_s).contains(u"sslmode='verify-full'"_s));
    CHECK(optionsOf(plain + u"?sslmode=verify-ca"_s).contains(u"sslmode='verify-ca'"_s));
    CHECK(optionsOf(plain).contains(u"gssencmode='disable'"_s));
    for (const QString& mode : {u"disable"_s, u"allow"_s, u"prefer"_s, u"require"_s, QString(),
             u"Verify-Full"_s, u"verify-full%20"_s, u"d%69sable"_s}) {
        CAPTURE(mode);
        const Error error = openingError(plain + u"?sslmode="_s + mode);
        CHECK(error.code == ErrorCode::Usage);
        CHECK(error.key == u"storage.server-unprotected");
    }
    const Error error = openingError(u"postgresql://desk:s3cret@db.example/sanad?sslmode=disable"_s);
    CHECK(error.args == QStringList{u"db.example"_s, u"disable"_s});
    CHECK_FALSE(error.detail.contains(u"s3cret"_s));
}

TEST_CASE("A server of this machine is reached as its address says", "[storage]")
{
    const QString host = GENERATE(u"127.0.0.1"_s, u"127.255.3.9"_s, u"localhost"_s, u"LOCALHOST"_s,
        u"[::1]"_s, u"[0:0:0:0:0:0:0:1]"_s, QString());
    const Said nothing("PGHOST", {});
    const QString plain = u"postgresql://desk@"_s + host + u"/sanad"_s;
    CAPTURE(plain);
    CHECK(must(ServerAddress::parse(plain)).isLocal());
    CHECK_FALSE(optionsOf(plain).contains(u"sslmode"_s));
    for (const QString& mode : {u"disable"_s, u"prefer"_s, u"require"_s, u"verify-full"_s})
        CHECK(optionsOf(plain + u"?sslmode="_s + mode).contains(u"sslmode='%1'"_s.arg(mode)));
}

TEST_CASE("No part of a server's address, the environment or a service file leads round TLS", "[storage]")
{
    const QString remote = u"postgresql://desk@db.example/sanad"_s;
    for (const QString& option : {u"host=127.0.0.1"_s, u"hostaddr=127.0.0.1"_s, u"service=x"_s,
             u"passfile=/tmp/x"_s, u"gssencmode=require"_s, u"SSLMODE=disable"_s, u"sslmode%20=disable"_s,
             u"sslmode=verify-full&sslmode=disable"_s, u"sslmode=verify-full&ssl%6Dode=disable"_s,
             u"sslrootcert=x;sslmode=disable"_s, u"sslrootcert=x%3Bsslmode=disable"_s,
             u"sslrootcert=x%09sslmode=disable"_s, u"sslrootcert=x%0Asslmode=disable"_s,
             u"sslrootcert=x%00"_s}) {
        CAPTURE(option);
        CHECK(openingError(remote + u'?' + option).key == u"storage.server-option");
    }
    CHECK(optionsOf(remote + u"?sslrootcert=x'%20sslmode=disable"_s)
              .contains(u"sslrootcert='x\\' sslmode=disable'"_s));

    // An address without a host that can be read would lead to the socket of this machine.
    for (const QString& address : {u"postgresql://desk@127.0.0.1,db.example/sanad"_s,
             u"postgresql://desk@127.0.0.1%2Cdb.example/sanad"_s, u"postgresql://desk@%2Ftmp/sanad"_s,
             u"postgresql://desk@db.example:99999/sanad"_s, u"postgresql://desk@db.example/sanad#?"_s,
             u"postgresql://desk@db example/sanad"_s}) {
        CAPTURE(address);
        CHECK(openingError(address).key == u"storage.server-address");
    }

    const QString here = u"postgresql://desk@localhost/sanad"_s, socket = u"postgresql:///sanad"_s;
    CHECK(optionsOf(here).contains(u"hostaddr=''"_s)); // wins over PGHOSTADDR and a service's
    {
        const Said host("PGHOST", {});
        CHECK(optionsOf(socket).contains(u"host=''"_s));
    }
    {
        const Said host("PGHOST", "/run/centre");
        CHECK(must(ServerAddress::parse(socket)).isLocal());
    }
    for (const char* elsewhere : {"db.example", "/tmp,db.example", "127.0.0.1,db.example"}) {
        const Said host("PGHOST", elsewhere);
        CHECK(optionsOf(socket).contains(u"sslmode='verify-full'"_s));
        CHECK(openingError(socket + u"?sslmode=prefer"_s).key == u"storage.server-unprotected");
    }
    const Said mode("PGSSLMODE", "disable");
    CHECK(optionsOf(remote).contains(u"sslmode='verify-full'"_s));
}

TEST_CASE("A server that cannot prove over TLS who it is gets nothing", "[storage]")
{
    const auto db = migratedDatabase();
    if (!db->onServer()) return;
    const QString address = db->location().server + u"?sslmode=verify-full&sslrootcert="_s;
    const QTemporaryDir folder;
    const QString authority = folder.filePath(u"ca.pem"_s);
    CHECK(openingError(address + authority).key == u"storage.server-certificate"); // no such file
    QFile file(authority);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    CHECK(openingError(address + authority).key == u"storage.server-certificate"); // it has no TLS

    // Neither a host nor a service that the environment names is gone to instead.
    const Said elsewhere("PGHOSTADDR", "192.0.2.1");
    QFile services(folder.filePath(u"services"_s));
    REQUIRE(services.open(QIODevice::WriteOnly));
    services.write("[away]\nhostaddr=192.0.2.1\nhost=192.0.2.1\nport=1\n");
    services.close();
    const Said where("PGSERVICEFILE", services.fileName().toUtf8()), which("PGSERVICE", "away");
    must(Database::open(db->location(), OpenMode::ReadOnly));
}
