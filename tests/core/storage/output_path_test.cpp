#include "core/storage/output_path.h"

#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

/// A centre's folder, one of a centre on a server, and a folder beside them.
struct Places {
    QTemporaryDir root;
    QDir dir{root.path()};

    Places()
    {
        for (const QString& name : {u"centre/files"_s, u"server"_s, u"beside/deep"_s})
            dir.mkpath(name);
        put(u"centre/sanad.db"_s, "SQLite format 3");
        keepOutputsOutOf(at(u"server"_s));
    }
    QString at(const QString& name) const { return dir.filePath(name); }
    void put(const QString& name, const QByteArray& bytes) const
    {
        QFile file(at(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void link(const QString& to, const QString& name) const { REQUIRE(QFile::link(to, at(name))); }
};

QString keyOf(const Result<>& answer)
{
    return answer ? QString() : answer.error().key;
}

} // namespace

TEST_CASE("Nothing that a person names is written into the data, however the path is spelled", "[storage]")
{
    const Places places;
    const QString here = QDir::currentPath();
    for (const QString& folder : {u"centre"_s, u"server"_s}) {
        const QString data = places.at(folder);
        places.link(data, u"link-"_s + folder);
        places.link(data + u"/report.pdf"_s, u"dangling-"_s + folder); // nothing is there yet
        places.link(u"../"_s + folder, u"beside/relative-"_s + folder);
        QStringList paths{data, data + u'/', data + u"/sanad.db"_s, data + u"/new.pdf"_s,
            data + u"/no/such/folder/new.pdf"_s, places.at(u"beside/../"_s) + folder + u"/x"_s,
            places.at(u"link-"_s) + folder + u"/x"_s, places.at(u"link-"_s) + folder,
            places.at(u"dangling-"_s) + folder, places.at(u"beside/relative-"_s) + folder + u"/x"_s,
            places.at(u"beside//deep/.././../"_s) + folder + u"//x"_s,
            QDir(here).relativeFilePath(data + u"/x"_s)};
        for (const QString& path : paths) {
            CAPTURE(path.toStdString());
            CHECK(keyOf(mayWriteTo(path)) == u"storage.output-in-data"_s);
            CHECK(keyOf(mayWriteInto(path)) == u"storage.output-in-data"_s);
        }
    }
    // What `..` is counted from is where the link leads.
    places.link(places.at(u"centre/files"_s), u"beside/files"_s);
    CHECK(keyOf(mayWriteTo(places.at(u"beside/files/../sanad.db"_s))) == u"storage.output-in-data"_s);
    CHECK(leadsInto(places.at(u"beside/files"_s), places.at(u"centre"_s)));
    CHECK_FALSE(leadsInto(places.at(u"centre-2"_s), places.at(u"centre"_s)));

    for (const QString& path : {u"beside/report.pdf"_s, u"beside/deep/new/folder/report.pdf"_s,
             u"centre-2/x"_s, u"centre.pdf"_s, u"centre/../report.pdf"_s}) {
        CAPTURE(path.toStdString());
        CHECK(keyOf(mayWriteTo(places.at(path))) == QString());
        CHECK(keyOf(mayWriteInto(places.at(path))) == QString());
    }
}

TEST_CASE("Nothing is written over a database, a backup, a key or a list that the desk needs", "[storage]")
{
    const Places places;
    const std::pair<QString, QByteArray> kept[] = {{u"notes.txt"_s, "SQLite format 3"},
        {u"b1"_s, "SANADBK\x01rest"}, {u"paper.pdf"_s, "SANADBX1rest"},
        {u"k.pem"_s, "-----BEGIN PRIVATE KEY-----"}, {u"list"_s, "SANADERASURES1\n"},
        {u"sanad-heads.json"_s, "{}"}, {u"old.sanadbackup"_s, "x"}, {u"erasures.list"_s, "x"},
        {u"other.db"_s, ""}};
    for (const auto& [name, bytes] : kept) {
        CAPTURE(name.toStdString());
        places.put(u"beside/"_s + name, bytes);
        places.link(places.at(u"beside/"_s + name), u"beside/link-"_s + name);
        CHECK(keyOf(mayWriteTo(places.at(u"beside/"_s + name))) == u"storage.output-over-kept"_s);
        CHECK(keyOf(mayWriteTo(places.at(u"beside/link-"_s + name))) == u"storage.output-over-kept"_s);
    }
    // Where the desk will look for it, also before it is there.
    CHECK(keyOf(mayWriteTo(places.at(u"sanad-heads.json"_s))) == u"storage.output-over-kept"_s);
    places.put(u"beside/report.pdf"_s, "%PDF-1.4");
    CHECK(keyOf(mayWriteTo(places.at(u"beside/report.pdf"_s))) == QString());
    CHECK(keyOf(mayWriteTo(u"/dev/null"_s)) == QString());
}

TEST_CASE("A link that waits in a folder of outputs is not followed", "[storage]")
{
    const Places places;
    places.put(u"beside/letter.pdf"_s, "%PDF-1.4");
    places.link(places.at(u"beside/letter.pdf"_s), u"beside/deep/C1-000001.pdf"_s);
    places.link(places.at(u"beside/none-yet.pdf"_s), u"beside/deep/C1-000002.pdf"_s);
    places.put(u"beside/deep/C1-000003.pdf"_s, "%PDF-1.4");
    places.link(places.at(u"beside/deep"_s), u"named"_s); // the folder itself is what the person chose
    for (const QString& folder : {u"beside/deep"_s, u"named"_s}) {
        const auto put = [&](const QString& name) { return keyOf(mayPutInto(places.at(folder), name)); };
        CHECK(put(u"C1-000001.pdf"_s) == u"storage.output-link"_s);
        CHECK(put(u"C1-000002.pdf"_s) == u"storage.output-link"_s);
        CHECK(put(u"C1-000003.pdf"_s) == QString());
        CHECK(put(u"C1-000004.pdf"_s) == QString());
    }
}
