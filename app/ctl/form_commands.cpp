#include "app/ctl/commands.h"
#include "app/ctl/form_fault.h"
#include "core/forms/form_schema.h"
#include "core/forms/json_text.h"
#include "ui/text/command_line.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string schema, data;
};

Exit check(Frame& frame, const Options& options)
{
    const JsonLimits limits;
    const auto read = [&](const std::string& file) -> Result<QJsonValue> {
        SANAD_TRY_VALUE(bytes, readInput(QString::fromStdString(file), limits.bytes));
        return parseJson(bytes, limits);
    };
    const auto failIn = [&](const std::string& file, const Error& error) {
        return frame.fail(error, echoed(QString::fromStdString(file)));
    };
    const auto text = read(options.schema);
    if (!text) return failIn(options.schema, text.error());
    const auto schema = FormSchema::compile(*text);
    if (!schema) return failIn(options.schema, schema.error());
    const auto data = read(options.data);
    if (!data) return failIn(options.data, data.error());

    const auto faults = schema->check(*data);
    for (const FormFault& fault : faults) {
        if (fault.key == u"form.too-complex"_s)
            return failIn(options.data, {ErrorCode::Unusable, fault.key, {}, {}});
        if (fault.key == u"form.pattern-costly"_s)
            return failIn(options.schema, {ErrorCode::Unusable, fault.key, fault.args, {}});
        const ToldFault told = tellFault(frame, fault);
        if (!frame.result(told.line, told.object)) return frame.failOutput();
    }
    if (!acceptable(faults)) return Exit::Refused;
    if (!frame.json && !frame.print(Ctl::tr("Valid."))) return frame.failOutput();
    return Exit::Done;
}

} // namespace

void addFormCommands(Words app, Frame& frame)
{
    Words form = app.noun("form", Ctl::help("Forms"));
    const auto options = std::make_shared<Options>();
    Words one = verb(form, frame, "check",
        Ctl::help("Hold answers against a schema; every fault with its pointer"), options, check);
    one.option("schema", options->schema, Ctl::help("JSON Schema, draft-07 (a file)")).required();
    one.option("data", options->data, Ctl::help("The answers (a file, or - for stdin)")).required();
}

} // namespace sanad::ctl
