#include "core/storage/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Where the quoted text, comment or cast that starts at `at` ends; `at` itself when none starts there.
qsizetype skipOpaque(QStringView sql, qsizetype at)
{
    const QChar c = sql[at];
    if (c == u'\'' || c == u'"') {
        const auto end = sql.indexOf(c, at + 1);
        return end < 0 ? sql.size() : end + 1;
    }
    if (sql.mid(at, 2) == u"--") {
        const auto end = sql.indexOf(u'\n', at);
        return end < 0 ? sql.size() : end;
    }
    return sql.mid(at, 2) == u"::" ? at + 2 : at;
}

} // namespace

QString positionalSql(QStringView sql, std::vector<Statement::Name>& names)
{
    QString out;
    out.reserve(sql.size());
    int position = 0;
    for (qsizetype at = 0; at < sql.size();) {
        if (const auto end = skipOpaque(sql, at); end != at) {
            out += sql.mid(at, end - at);
            at = end;
            continue;
        }
        if (sql[at] != u':' || at + 1 == sql.size() || !isNameCharacter(sql[at + 1])) {
            out += sql[at++];
            continue;
        }
        auto end = at + 1;
        while (end < sql.size() && isNameCharacter(sql[end]))
            ++end;
        const std::string name = sql.mid(at + 1, end - at - 1).toString().toStdString();
        auto known = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.name == name; });
        if (known == names.end()) known = names.insert(names.end(), {name, {}, false});
        known->positions.push_back(position++);
        out += u'?';
        at = end;
    }
    return out;
}

const Statement::Name& Statement::take(std::string_view name)
{
    for (std::size_t tried = 0; tried < names.size(); ++tried) {
        Name& candidate = names[lastBound];
        lastBound = lastBound + 1 == names.size() ? 0 : lastBound + 1;
        if (candidate.name != name) continue;
        candidate.bound = true;
        return candidate;
    }
    throw DbError({ErrorCode::Internal, u"storage.failed"_s, {},
        u"no placeholder %1"_s.arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())))});
}

void Statement::forgetBound()
{
    lastBound = 0;
    for (Name& name : names)
        name.bound = false;
}

Statement& StatementCache::takeFrom(Twins& twins, const QString& sql)
{
    for (auto& twin : twins)
        if (!twin->inUse) return *twin;
    auto fresh = std::make_unique<Statement>();
    const QString text = positionalSql(sql, fresh->names);
    fresh->prepared = m_kind == engine::Kind::Sqlite ? sqliteStatement(m_connection, text)
                                                     : serverStatement(m_connection, text);
    ++m_prepared;
    twins.push_back(std::move(fresh));
    return *twins.back();
}

Statement& StatementCache::take(const char* literal)
{
    auto& twins = m_byLiteral[literal];
    for (auto& twin : twins)
        if (!twin->inUse) return *twin;
    return takeFrom(twins, QString::fromUtf8(literal));
}

Statement& StatementCache::take(const QString& sql)
{
    return takeFrom(m_byText[sql], sql);
}

} // namespace sanad
