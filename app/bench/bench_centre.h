#pragma once

#include "app/bench/bench.h"
#include "core/base/actor.h"
#include "core/storage/database.h"

namespace sanad::bench {

/// The value, or the end of the bench with the error's words.
template <class T> T must(Result<T> result)
{
    if (!result)
        qFatal("bench: %s %s", qUtf8Printable(result.error().key), qUtf8Printable(result.error().detail));
    return std::move(*result);
}

/// An empty centre in a folder called `name`, or what an earlier round left there (DataFolder), with its
/// owner signed in.
struct BenchCentre {
    DataFolder folder;
    std::unique_ptr<Database> db;
    Actor owner;

    /// In that database on a server, which is empty, if one is named.
    explicit BenchCentre(const QString& name, const QString& server = {});
    QString file() const { return folder.path() + QStringLiteral("/sanad.db"); }
};

} // namespace sanad::bench
