#include "app/ctl/words.h"

#include <CLI/CLI.hpp>

#include <set>

namespace sanad::ctl {

namespace {

/// The options for which an empty text says something.
std::set<const CLI::Option*>& takers()
{
    static std::set<const CLI::Option*> all;
    return all;
}

} // namespace

bool takesEmptyText(const CLI::Option& option)
{
    return takers().contains(&option);
}

Choice Choice::required()
{
    m_option->required();
    return *this;
}

Choice Choice::oneOf(std::vector<std::string> values)
{
    m_option->check(CLI::IsMember(std::move(values)));
    return *this;
}

Choice Choice::between(std::int64_t least, std::int64_t most)
{
    m_option->check(CLI::Range(least, most));
    return *this;
}

Choice Choice::notNegative()
{
    m_option->check(CLI::NonNegativeNumber);
    return *this;
}

Choice Choice::separatedBy(char separator)
{
    m_option->delimiter(separator);
    return *this;
}

Words Words::noun(const std::string& name, const std::string& help) const
{
    return Words(m_app->add_subcommand(name, help)->require_subcommand(1)->fallthrough());
}

Words Words::verb(const std::string& name, const std::string& help, std::function<void()> chosen) const
{
    CLI::App* command = m_app->add_subcommand(name, help)->fallthrough();
    command->callback(std::move(chosen));
    return Words(command);
}

Choice Words::option(const std::string& name, std::string& target, const std::string& help) const
{
    return Choice(m_app->add_option(name, target, help));
}

Choice Words::option(const std::string& name, int& target, const std::string& help) const
{
    return Choice(m_app->add_option(name, target, help));
}

Choice Words::option(const std::string& name, std::int64_t& target, const std::string& help) const
{
    return Choice(m_app->add_option(name, target, help));
}

Choice Words::option(const std::string& name, std::uint64_t& target, const std::string& help) const
{
    return Choice(m_app->add_option(name, target, help));
}

Choice Words::option(const std::string& name, std::vector<std::string>& target, const std::string& help) const
{
    return Choice(m_app->add_option(name, target, help));
}

Choice Words::option(
    const std::string& name, std::optional<std::string>& target, const std::string& help) const
{
    // By hand: to the parser an empty text is none.
    const auto take = [&target](const std::string& text) { target = text; };
    CLI::Option* option = m_app->add_option_function<std::string>(name, take, help);
    takers().insert(option);
    return Choice(option);
}

Choice Words::flag(const std::string& name, bool& target, const std::string& help) const
{
    return Choice(m_app->add_flag(name, target, help));
}

} // namespace sanad::ctl
