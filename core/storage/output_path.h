#pragma once

#include "core/base/result.h"

#include <QString>

namespace sanad {

/// What may be written at a path that a person named: nothing within the data of a centre, and nothing over a
/// file that the desk cannot do without. Every writer of such a file asks here before it opens one; a path
/// is judged by where it leads (links, `..`, other spellings), not by how it is written.
///
/// Errors, all Invalid (arg: the path): `storage.output-in-data`; `storage.output-over-kept` where a
/// database, a backup, a sealed file, a key, the remembered heads or the list of erasures stands or belongs;
/// `storage.output-no-file` where a disk or a socket stands. A folder is left to the one who opens it to
/// tell.
Result<> mayWriteTo(const QString& path);
/// The same for a folder that files are to be put into, whether or not it is there. Errors: Invalid
/// `storage.output-in-data` (arg: the folder).
Result<> mayWriteInto(const QString& folder);
/// The same for a file in such a folder that a person named the folder of and not the file: a link that
/// waits there under its name was never meant. Errors: those of mayWriteTo(); Invalid `storage.output-link`
/// (arg: the path).
Result<> mayPutInto(const QString& folder, const QString& name);

/// From now on the folder counts as data. A folder with a database in it does so anyway; one that belongs to
/// data on a server has no other sign.
void keepOutputsOutOf(const QString& folder);

/// Whether the path leads into the folder, or is it.
bool leadsInto(const QString& path, const QString& folder);

} // namespace sanad
