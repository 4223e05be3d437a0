#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

namespace sanad::bench {

/// What clerks type, by kind, each text as it grows letter by letter.
struct QuestionKind {
    QString name;
    double goal = 0; ///< Milliseconds.
    QStringList questions;
};

/// Of the names and numbers of synthetic customers.
std::vector<QuestionKind> kindsOfQuestions();

/// The 99th of a hundred questions in milliseconds, each taken as the middle of its rounds.
struct SearchTimes {
    double wall = 0, cpu = 0;
};
SearchTimes searchP99(Database& db, const Actor& by, const QuestionKind& kind);

/// A database with that many synthetic customers, if it has none yet.
void fillWithCustomers(Database& db, qint64 count, const Actor& by);

} // namespace sanad::bench
