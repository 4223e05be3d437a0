#pragma once

#include "app/application.h"

#include <QDir>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <functional>

namespace sanad {

/// Plays a clerk's morning on a demonstration centre through the real windows, with the keys that a clerk
/// presses, and leaves pictures of every page and the papers of the day in a folder. Ends the program:
/// 0 when everything was reached, 1 when something was refused.
class Morning : public QObject {
    Q_OBJECT

public:
    Morning(Application& desk, const QString& folder);

    void play();

private:
    void signIn();
    /// Hands the desk over with a PIN: reports are the owner's.
    void handOver();
    /// One visit by the keys of the golden path; pictures of each step with `pictures`.
    void visit(const QString& customer, const QString& service, bool pictures);
    void newCustomer();
    void changeCustomer();
    void mergeCustomers();
    void holdAndResume();
    void everyPage();
    /// What is seen before somebody signs in.
    void beforeSignIn();
    /// A folder without a centre: its first page.
    void playEmpty();
    /// A scan kept of a paper of the work at hand, and its windows.
    void keptScan();
    void anotherPrice();
    void approval();
    /// What the desk knows of a customer who was here, and the consent.
    void oneCustomer(const QString& number);
    /// The portal sends the transaction back, which is corrected.
    void sentBack(TransactionId id);
    void end();
    /// Fails for pages of ui/ that are in no picture.
    void expectEveryPage(bool ofEmptyFolder);
    /// pages.json in the folder: the names of the pictures of each page.
    void listPages();
    void papers(const Receipt& receipt);

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    void fillForm();
    /// Waits until the database has answered and the windows have painted.
    void settle(int milliseconds = 60);
    /// In both languages and both schemes, when `front` is in front: a page by its name, or a panel by its
    /// class. With anything else there the way is lost: the run fails and no key is pressed any more.
    void picture(const QString& front, const QString& name);
    bool isInFront(const QString& front) const;
    void pictureOf(const QString& page, const QString& name);
    /// Of a window that `open` brings up over the desk, which is closed again.
    void dialogPicture(const QString& name, const std::function<void()>& open);
    /// Calls `take` in every language and scheme, with the end of the file's name.
    void everyLook(const std::function<void(const QString&)>& take);
    QString fileOf(const QString& name, const QString& look) const;
    QString numbered(const QString& name) const;
    void expect(bool reached, const QString& what);
    QStringList customersToServe();

    Application& m_desk;
    QDir m_folder;
    QMap<QString, QStringList> m_seen; ///< Names of the pictures of each page's class.
    TransactionId m_paid; ///< Of the visit in pictures.
    int m_pictures = 0;
    int m_missed = 0;
    bool m_lost = false;
};

} // namespace sanad
