#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace sanad::ctl {

/// An option or an argument of a verb. A value that it does not take is refused before the verb runs.
class Choice {
public:
    explicit Choice(CLI::Option* option)
        : m_option(option)
    {
    }
    Choice required();
    Choice oneOf(std::vector<std::string> values);
    /// `least` and `most` included.
    Choice between(std::int64_t least, std::int64_t most);
    Choice notNegative();
    /// One value that is many, e.g. `C1,C2`.
    Choice separatedBy(char separator);

private:
    CLI::Option* m_option;
};

/// The program, a noun or a verb of the command line; a handle that is copied. The parser behind it (CLI11)
/// is seen by words.cpp and main.cpp alone: it is all header, and compiling it anew for each noun took as
/// long as all the rest. `target` is written when the line is parsed and outlives it. `name` is `--long`,
/// `-s,--long`, or the bare name of an argument.
class Words {
public:
    explicit Words(CLI::App* app)
        : m_app(app)
    {
    }
    Words noun(const std::string& name, const std::string& help) const;
    Words verb(const std::string& name, const std::string& help, std::function<void()> chosen) const;

    Choice option(const std::string& name, std::string& target, const std::string& help) const;
    Choice option(const std::string& name, int& target, const std::string& help) const;
    Choice option(const std::string& name, std::int64_t& target, const std::string& help) const;
    Choice option(const std::string& name, std::uint64_t& target, const std::string& help) const;
    Choice option(const std::string& name, std::vector<std::string>& target, const std::string& help) const;
    /// None while it is not given; an empty text is one.
    Choice option(const std::string& name, std::optional<std::string>& target, const std::string& help) const;
    Choice flag(const std::string& name, bool& target, const std::string& help) const;

private:
    CLI::App* m_app;
};

/// Whether it was made by the option() above for which an empty text is one.
bool takesEmptyText(const CLI::Option& option);

} // namespace sanad::ctl
