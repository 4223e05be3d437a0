#pragma once

#include "app/application.h"
#include "tests/support/test_support.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace sanad::test {

/// The real desk on a demonstration centre, worked by keys alone, as a clerk works it. Counts the keystrokes:
/// a chord is one; what goes into a form is counted apart.
class DeskDriver {
public:
    enum class Data { Demonstration, None };
    explicit DeskDriver(Data data = Data::Demonstration);
    ~DeskDriver();

    Application& desk() { return *m_desk; }
    CurrentVisit& visit() { return m_desk->visit(); }
    MainWindow& window() { return m_desk->window(); }
    /// Where its data is, or will be.
    QString folder() const { return m_folder.path(); }
    /// Where the desk saves reports and exports.
    QString papers() const { return m_papers.path(); }

    /// What its disks say is free from now on; plenty at first. Its folders are all on one disk.
    void setFreeBytes(qint64 bytes) { *m_freeBytes = bytes; }
    /// Ends the program without a word and starts it again on the same data.
    void restart();
    /// Signs the clerk of counter C1 in, with the password.
    void signIn();
    /// Signs the owner in, with the password.
    void signInOwner();
    /// The civil number of a citizen among the demonstration customers; eight digits.
    QString knownCivilNumber();
    /// One keystroke.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// A keystroke for each character.
    void type(const QString& text);
    /// Answers every empty required field of the form in front, with Enter between; counted as form data.
    void fillForm();
    /// Answers the page of an agency's site with its reference, unpaid, with Enter between; form data as
    /// well.
    void bringReference(const QString& reference);
    /// Until the database has answered everything.
    void settle();
    /// The window, or what of it, in both languages and themes, into the folder SANAD_PICTURES; nothing
    /// without.
    void takePictures(const QString& name, QWidget* of = nullptr);
    /// What happens behind the windows: runs `work(Database&)` and requires its success.
    template <class Work> auto onDatabase(Work work)
    {
        using R = std::invoke_result_t<Work, Database&>;
        std::optional<R> answer;
        m_desk->tasks().run(m_desk.get(), work, [&answer](const R& result) { answer = result; });
        settle();
        REQUIRE(answer);
        return must(std::move(*answer));
    }

    int keystrokes() const { return m_keystrokes; }
    void startCounting() { m_keystrokes = 0; }

private:
    void start();
    void signInAs(const QString& user);

    QTemporaryDir m_folder, m_papers;
    std::shared_ptr<std::atomic<qint64>> m_freeBytes; ///< Read on the thread that looks at the disks.
    std::unique_ptr<Application> m_desk;
    int m_keystrokes = 0;
};

} // namespace sanad::test
