#pragma once

namespace sanad {

/// Keeps what this process knows out of core dumps and from other processes of the same user, where the
/// system allows it. Call it first in main() of every program that opens a vault or is given credentials.
void guardProcessMemory();

/// A file that grows to the limit of its size (`ulimit -f`) fails to be written, as on a full disk, instead
/// of ending the process. Call it first in main() of every program that writes files.
void failAtFileSizeLimit();

/// Overwrites a word of main()'s arguments where it stands, so that the list of processes shows it no longer:
/// until then everybody on the machine could read it. Windows keeps a copy of its own, which stays.
void hideArgument(char* word);

} // namespace sanad
