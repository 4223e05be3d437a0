#pragma once

#include "core/base/actor.h"
#include "core/people/staff.h"
#include "core/settings/centre.h"
#include "core/storage/database.h"

#include <QJsonObject>

namespace sanad {

/// What an act on people changes and its audit line vouches for: a person, the permissions of a role, the
/// recovery code. Public columns only: needs no sign-in.
class PeopleRow {
public:
    static PeopleRow of(StaffId staff) { return PeopleRow("staff", staff.raw()); }
    static PeopleRow of(Role role) { return PeopleRow("role", static_cast<std::int64_t>(role)); }
    static PeopleRow recovery() { return PeopleRow("recovery", kBranch); }

    /// SHA-256 of what is stored, in hexadecimal digits; empty where there is nothing.
    QString digest(Tx& tx) const;
    /// The digest that the last act left; empty before any.
    QString vouched(Tx& tx) const;
    /// It is as the last act on it left it.
    bool isVouched(Tx& tx) const { return digest(tx) == vouched(tx); }

private:
    PeopleRow(const char* kind, std::int64_t id)
        : m_kind(kind)
        , m_id(id)
    {
    }

    const char* m_kind;
    std::int64_t m_id;
};

/// Stands around a change: its line says what was before and what is after, so that what was edited behind
/// the program's back stays visible for good, whoever acts on it next.
class PeopleChange {
public:
    PeopleChange(Tx& tx, PeopleRow row)
        : m_tx(tx)
        , m_row(row)
        , m_before(row.digest(tx))
    {
    }
    /// Writes the line. Call it once, after the change.
    void record(const Actor& by, const QString& act, std::int64_t subjectId, QJsonObject payload = {});

private:
    Tx& m_tx;
    PeopleRow m_row;
    QString m_before;
};

/// Whoever signs in or approves: their row, and what their role may do, are as the last acts left them.
/// Errors: Denied `people.row-differs` (arg: user).
Result<> refuseDifferent(Tx& tx, const Staff& staff);

/// `by` may change `row` although somebody edited it behind the program's back: only an owner who is vouched
/// for may, and not their own. Errors: Denied `people.row-differs` (arg: user).
Result<> mayOverrule(Tx& tx, PeopleRow row, const QString& name, const Actor& by);

} // namespace sanad
