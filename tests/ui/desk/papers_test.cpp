#include "core/documents/document_service.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/documents/documents_presenter.h"
#include "ui/documents/paper_dialog.h"
#include "ui/documents/paper_picture.h"
#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QImageWriter>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QtEndian>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

const QByteArray kPdf =
    "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    "2 0 obj <</Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";

QByteArray pictureBytes(const QSize& size)
{
    QImage image(size, QImage::Format_Mono);
    image.fill(1);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, "PNG"));
    return bytes;
}

QByteArray photoBytes(const QSize& size, bool progressive = false)
{
    QImage image(size, QImage::Format_Grayscale8);
    image.fill(128);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    QImageWriter writer(&buffer, "JPEG");
    writer.setProgressiveScanWrite(progressive);
    REQUIRE(writer.write(image));
    return bytes;
}

/// The time of the processor that it takes to show a picture, or to refuse it.
std::clock_t decodingWork(const QByteArray& bytes, MediaType type, bool shown)
{
    const std::clock_t begun = std::clock();
    CHECK(paperPicture(bytes, type).image.isNull() != shown);
    return std::clock() - begun;
}

/// CRC-32, as PNG has it.
quint32 checkSum(const QByteArray& bytes)
{
    quint32 sum = ~0u;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ (sum & 1 ? 0xEDB88320u : 0u);
    }
    return ~sum;
}

/// To the papers of a service that asks for some.
void walkToPapers(DeskDriver& driver)
{
    driver.signIn();
    driver.press(Qt::Key_Insert);
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_F2);
    driver.press(Qt::Key_Return);
    driver.type(driver.knownCivilNumber());
    driver.press(Qt::Key_Return);
    driver.type(u"ROP-VEH-TRANSFER"_s);
    driver.press(Qt::Key_Return);
    driver.fillForm();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Documents);
}

/// Answers the next question for a file with `path`.
void chooseFile(const QString& path)
{
    QTimer::singleShot(0, qApp, [path] {
        for (int tries = 0; tries < 100; ++tries) {
            for (auto* widget : QApplication::topLevelWidgets()) {
                auto* dialog = qobject_cast<QFileDialog*>(widget);
                if (!dialog || !dialog->isVisible()) continue;
                dialog->setDirectory(QFileInfo(path).path());
                dialog->selectFile(QFileInfo(path).fileName());
                QMetaObject::invokeMethod(dialog, "accept");
                return;
            }
            QTest::qWait(20);
        }
    });
}

QString fileWith(const QTemporaryDir& folder, const QString& name, const QByteArray& content)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

/// Keeps a scan of the paper in hand, by keys; `expiry` as it is typed.
void keepScan(DeskDriver& driver, const QString& path, const QString& expiry)
{
    chooseFile(path);
    driver.press(Qt::Key_F6);
    if (!expiry.isEmpty()) driver.type(expiry);
    driver.press(Qt::Key_Return);
    // Nobody gives the keys back to the window where there is no window manager.
    if (!QApplication::activeModalWidget()) driver.window().activateWindow();
    driver.settle();
}

std::vector<DocumentFile> keptFiles(DeskDriver& driver)
{
    std::vector<DocumentFile> files;
    const auto list =
        driver.onDatabase([id = driver.visit().work()->draft.id, by = driver.desk().session().actor()](
                              Database& db) { return DocumentService(db).checklist(id, by); });
    for (const auto& item : list)
        files.insert(files.end(), item.files.begin(), item.files.end());
    return files;
}

int audited(DeskDriver& driver, const char* act)
{
    return driver.onDatabase([act](Database& db) {
        return db.read([act](Tx& tx) -> Result<int> {
            auto query = tx.query("SELECT count(*) FROM audit_line WHERE act = :act");
            query.bind(":act", QString::fromLatin1(act)).run();
            return query.next() ? query.int32(0) : 0;
        });
    });
}

PaperDialog* shownPaper()
{
    return qobject_cast<PaperDialog*>(QApplication::activeModalWidget());
}

} // namespace

TEST_CASE("A paper is kept with the day that it expires on, and without one where none is printed", "[desk]")
{
    DeskDriver driver;
    walkToPapers(driver);
    const QTemporaryDir folder;
    const QString path = fileWith(folder, u"scan.png"_s, pictureBytes({200, 100}));
    SECTION("given")
    {
        keepScan(driver, path, u"1/3/2199"_s);
        REQUIRE(keptFiles(driver).size() == 1);
        CHECK(keptFiles(driver).front().expiry == QDate(2199, 3, 1));
    }
    SECTION("none")
    {
        keepScan(driver, path, {});
        REQUIRE(keptFiles(driver).size() == 1);
        CHECK_FALSE(keptFiles(driver).front().expiry.isValid());
    }
    SECTION("what is no date is asked for again, and Esc keeps nothing")
    {
        keepScan(driver, path, u"31/2"_s);
        CHECK(keptFiles(driver).empty());
        driver.press(Qt::Key_Escape);
        CHECK(keptFiles(driver).empty());
    }
    SECTION("a day that is over is confirmed once more")
    {
        keepScan(driver, path, u"1/3/2020"_s);
        CHECK(keptFiles(driver).empty());
        driver.press(Qt::Key_Return);
        REQUIRE(keptFiles(driver).size() == 1);
        CHECK(keptFiles(driver).front().expiry == QDate(2020, 3, 1));
        const auto* list = driver.window().currentPage()->findChild<DataTable*>();
        CHECK(list->model()->index(0, 4).data().toString().contains(u"01/03/2020"_s));
    }
}

TEST_CASE("Enter shows a kept scan within the program, and the look is recorded", "[desk]")
{
    DeskDriver driver;
    walkToPapers(driver);
    const QTemporaryDir folder;
    keepScan(driver, fileWith(folder, u"scan.png"_s, pictureBytes({200, 100})), {});
    REQUIRE(keptFiles(driver).size() == 1);
    driver.press(Qt::Key_Return);
    auto* dialog = shownPaper();
    REQUIRE(dialog);
    bool drawn = false;
    for (const auto* label : dialog->findChildren<QLabel*>())
        drawn = drawn || !label->pixmap().isNull();
    CHECK(drawn);
    CHECK(audited(driver, "document.opened") == 1);
    driver.press(Qt::Key_Escape);
    CHECK_FALSE(shownPaper());
    CHECK(driver.visit().step() == Step::Documents);
}

TEST_CASE("Of a PDF the facts are shown; a plain copy needs a second person and is recorded", "[desk]")
{
    DeskDriver driver;
    walkToPapers(driver);
    const QTemporaryDir folder;
    keepScan(driver, fileWith(folder, u"scan.pdf"_s, kPdf), {});
    driver.press(Qt::Key_Return);
    REQUIRE(shownPaper());
    bool told = false;
    for (const auto* label : shownPaper()->findChildren<QLabel*>())
        told = told || label->accessibleName().contains(u"PDF"_s);
    CHECK(told);
    const QString copy = folder.filePath(u"copy.pdf"_s);
    chooseFile(copy);
    driver.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(QFile::exists(copy));
    driver.type(u"customer asks"_s);
    driver.press(Qt::Key_Return);
    driver.type(u"111111"_s);
    driver.press(Qt::Key_Return);
    QFile file(copy);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == kPdf);
    CHECK(audited(driver, "document.copied") == 1);
}

TEST_CASE("Delete removes a kept scan once it is confirmed, and the paper stays seen", "[desk]")
{
    DeskDriver driver;
    walkToPapers(driver);
    const QTemporaryDir folder;
    keepScan(driver, fileWith(folder, u"scan.pdf"_s, kPdf), {});
    const QString code = keptFiles(driver).front().code;
    driver.press(Qt::Key_Delete);
    SECTION("Enter stands on going back")
    {
        driver.press(Qt::Key_Return);
        CHECK(keptFiles(driver).size() == 1);
        CHECK(driver.visit().work()->draft.documents.value(code) == DocumentState::Scanned);
    }
    SECTION("confirmed")
    {
        driver.press(Qt::Key_Tab);
        driver.press(Qt::Key_Space);
        CHECK(keptFiles(driver).empty());
        CHECK(driver.visit().work()->draft.documents.value(code) == DocumentState::Seen);
        CHECK(audited(driver, "document.removed") == 1);
    }
}

TEST_CASE("An answer about the papers of work that was left meanwhile is dropped", "[desk]")
{
    DeskDriver driver;
    walkToPapers(driver);
    const QTemporaryDir folder;
    keepScan(driver, fileWith(folder, u"scan.pdf"_s, kPdf), {});
    DocumentsPresenter papers(driver.desk().tasks(), driver.desk().session(), driver.visit());
    int loaded = 0;
    QObject::connect(&papers, &DocumentsPresenter::loaded, &papers, [&loaded] { ++loaded; });
    const auto withFiles = [&] {
        return std::count_if(papers.items().begin(), papers.items().end(),
            [](const ChecklistItem& item) { return !item.files.empty(); });
    };
    papers.load();
    driver.settle();
    CHECK(loaded == 2); // at once, and with the kept files
    CHECK(withFiles() == 1);

    driver.visit().begin(u"ROP-VEH-RENEW"_s); // answered before what is asked next
    papers.load();
    driver.settle();
    CHECK(driver.visit().work()->service.code == u"ROP-VEH-RENEW"_s);
    CHECK(loaded == 3);
    CHECK(withFiles() == 0);
}

TEST_CASE("A picture that is too large is refused by what its header says, before it is decoded", "[desk]")
{
    // Of the kind that Qt itself decodes at any size, as it makes it smaller on the way.
    const QByteArray ordinary = photoBytes({3000, 3000}), large = photoBytes({11'000, 9'500});
    decodingWork(ordinary, MediaType::Jpeg, true); // the decoder is loaded
    CHECK(decodingWork(large, MediaType::Jpeg, false) < decodingWork(ordinary, MediaType::Jpeg, true));
}

TEST_CASE("What a small picture unpacks to besides its image is not unpacked", "[desk]")
{
    constexpr int kTexts = 100, kUnpacked = 7'900'000, kLengthOfQt = 4;
    const QByteArray packed =
        "key" + QByteArray(2, '\0') + qCompress(QByteArray(kUnpacked, ' '), 9).mid(kLengthOfQt);
    QByteArray length(4, '\0'), sum(4, '\0');
    qToBigEndian(static_cast<quint32>(packed.size()), length.data());
    qToBigEndian(checkSum("zTXt" + packed), sum.data());
    QByteArray picture = pictureBytes({200, 100});
    constexpr qsizetype kBehindHeader = 8 + 25;
    picture.insert(kBehindHeader, (length + "zTXt" + packed + sum).repeated(kTexts));
    const QByteArray ordinary = photoBytes({3000, 3000});
    decodingWork(ordinary, MediaType::Jpeg, true);
    CHECK(decodingWork(picture, MediaType::Png, true) < decodingWork(ordinary, MediaType::Jpeg, true));
}

TEST_CASE("A picture that goes over its pixels again and again is refused before it is decoded", "[desk]")
{
    const QByteArray once = photoBytes({3000, 3000}, true);
    const qsizetype last = once.lastIndexOf("\xFF\xDA");
    REQUIRE(last > 0);
    QByteArray often = once;
    often.insert(last, once.sliced(last, once.size() - last - 2).repeated(200));
    decodingWork(once, MediaType::Jpeg, true);
    CHECK(decodingWork(often, MediaType::Jpeg, false) < decodingWork(once, MediaType::Jpeg, true));
}

TEST_CASE("A page of A4 at six hundred dots an inch is shown", "[desk]")
{
    CHECK(paperPicture(pictureBytes({4960, 7016}), MediaType::Png).image.height() == kMostSide);
}

TEST_CASE("A picture is decoded within limits, and a PDF tells its pages where it can", "[desk]")
{
    CHECK(paperPicture(pictureBytes({200, 100}), MediaType::Png).image.size() == QSize(200, 100));
    CHECK(paperPicture(pictureBytes({6000, 300}), MediaType::Png).image.size() == QSize(4000, 200));
    CHECK(paperPicture("\x89PNG\r\n\x1A\nnothing", MediaType::Png).image.isNull());
    CHECK(paperPicture(pictureBytes({12'000, 9'000}), MediaType::Png).image.isNull());
    CHECK(paperPicture(kPdf, MediaType::Pdf).pages == 3);
    CHECK_FALSE(paperPicture("%PDF-1.7 packed", MediaType::Pdf).pages);
    CHECK_FALSE(paperPicture("%PDF-1.7 <</Type /Pages /Count 99999999999>>", MediaType::Pdf).pages);
}
