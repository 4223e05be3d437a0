#pragma once

#include "app/ctl/frame.h"

#include <CLI/CLI.hpp>

namespace sanad::ctl {

/// Each adds its noun to the command line; the chosen verb sets frame.command.
void addCentreCommands(CLI::App& app, Frame& frame); ///< init, demo, verify
void addImportCommands(CLI::App& app, Frame& frame);
void addCustomerCommands(CLI::App& app, Frame& frame);
void addTicketCommands(CLI::App& app, Frame& frame);
void addServeCommand(CLI::App& app, Frame& frame);
void addReceiptCommands(CLI::App& app, Frame& frame);
void addTransactionCommands(CLI::App& app, Frame& frame);
void addShiftCommands(CLI::App& app, Frame& frame);
void addServerCommands(CLI::App& app, Frame& frame);
void addSupportCommands(CLI::App& app, Frame& frame);
void addAuditCommands(CLI::App& app, Frame& frame);
void addDayCommands(CLI::App& app, Frame& frame);
void addClockCommands(CLI::App& app, Frame& frame);
void addReportCommands(CLI::App& app, Frame& frame);
void addSyncCommands(CLI::App& app, Frame& frame);
void addPackCommands(CLI::App& app, Frame& frame);
void addFormCommands(CLI::App& app, Frame& frame);
void addBackupCommands(CLI::App& app, Frame& frame);
void addStaffCommands(CLI::App& app, Frame& frame); ///< staff, role, password, recover
void addPrivacyCommands(CLI::App& app, Frame& frame); ///< export, erase, privacy

/// A noun, which needs a verb.
CLI::App* noun(CLI::App& app, const std::string& name, const std::string& help);
/// A verb whose options are in `options`; `run` is called with them once all is parsed.
template <class Options, class Run>
CLI::App* verb(CLI::App& parent, Frame& frame, const std::string& name, const std::string& help,
    std::shared_ptr<Options> options, Run run)
{
    CLI::App* command = parent.add_subcommand(name, help)->fallthrough();
    command->callback(
        [&frame, options, run] { frame.command = [options, run](Frame& f) { return run(f, *options); }; });
    return command;
}

} // namespace sanad::ctl
