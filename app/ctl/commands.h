#pragma once

#include "app/ctl/frame.h"
#include "app/ctl/words.h"

#include <memory>

namespace sanad::ctl {

/// Each adds its noun to the command line; the chosen verb sets frame.command.
void addCentreCommands(Words app, Frame& frame); ///< init, demo, verify
void addImportCommands(Words app, Frame& frame);
void addCustomerCommands(Words app, Frame& frame);
void addCustomerRecordCommands(Words customer, Frame& frame); ///< The record of one: show, change, authorise
void addTicketCommands(Words app, Frame& frame);
void addServeCommand(Words app, Frame& frame);
void addReceiptCommands(Words app, Frame& frame);
void addTransactionCommands(Words app, Frame& frame);
void addShiftCommands(Words app, Frame& frame);
void addServerCommands(Words app, Frame& frame);
void addSupportCommands(Words app, Frame& frame);
void addAuditCommands(Words app, Frame& frame);
void addDayCommands(Words app, Frame& frame);
void addClockCommands(Words app, Frame& frame);
void addReportCommands(Words app, Frame& frame);
void addSyncCommands(Words app, Frame& frame);
void addPackCommands(Words app, Frame& frame);
void addCatalogueCommands(Words app, Frame& frame);
void addFormCommands(Words app, Frame& frame);
void addBackupCommands(Words app, Frame& frame);
void addStaffCommands(Words app, Frame& frame); ///< staff, role, password, recover
void addKeyCommands(Words app, Frame& frame);
void addPrivacyCommands(Words app, Frame& frame); ///< export, erase, privacy
void addPrivacyRegisters(Words privacy, Frame& frame); ///< privacy request…, privacy breach…

/// The customer of an id that `customer find` printed. Errors: NotFound `customer.not-found`.
Result<CustomerId> customerArgument(const std::string& text);

/// A verb whose options are in `options`; `run` is called with them once all is parsed.
template <class Options, class Run>
Words verb(Words parent, Frame& frame, const std::string& name, const std::string& help,
    std::shared_ptr<Options> options, Run run)
{
    return parent.verb(name, help,
        [&frame, options, run] { frame.command = [options, run](Frame& f) { return run(f, *options); }; });
}

} // namespace sanad::ctl
