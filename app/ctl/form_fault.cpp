#include "app/ctl/form_fault.h"

#include "ui/text/command_line.h"
#include "ui/text/error_text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

ToldFault tellFault(const Frame& frame, const FormFault& fault)
{
    const ErrorText words =
        commandErrorText(echoed(Error{ErrorCode::Invalid, fault.key, fault.args, {}}), frame.language());
    const QString place = fault.pointer.isEmpty() ? Ctl::tr("the answers as a whole") : echoed(fault.pointer);
    return {place + u": "_s + words.happened + u' ' + words.todo + u" ["_s + fault.key + u']',
        {{u"pointer"_s, fault.pointer}, {u"key"_s, fault.key},
            {u"args"_s, QJsonArray::fromStringList(fault.args)}, {u"warning"_s, fault.warning},
            {u"happened"_s, words.happened}, {u"todo"_s, words.todo}}};
}

} // namespace sanad::ctl
