#include "core/storage/append_only.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

AppendOnlyTrigger sqliteTrigger(
    const QString& table, const QString& suffix, const QString& event, const QString& when)
{
    const QString name = table + suffix;
    return {name,
        u"CREATE TRIGGER %1 BEFORE %2 ON %3 %4 BEGIN SELECT RAISE(ABORT, 'append-only %3'); END"_s.arg(
            name, event, table, when)};
}

AppendOnlyTrigger serverTrigger(
    const QString& table, const QString& suffix, const QString& event, const QString& each)
{
    const QString name = table + suffix;
    return {name,
        u"CREATE TRIGGER %1 BEFORE %2 ON %3 FOR EACH %4 EXECUTE FUNCTION refuse_change()"_s.arg(
            name, event, table, each)};
}

} // namespace

std::vector<AppendOnlyTrigger> appendOnlyTriggers(const QString& table, bool onServer)
{
    if (onServer)
        return {serverTrigger(table, u"_no_change"_s, u"DELETE OR UPDATE"_s, u"ROW"_s),
            serverTrigger(table, u"_no_truncate"_s, u"TRUNCATE"_s, u"STATEMENT"_s)};
    return {sqliteTrigger(table, u"_no_update"_s, u"UPDATE"_s, {}),
        sqliteTrigger(table, u"_no_delete"_s, u"DELETE"_s, {}),
        // REPLACE deletes without the delete trigger where recursive_triggers is off, as in a plain shell.
        sqliteTrigger(table, u"_no_replace"_s, u"INSERT"_s,
            u"WHEN EXISTS (SELECT 1 FROM %1 WHERE id = NEW.id)"_s.arg(table))};
}

QString appendOnlyRefusal()
{
    return u" BEGIN RAISE EXCEPTION 'append-only %', TG_TABLE_NAME; END "_s;
}

} // namespace sanad
