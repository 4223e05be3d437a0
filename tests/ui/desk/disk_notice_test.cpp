#include "core/backup/backup_service.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/text/error_text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr qint64 kMegabyte = 1024 * 1024;
constexpr int kPatience = 20'000; // milliseconds

/// Some banner on the window says this.
bool says(DeskDriver& driver, const QString& words)
{
    const auto banners = driver.window().findChildren<Banner*>();
    return std::any_of(banners.begin(), banners.end(),
        [&](const Banner* banner) { return banner->isVisible() && banner->text().contains(words); });
}

bool labelSays(QWidget* page, const QString& words)
{
    const auto labels = page->findChildren<Label*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const Label* label) { return label->isVisible() && label->plainText().contains(words); });
}

} // namespace

TEST_CASE("A disk that runs low is said on every page in both languages, until there is room again", "[desk]")
{
    DeskDriver driver;
    const auto arabic = u"بقي"_s, english = u"MB are left"_s;
    CHECK_FALSE(says(driver, arabic));
    driver.setFreeBytes(60 * kMegabyte);
    driver.restart();
    // Before anybody signs in.
    REQUIRE(QTest::qWaitFor(
        [&] {
            return says(driver,
                u"\u2066"
                u"60\u2069"_s);
        },
        kPatience));
    CHECK(says(driver, arabic));
    driver.signInOwner();
    for (const auto* page : {"serve", "customers", "cash", "backups", "settings"}) {
        driver.window().open(QString::fromLatin1(page));
        driver.settle();
        INFO(page);
        CHECK(says(driver, arabic));
    }
    driver.desk().setLanguage(Language::English);
    driver.settle();
    CHECK(says(driver, english));
    CHECK_FALSE(says(driver, arabic));
    driver.desk().setLanguage(Language::Arabic);

    driver.setFreeBytes(500 * 1024 * kMegabyte);
    driver.press(Qt::Key_L, Qt::ControlModifier); // the desk looks with each sign-in and lock
    CHECK(QTest::qWaitFor([&] { return !says(driver, arabic); }, kPatience));
}

TEST_CASE("Backups that go to the disk of the data are said on their page as long as it is so", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    const QString sentence =
        errorText({ErrorCode::Unreachable, u"backup.same-disk"_s, {}, {}}, Language::Arabic).sentence();
    driver.window().open(u"backups"_s);
    driver.settle();
    CHECK_FALSE(labelSays(driver.window().currentPage(), sentence));
    QTemporaryDir elsewhere;
    driver.onDatabase([folder = elsewhere.path(), by = driver.desk().session().actor()](
                          Database& db) { return BackupService(db).setFolder(folder, by); });
    driver.restart();
    driver.signInOwner();
    driver.window().open(u"backups"_s);
    CHECK(QTest::qWaitFor([&] { return labelSays(driver.window().currentPage(), sentence); }, kPatience));
    CHECK_FALSE(says(driver, sentence));
}

TEST_CASE(
    "A backup that will not fit is refused at the desk before a byte of it is written", "[desk][backup]")
{
    DeskDriver driver;
    const QTemporaryDir stick;
    driver.setFreeBytes(kMegabyte);
    driver.signInOwner();
    driver.onDatabase([folder = stick.path(), by = driver.desk().session().actor()](
                          Database& db) { return BackupService(db).setFolder(folder, by); });
    driver.window().open(u"backups"_s);
    driver.settle();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    const QString sentence = errorText(
        {ErrorCode::Unreachable, u"backup.no-room"_s, {stick.path(), u"0"_s, u"1"_s}, {}}, Language::Arabic)
                                 .sentence();
    const QString words = sentence.left(sentence.indexOf(stick.path()) - 1);
    REQUIRE(words.size() > 5);
    CHECK(QTest::qWaitFor([&] { return says(driver, words); }, kPatience));
    CHECK(QDir(stick.path()).entryList(QDir::Files).filter(kBackupSuffix).isEmpty());
}
