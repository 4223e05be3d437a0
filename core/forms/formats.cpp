#include "core/forms/formats.h"

#include "core/base/identifiers.h"
#include "core/base/iso_date.h"

using namespace Qt::StringLiterals;

namespace sanad {

const FormatCheck& knownFormats()
{
    static const FormatCheck check = [](const QString& format, const QString& text) {
        if (format == u"date_iso"_s) {
            const bool exists = isoDate(text).isValid();
            return exists ? FormatVerdict::Good : FormatVerdict::Bad;
        }
        if (!identifierRule(format)) return FormatVerdict::Unknown;
        switch (checkIdentifier(format, text).verdict) {
        case IdentifierVerdict::Fine:
            return FormatVerdict::Good;
        case IdentifierVerdict::Unusual:
            return FormatVerdict::Doubtful;
        case IdentifierVerdict::Refused:
            break;
        }
        return FormatVerdict::Bad;
    };
    return check;
}

} // namespace sanad
