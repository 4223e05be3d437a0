#include "app/ctl/catalogue_json.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/catalogue/catalogue_service.h"
#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string text, code;
};

QString named(const Frame& frame, const QString& ar, const QString& en)
{
    return frame.language() == Language::Arabic || en.isEmpty() ? ar : en;
}

QString amount(const std::optional<Money>& figure)
{
    return figure ? amountText(*figure) : Ctl::tr("the clerk takes it from the portal");
}

/// How the government fee follows, for a column.
QString feeText(const FeeRule& fee)
{
    const QString word = feeWord(fee);
    if (word == "none"_L1) return Ctl::tr("no fee");
    if (word == "fixed"_L1) return amountText(*fee.base);
    if (word == "options"_L1) return Ctl::tr("by %1").arg(fee.optionField);
    if (word == "parts"_L1) return Ctl::tr("in parts");
    if (word == "formula"_L1) return Ctl::tr("computed from the form");
    return amount({});
}

Exit list(Frame& frame, const Options& options)
{
    QString text;
    if (!options.text.empty()) {
        CTL_VALUE(frame, given, textArgument(options.text));
        text = given;
    }
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, entries, CatalogueService(*session.db).list(text, session.actor));
    Table table({Ctl::tr("Code"), Ctl::tr("Agency"), Ctl::tr("Government fee"), Ctl::tr("Service fee"),
        Ctl::tr("Name")});
    for (const ServiceEntry& each : entries) {
        if (frame.json && !frame.print(serviceJson(each))) return frame.failOutput();
        table.add({each.item.code, each.item.agency, feeText(each.item.fee), amountText(each.item.serviceFee),
            named(frame, each.item.nameAr, each.item.nameEn)});
    }
    if (frame.json) return Exit::Done;
    const QString none = Ctl::tr("The catalogue is empty.");
    return frame.print(table.isEmpty() ? none : table.text()) ? Exit::Done : frame.failOutput();
}

QString typeText(const FieldGuide& field)
{
    if (!field.choices.empty()) return Ctl::tr("a choice");
    if (field.limits[u"x-format"_s] == u"date_iso"_s) return Ctl::tr("a day, 2026-11-21");
    if (field.type == "integer"_L1) return Ctl::tr("whole number");
    if (field.type == "number"_L1) return Ctl::tr("number");
    if (field.type == "boolean"_L1) return u"true, false"_s;
    if (field.type == "array"_L1) return Ctl::tr("rows");
    return Ctl::tr("text");
}

QString neededText(const FieldGuide& field)
{
    if (field.calculated) return Ctl::tr("computed");
    if (!field.prefill.isEmpty()) {
        const bool required = field.needed == FieldGuide::Needed::Always;
        if (required && field.prefill.startsWith("customer."_L1))
            return Ctl::tr("required, else from the record (%1)").arg(field.prefill);
        return (required ? Ctl::tr("required, else %1") : Ctl::tr("else %1")).arg(field.prefill);
    }
    if (!field.defaultValue.isUndefined() && !field.defaultValue.isNull())
        return Ctl::tr("else %1").arg(field.defaultValue.toVariant().toString());
    if (field.needed == FieldGuide::Needed::Always) return Ctl::tr("required");
    return field.needed == FieldGuide::Needed::Sometimes ? Ctl::tr("at times") : Ctl::tr("optional");
}

QString limitsText(const FieldGuide& field)
{
    QStringList parts;
    for (auto it = field.limits.begin(); it != field.limits.end(); ++it)
        if (it.value() != u"date_iso"_s) parts << it.key() + u' ' + it.value().toVariant().toString();
    return parts.join(u"; "_s);
}

/// The fields as rows of a table, and the words of each choice as lines for below it.
struct FormPage {
    const Frame& frame;
    Table table;
    QString choices;

    static Table columns()
    {
        return Table(
            {Ctl::tr("Field"), Ctl::tr("Needed"), Ctl::tr("Kind"), Ctl::tr("Limits"), Ctl::tr("Label")});
    }

    void add(const std::vector<FieldGuide>& fields)
    {
        for (const FieldGuide& field : fields) {
            table.add({field.pointer, neededText(field), typeText(field), limitsText(field),
                field.label.in(frame.language() == Language::Arabic)});
            if (!field.choices.empty()) choices += u'\n' + field.pointer + u':';
            for (const FormOption& choice : field.choices)
                choices += u"\n  "_s + choice.value + u"  "_s +
                    choice.label.in(frame.language() == Language::Arabic);
            add(field.columns);
        }
    }
};

QString amountLines(const Frame& frame, const QString& title, const std::vector<FeeAmount>& amounts)
{
    if (amounts.empty()) return {};
    QString text = u'\n' + title;
    for (const FeeAmount& each : amounts)
        text +=
            u"\n  "_s + each.code + u"  "_s + amount(each.amount) + u"  "_s + named(frame, each.ar, each.en);
    return text;
}

QString rangeText(const std::optional<Money>& least, const std::optional<Money>& most)
{
    if (least && most) return Ctl::tr(" (%1 to %2)").arg(amountText(*least), amountText(*most));
    if (least) return Ctl::tr(" (%1 at least)").arg(amountText(*least));
    return most ? Ctl::tr(" (%1 at most)").arg(amountText(*most)) : QString();
}

/// When a line names the fee itself; `cause` is one of clerkEnteredCauses().
QString causeText(const FeeRule& fee, const QString& cause)
{
    if (cause == "fee.no-figure"_L1) return Ctl::tr("always: no figure is published");
    if (cause == "fee.by-amount"_L1)
        return Ctl::tr("always: how it follows from the amount at /%1 is not published")
                   .arg(fee.formula.field) +
            rangeText(fee.formula.minimum, fee.formula.maximum);
    if (cause == "fee.difference"_L1)
        return Ctl::tr("always: what the class at /%1 costs more than the one at /%2")
            .arg(fee.formula.toField, fee.formula.fromField);
    if (cause == "fee.variable"_L1)
        return Ctl::tr("always: the amount at /%1, as the portal asks for it").arg(fee.formula.field);
    if (cause == "fee.option-no-figure"_L1)
        return Ctl::tr("with an answer at /%1 that has no figure").arg(fee.optionField);
    if (cause == "fee.part-no-figure"_L1) return Ctl::tr("when a part without a figure is due");
    if (cause == "fee.extra-no-figure"_L1) return Ctl::tr("with an extra that has no figure");
    if (cause == "fee.late-range"_L1)
        return Ctl::tr("when it is late (“months_late”): the agency sets the fine") +
            rangeText(fee.lateFine.minimum, fee.lateFine.maximum);
    return Ctl::tr("when it is late (“months_late”): no figure is published for the fine");
}

QString feeLines(const Frame& frame, const FeeRule& fee)
{
    QString text = u'\n' + Ctl::tr("Government fee: %1").arg(feeText(fee));
    text += amountLines(frame, Ctl::tr("By the answer at /%1:").arg(fee.optionField), fee.options);
    std::vector<FeeAmount> parts;
    for (const FeeInstalment& each : fee.instalments)
        parts.push_back(each.what);
    text += amountLines(frame, Ctl::tr("In these parts:"), parts);
    text += amountLines(frame, Ctl::tr("Extras (“extras”):"), fee.extras);
    if (!fee.countField.isEmpty()) text += u'\n' + Ctl::tr("Times the answer at /%1.").arg(fee.countField);
    const QStringList read = formulaFields(fee.formula);
    if (feeWord(fee) == "formula"_L1 && !read.isEmpty())
        text += u'\n' + Ctl::tr("From the answers at: %1.").arg(u'/' + read.join(u", /"_s));
    const QStringList causes = clerkEnteredCauses(fee);
    if (causes.isEmpty()) return text;
    text += u'\n' + Ctl::tr("“government_fee_baisa” is written with “portal_reference”:");
    for (const QString& cause : causes)
        text += u"\n  "_s + causeText(fee, cause);
    return text;
}

QString documentLines(const Frame& frame, const std::vector<RequiredDocument>& documents)
{
    if (documents.empty()) return {};
    QString text = u'\n' + Ctl::tr("Papers (“documents”):");
    for (const RequiredDocument& each : documents)
        text += u"\n  "_s + each.code + u"  "_s +
            (each.required ? Ctl::tr("required") : Ctl::tr("optional")) + u"  "_s +
            named(frame, each.ar, each.en);
    return text;
}

Exit show(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, guide,
        CatalogueService(*session.db).show(QString::fromStdString(options.code), session.actor));
    const ServiceItem& item = guide.service.item;
    QString text = item.code + u"  "_s + named(frame, item.nameAr, item.nameEn) + u'\n' +
        Ctl::tr("Agency: %1")
            .arg(item.agency + u"  "_s +
                named(frame, guide.service.agency.nameAr, guide.service.agency.nameEn)) +
        u'\n' + Ctl::tr("Service fee: %1").arg(amountText(item.serviceFee)) + feeLines(frame, item.fee) +
        documentLines(frame, item.documents);
    FormPage page{frame, FormPage::columns(), {}};
    page.add(guide.fields);
    if (!page.table.isEmpty())
        text += u'\n' + Ctl::tr("Form (“form”):") + u'\n' + page.table.text() + page.choices;
    return frame.done(text, guideJson(guide));
}

} // namespace

void addCatalogueCommands(Words app, Frame& frame)
{
    Words catalogue = app.noun("catalogue", Ctl::help("Services, their fees, papers and forms"));
    const auto options = std::make_shared<Options>();
    verb(catalogue, frame, "list", Ctl::help("Services offered today"), options, list)
        .option("text", options->text, Ctl::help("Only those whose code or names hold it as written"));
    verb(catalogue, frame, "show", Ctl::help("What a line of serve may say of a service"), options, show)
        .option("code", options->code, Ctl::help("Its code, as catalogue list shows it"))
        .required();
}

} // namespace sanad::ctl
