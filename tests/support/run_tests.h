#pragma once

/// Runs every test case of the program and returns its exit code. The program's own main() makes the
/// application object first.
int runTests(int argc, char* argv[]);
