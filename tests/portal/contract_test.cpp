#include "app/portal/item_check.h"
#include "core/crypto/hash.h"
#include "core/forms/json_text.h"
#include "core/sync/batch_writer.h"
#include "tests/connectors/programs/real_portal.h"
#include "tests/portal/openapi.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct Answer {
    int status = 0;
    QString type;
    QByteArray body;
    QByteArray head;
};

/// A client that can say anything, also what no desk would.
class Client {
public:
    explicit Client(const RealPortal& portal)
        : m_portal(portal)
        , m_settings(portal.settings())
    {
        const Answer granted =
            call(itself({u"-d"_s, u"grant_type=client_credentials"_s}), u"/v1/token"_s, u"token"_s, 200);
        m_token = QJsonDocument::fromJson(granted.body)[u"access_token"_s].toString();
        CHECK(granted.head.toLower().contains("cache-control: no-store"));
    }

    /// Checks that `path` is where the contract has `operation`, the status, that the contract lets the
    /// operation answer it, and the body against the definition that it names. No operation: there is none.
    Answer call(const QStringList& options, const QString& path, const QString& operation, int status) const
    {
        CAPTURE(path, status);
        CHECK(OpenApi::document().operationAt(methodOf(options), path) == operation);
        QProcess curl;
        curl.start(u"curl"_s,
            QStringList{
                u"-s"_s, u"-i"_s, u"-H"_s, u"Expect:"_s, u"--cacert"_s, m_settings[u"ca"_s].toString()} +
                options + QStringList{m_settings[u"url"_s].toString() + path});
        REQUIRE(curl.waitForFinished(20'000));
        const QByteArray all = curl.readAllStandardOutput();
        const auto split = all.indexOf("\r\n\r\n");
        REQUIRE(split > 0);
        Answer answer{all.mid(9, 3).toInt(), {}, all.mid(split + 4), all.first(split)};
        CHECK(answer.status == status);
        const auto promised = operation.isEmpty()
            ? OpenApi::Answer{u"application/problem+json"_s, u"Problem"_s, {}}
            : OpenApi::document().answer(operation, answer.status);
        REQUIRE(promised.has_value());
        CHECK(answer.head.contains("Content-Type: " + promised->mediaType.toLatin1()));
        for (const auto& [name, pattern] : promised->headers.asKeyValueRange()) {
            const auto value = headerOf(answer.head, name);
            CAPTURE(name);
            REQUIRE(value.has_value());
            CHECK(value->contains(QRegularExpression(pattern)));
        }
        const auto json = must(parseJson(answer.body));
        const auto faults = must(portal::contractSchema(promised->definition)).check(json);
        for (const auto& fault : faults)
            FAIL_CHECK(fault.pointer.toStdString() << " " << fault.key.toStdString());
        if (promised->definition == u"Problem") CHECK(json[u"status"_s] == status);
        return answer;
    }
    QStringList authorised(const QStringList& more = {}) const
    {
        return QStringList{u"-H"_s, u"Authorization: Bearer "_s + m_token} + more;
    }
    /// The client's own name and secret, as the token's endpoint wants them.
    QStringList itself(const QStringList& more) const
    {
        return QStringList{u"-u"_s,
                   m_settings[u"client_id"_s].toString() + u':' + m_settings[u"client_secret"_s].toString()} +
            more;
    }
    /// The options that post `content` as a batch, signed as it should be.
    QStringList batch(const QByteArray& content, const QString& key = newUuid()) const
    {
        const QByteArray hash = sha256(content).toHex();
        const QByteArray signature =
            sign(m_key, "sanad-batch-v1\n" + key.toLatin1() + '\n' + hash).toBase64();
        QFile file(m_portal.file(u"body"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return authorised({u"-H"_s, u"Content-Type: application/json"_s, u"-H"_s,
            u"Idempotency-Key: "_s + key, u"-H"_s, u"Sanad-Content-SHA256: "_s + QString::fromLatin1(hash),
            u"-H"_s, u"Sanad-Signature: "_s + QString::fromLatin1(signature), u"-H"_s,
            u"Sanad-Key: "_s + QString::fromLatin1(m_key.publicKey.toBase64()), u"--data-binary"_s,
            u"@"_s + file.fileName()});
    }

private:
    static std::optional<QString> headerOf(const QByteArray& head, const QString& name)
    {
        for (const QString& line : QString::fromLatin1(head).split(u"\r\n"_s))
            if (line.startsWith(name + u": "_s, Qt::CaseInsensitive)) return line.mid(name.size() + 2);
        return std::nullopt;
    }
    /// What curl does with `options`.
    static QString methodOf(const QStringList& options)
    {
        const auto named = options.indexOf(u"-X"_s);
        if (named >= 0) return options.value(named + 1);
        return options.contains(u"-d"_s) || options.contains(u"--data-binary"_s) ? u"POST"_s : u"GET"_s;
    }

    const RealPortal& m_portal;
    QJsonObject m_settings;
    QString m_token;
    SigningKey m_key = SigningKey::create();
};

QByteArray contentOf(const QString& uuid, const QByteArray& body)
{
    return "{\"items\":[{\"uuid\":\"" + uuid.toLatin1() + "\",\"kind\":\"transaction\",\"body\":" + body +
        "}]}";
}

/// A renewal that names `fee` as what the government asks; none where it is empty.
QByteArray withFee(const QByteArray& fee)
{
    static const QByteArray named = ",\"government_fee_baisa\":18000";
    QByteArray body = vehicleRenewal(7);
    REQUIRE(body.contains(named));
    return body.replace(named, fee.isEmpty() ? QByteArray() : ",\"government_fee_baisa\":" + fee);
}

} // namespace

TEST_CASE("Every answer of the portal is what the contract promises", "[portal]")
{
    const RealPortal portal({u"--decide-after"_s, u"1"_s, u"--wallet"_s, u"20000"_s});
    const Client client(portal);
    const QString item = newUuid(), key = newUuid();
    const QString batches = u"/v1/batches"_s, fee = u"/v1/items/"_s + item + u"/fee"_s;
    const QString payment = newUuid();
    const auto putAs = [&](const QString& uuid, int baisa) {
        return client.authorised(
            {u"-X"_s, u"PUT"_s, u"-d"_s, u"{\"payment\":\"%1\",\"amount_baisa\":%2}"_s.arg(uuid).arg(baisa)});
    };
    const auto put = [&](int baisa) { return putAs(newUuid(), baisa); };

    client.call({u"-u"_s, u"desk:wrong"_s, u"-d"_s, u"grant_type=client_credentials"_s}, u"/v1/token"_s,
        u"token"_s, 401);
    client.call({u"-d"_s, u"grant_type=password"_s}, u"/v1/token"_s, u"token"_s, 400);
    client.call({}, u"/v1/wallet"_s, u"wallet"_s, 401);

    client.call(client.batch(contentOf(item, vehicleRenewal(1)), key), batches, u"sendBatch"_s, 200);
    client.call(client.batch(contentOf(item, vehicleRenewal(1))), batches, u"sendBatch"_s, 200); // duplicate
    client.call(client.batch(contentOf(item, vehicleRenewal(2))), batches, u"sendBatch"_s, 200); // rejected
    client.call(client.batch(contentOf(newUuid(), "{\"number\":\"x\"}")), batches, u"sendBatch"_s, 200);
    client.call(client.batch("{\"items\":[{\"uuid\":\"" + newUuid().toLatin1() +
                    "\",\"kind\":\"fee_payment\",\"body\":{\"item\":\"" + newUuid().toLatin1() +
                    "\",\"amount_baisa\":1}}]}"),
        batches, u"sendBatch"_s, 200); // retry
    client.call(client.authorised(), batches + u'/' + key, u"batchStatus"_s, 200);
    client.call(client.authorised(), batches + u'/' + newUuid(), u"batchStatus"_s, 404);

    client.call(client.authorised(), u"/v1/items/"_s + item, u"itemStatus"_s, 200);
    client.call(client.authorised(), u"/v1/items/"_s + newUuid(), u"itemStatus"_s, 404);
    client.call(client.authorised(), fee, u"feeStatus"_s, 200);
    client.call(put(17999), fee, u"payFee"_s, 422);
    const QString dear = newUuid(), dearFee = u"/v1/items/"_s + dear + u"/fee"_s;
    client.call(client.batch(contentOf(dear, withFee("30000"))), batches, u"sendBatch"_s, 200);
    client.call(put(30000), dearFee, u"payFee"_s, 402);
    client.call(putAs(payment, 18000), fee, u"payFee"_s, 200);
    client.call(putAs(payment, 18000), fee, u"payFee"_s, 200);
    client.call(put(18000), fee, u"payFee"_s, 409);
    client.call(client.authorised({u"-X"_s, u"PUT"_s, u"-d"_s, u"{}"_s}), fee, u"payFee"_s, 400);
    client.call(client.authorised(), u"/v1/items/"_s + newUuid() + u"/fee"_s, u"feeStatus"_s, 404);
    client.call(client.authorised(), u"/v1/wallet"_s, u"wallet"_s, 200);
    const QString another = newUuid();
    client.call(client.batch(contentOf(another, vehicleRenewal(3))), batches, u"sendBatch"_s, 200);
    const auto reused =
        client.call(putAs(payment, 18000), u"/v1/items/"_s + another + u"/fee"_s, u"payFee"_s, 409);
    CHECK(reused.body.contains("key-reused"));

    QThread::msleep(1200);
    const auto updates = client.call(client.authorised(), u"/v1/updates?limit=1"_s, u"updates"_s, 200);
    CHECK(QJsonDocument::fromJson(updates.body)[u"more"_s].toBool());
    client.call(client.authorised(), u"/v1/updates?cursor=1"_s, u"updates"_s, 200);
    client.call(client.authorised(), u"/v1/updates?cursor=x"_s, u"updates"_s, 400);
    client.call(client.authorised(), u"/v1/updates?limit=501"_s, u"updates"_s, 400);
    client.call(client.authorised(), u"/v1/nothing"_s, {}, 404);
    portal.admin(u"faults"_s, {{u"unavailable"_s, 1}, {u"retry_after"_s, 30}});
    const auto busy =
        client.call(client.batch(contentOf(newUuid(), vehicleRenewal(4))), batches, u"sendBatch"_s, 503);
    CHECK(busy.head.contains("Retry-After: 30"));
    CHECK(portal.dump().size() == 3);
}

TEST_CASE("Whoever is not let in is told how to ask", "[portal]")
{
    const RealPortal portal;
    const Client client(portal);
    const auto challenge = [&](const QStringList& options, const QString& path, const QString& operation) {
        const auto refused = client.call(options, path, operation, 401);
        return refused.head.mid(refused.head.indexOf("WWW-Authenticate: ")).split('\r').first().mid(18);
    };
    const QStringList forged{u"-H"_s, u"Authorization: Bearer forged"_s};
    CHECK(challenge({}, u"/v1/wallet"_s, u"wallet"_s) == R"(Bearer realm="sanad-portal")");
    CHECK(challenge(forged, u"/v1/wallet"_s, u"wallet"_s) ==
        R"(Bearer realm="sanad-portal", error="invalid_token")");
    for (const QStringList& batch : {QStringList{u"-d"_s, u"{}"_s}, forged + QStringList{u"-d"_s, u"{}"_s}})
        CHECK(challenge(batch, u"/v1/batches"_s, u"sendBatch"_s).startsWith("Bearer realm="));
    const QStringList grant{u"-d"_s, u"grant_type=client_credentials"_s};
    const QByteArray basic = R"(Basic realm="sanad-portal", charset="UTF-8")";
    CHECK(challenge(grant, u"/v1/token"_s, u"token"_s) == basic);
    CHECK(challenge(QStringList{u"-u"_s, u"desk:wrong"_s} + grant, u"/v1/token"_s, u"token"_s) == basic);
    CHECK(challenge({u"-d"_s, u"{}"_s}, u"/admin/wallet"_s, {}).startsWith("Bearer realm="));
}

TEST_CASE("A parameter of the token's endpoint that comes twice is refused", "[portal]")
{
    const RealPortal portal;
    const Client client(portal);
    const auto refused = [&](const QString& body, const QString& query = {}) {
        const auto said =
            client.call(client.itself({u"-d"_s, body}), u"/v1/token"_s + query, u"token"_s, 400);
        return QJsonDocument::fromJson(said.body)[u"error"_s].toString();
    };
    const QString grant = u"grant_type=client_credentials"_s;
    CHECK(refused(grant + u'&' + grant) == u"invalid_request");
    CHECK(refused(grant + u"&grant_type=password"_s) == u"invalid_request");
    CHECK(refused(grant + u"&scope=batches&scope=batches"_s) == u"invalid_request");
    CHECK(refused(grant + u"&other=1&other=2"_s) == u"invalid_request");
    CHECK(refused(grant, u'?' + grant) == u"invalid_request");
    CHECK(refused(u"grant_type="_s) == u"invalid_request");
    CHECK(refused(u"scope=batches"_s) == u"invalid_request");
    CHECK(refused(u"grant_type=password"_s) == u"unsupported_grant_type");
    client.call(
        client.itself({u"-d"_s, grant + u"&scope=batches&other=1"_s}), u"/v1/token"_s, u"token"_s, 200);
}

TEST_CASE("A fee is paid by its own amount and by no other", "[portal]")
{
    const RealPortal portal({u"--wallet"_s, u"90000"_s});
    const Client client(portal);
    const QString batches = u"/v1/batches"_s;
    const auto reported = [&](const QByteArray& fee) {
        const QString item = newUuid();
        client.call(client.batch(contentOf(item, withFee(fee))), batches, u"sendBatch"_s, 200);
        return item;
    };
    const auto asked = [&](const QString& item,
                           const QByteArray& baisa) { // what the portal says of it, by each way
        const auto put = client.call(
            client.authorised({u"-X"_s, u"PUT"_s, u"-d"_s,
                u"{\"payment\":\"%1\",\"amount_baisa\":%2}"_s.arg(newUuid(), QString::fromLatin1(baisa))}),
            u"/v1/items/"_s + item + u"/fee"_s, u"payFee"_s, 422);
        const QByteArray payment = "{\"items\":[{\"uuid\":\"" + newUuid().toLatin1() +
            "\",\"kind\":\"fee_payment\",\"body\":{\"item\":\"" + item.toLatin1() +
            "\",\"amount_baisa\":" + baisa + "}}]}";
        const auto sent = client.call(client.batch(payment), batches, u"sendBatch"_s, 200);
        const auto result = QJsonDocument::fromJson(sent.body)[u"results"_s][0];
        CHECK(result[u"result"_s] == u"rejected"_s);
        CHECK(result[u"errors"_s][0][u"pointer"_s] == u"/amount_baisa"_s);
        const QString code = result[u"errors"_s][0][u"code"_s].toString();
        CHECK(QJsonDocument::fromJson(put.body)[u"type"_s].toString() == u"urn:sanad:problem:"_s + code);
        return code;
    };
    const auto paid = [&](const QString& item, int baisa) {
        client.call(client.authorised({u"-X"_s, u"PUT"_s, u"-d"_s,
                        u"{\"payment\":\"%1\",\"amount_baisa\":%2}"_s.arg(newUuid()).arg(baisa)}),
            u"/v1/items/"_s + item + u"/fee"_s, u"payFee"_s, 200);
    };
    const QString known = reported("18000"), free = reported("0"), unknown = reported({});
    for (const QByteArray baisa : {"0", "1", "17999", "18001", "80000"}) {
        CAPTURE(baisa.toStdString());
        CHECK(asked(known, baisa) == u"fee-amount");
        CHECK(asked(free, baisa) == u"fee-amount");
    }
    CHECK(asked(unknown, "0") == u"fee-amount");
    CHECK(portal.dump().size() == 3);
    const auto wallet = client.call(client.authorised(), u"/v1/wallet"_s, u"wallet"_s, 200);
    CHECK(QJsonDocument::fromJson(wallet.body)[u"balance_baisa"_s] == 90000);
    paid(known, 18000);
    paid(unknown, 250);
}

TEST_CASE("A fee payment that is sent again gets the confirmation it got at first", "[portal]")
{
    const RealPortal portal({u"--wallet"_s, u"20000"_s});
    const Client client(portal);
    const QString batches = u"/v1/batches"_s, item = newUuid();
    client.call(client.batch(contentOf(item, vehicleRenewal(1))), batches, u"sendBatch"_s, 200);
    const QByteArray payment = "{\"items\":[{\"uuid\":\"" + newUuid().toLatin1() +
        "\",\"kind\":\"fee_payment\",\"body\":{\"item\":\"" + item.toLatin1() +
        "\",\"amount_baisa\":18000}}]}";
    const auto sent = [&] { // under a new key each time
        const auto answer = client.call(client.batch(payment), batches, u"sendBatch"_s, 200);
        return QJsonDocument::fromJson(answer.body)[u"results"_s][0].toObject();
    };
    const QJsonObject first = sent(), again = sent();
    CHECK(first[u"result"_s] == u"accepted"_s);
    CHECK(again[u"result"_s] == u"duplicate"_s);
    CHECK_FALSE(first[u"reference"_s].toString().isEmpty());
    CHECK(again[u"reference"_s] == first[u"reference"_s]);
}

TEST_CASE("What no desk would send is refused whole and recorded nowhere", "[portal]")
{
    const RealPortal portal;
    const Client client(portal);
    const QString batches = u"/v1/batches"_s;
    const QByteArray good = contentOf(newUuid(), vehicleRenewal(1));
    for (const QByteArray& content : {QByteArray("{"), QByteArray("[]"), QByteArray("{\"items\":[]}"),
             QByteArray("{\"items\":[],\"items\":[]}"), QByteArray("{\"items\":[{}]}"),
             good.left(good.size() - 1) + ",\"more\":1}",
             QByteArray(good).replace("ROP-VEH-RENEW", "\xff\xfe"), QByteArray(5000, '[')})
        client.call(client.batch(content), batches, u"sendBatch"_s, 400);
    client.call(client.batch('"' + QByteArray(1024 * 1024, 'x') + '"'), batches, u"sendBatch"_s, 413);

    client.call(client.authorised({u"-X"_s, u"PUT"_s, u"-d"_s, u"@"_s + portal.file(u"body"_s)}),
        u"/v1/items/"_s + newUuid() + u"/fee"_s, u"payFee"_s, 413);

    // An item that is too long takes its whole batch with it; the longest that is not takes nothing.
    const auto ofBytes = [](qsizetype bytes) {
        const QByteArray none = "{\"note\":\"\"}";
        return "{\"note\":\"" + QByteArray(bytes - none.size(), 'x') + "\"}";
    };
    const auto withNeighbour = [&](const QByteArray& body) {
        return good.left(good.size() - 2) + ',' + contentOf(newUuid(), body).mid(10);
    };
    client.call(
        client.batch(withNeighbour(ofBytes(portal::kMaxItemBytes + 1))), batches, u"sendBatch"_s, 413);
    CHECK(portal.dump().empty());

    const QString key = newUuid();
    client.call(client.batch(good, key), batches, u"sendBatch"_s, 200);
    client.call(client.batch(contentOf(newUuid(), vehicleRenewal(2)), key), batches, u"sendBatch"_s, 409);
    client.call(client.batch(withNeighbour(ofBytes(portal::kMaxItemBytes))), batches, u"sendBatch"_s, 200);
    auto changed = client.batch(contentOf(newUuid(), vehicleRenewal(3)));
    changed.last() = u"{}"_s;
    client.call(changed, batches, u"sendBatch"_s, 400);
    auto unsigned_ = client.batch(contentOf(newUuid(), vehicleRenewal(3)));
    unsigned_.replaceInStrings(QRegularExpression(u"^Sanad-Signature: .{4}"_s), u"Sanad-Signature: AAAA"_s);
    client.call(unsigned_, batches, u"sendBatch"_s, 403);
    CHECK(portal.dump().size() == 1);
}

TEST_CASE("A service code leads nowhere but to a service", "[portal]")
{
    const RealPortal portal;
    const Client client(portal);
    QByteArray body = vehicleRenewal(1);
    body.replace("ROP-VEH-RENEW", "../../../../etc/passwd");
    const auto answer =
        client.call(client.batch(contentOf(newUuid(), body)), u"/v1/batches"_s, u"sendBatch"_s, 200);
    CHECK(answer.body.contains("form.pattern"));
}

TEST_CASE("What desks sent is readable to nobody but the portal's own user", "[portal]")
{
    const RealPortal portal;
    constexpr auto kOthers = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    for (const QString& name : {u"portal.db"_s, u"portal.db-wal"_s, u"credentials.json"_s}) {
        INFO(name.toStdString());
        REQUIRE(QFile::exists(portal.file(name)));
        CHECK((QFile::permissions(portal.file(name)) & kOthers) == QFileDevice::Permissions());
    }
}
