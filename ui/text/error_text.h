#pragma once

#include "core/base/error.h"
#include "ui/text/language.h"

namespace sanad {

/// What a person reads of an Error; each part is a whole sentence or empty.
struct ErrorText {
    QString happened;
    QString kept; ///< What of the person's work is safe; empty where nothing was at stake.
    QString todo;
    QString code; ///< To copy and to ask about: the error's key.

    /// The three sentences as one paragraph.
    QString sentence() const;
    bool operator==(const ErrorText&) const = default;
};

/// The sentences of `resources/errors`, with the error's arguments set in as isolates where the text around
/// them runs the other way, and a permission by its name. `{1|second|seconds}` is the plural form that goes
/// with the first argument (English two, Arabic six). A key without sentences (our bug; tools/check-errors
/// finds it) gets general ones.
ErrorText errorText(const Error& error, Language language);
/// The same for the command line: where the remedy names keys of a screen, or what is kept a field, it has
/// words of its own.
ErrorText commandErrorText(const Error& error, Language language);

/// True when `key` has sentences in both languages.
bool hasErrorText(const QString& key);

} // namespace sanad
