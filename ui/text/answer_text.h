#pragma once

#include "core/forms/form_layout.h"
#include "ui/text/language.h"

namespace sanad {

/// An answer as a person reads it: a choice by its words, an amount in rials, a date as dateText().
QString answerText(const FormField& field, const QJsonValue& answer, Language language);

/// The rows of a table, one line each: the answers of its columns, without empty ones.
QStringList answerRows(const FormField& table, const QJsonArray& rows, Language language);

/// True for what nobody answered.
bool isNoAnswer(const QJsonValue& answer);

} // namespace sanad
