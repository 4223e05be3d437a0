#pragma once

#include "app/application.h"

#include <QDir>
#include <QObject>

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
    void holdAndResume();
    void everyPage();
    void papers(const Receipt& receipt);
    void changeCustomer();

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    void fillForm();
    /// Waits until the database has answered and the windows have painted.
    void settle(int milliseconds = 60);
    /// In both languages and both schemes.
    void picture(const QString& name);
    void expect(bool reached, const QString& what);
    QStringList customersToServe();

    Application& m_desk;
    QDir m_folder;
    int m_pictures = 0;
    int m_missed = 0;
};

} // namespace sanad
