#pragma once

#include "tests/core/desk_fixture/desk.h"
#include "ui/assisted/assisted_page.h"

namespace sanad::test {

/// The page of an agency's site at a counter: the demonstration catalogue, one customer, a draft of `service`
/// whose papers were seen, and the real connector program, or none.
class AssistedCounter {
    struct Sync;
    Tasks m_tasks;
    Session m_session;
    std::shared_ptr<Sync> m_sync; ///< Its content is touched on the database thread only.

public:
    enum class Connector { Real, None };

    explicit AssistedCounter(
        Connector connector = Connector::Real, const QString& service = QStringLiteral("ROP-VEH-RENEW"));
    ~AssistedCounter();

    CurrentVisit visit;
    AssistedPresenter presenter;
    AssistedPage page;
    std::vector<AssistedFault> faults; ///< As told last.
    std::optional<Error> error; ///< As told last.
    int told = 0; ///< How often faults were told.

    /// Until `reached` holds; the test fails when it never does.
    void until(const std::function<bool()>& reached);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// Goes on, and waits until that led to the fees or to faults.
    void finish();
    /// The draft as it is kept.
    Draft kept();
};

} // namespace sanad::test
