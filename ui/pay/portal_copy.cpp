#include "ui/pay/portal_copy.h"

#include "core/base/isolates.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QPointer>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

PortalCopy::PortalCopy(Tasks& tasks, CurrentVisit& visit, AssistedSource source, QWidget* parent)
    : QWidget(parent)
    , m_tasks(tasks)
    , m_visit(visit)
    , m_source(std::move(source))
    , m_title(new Label(TextSize::Body, this))
    , m_list(new DataTable(this))
    , m_site(new KeyButton(KeyButton::Kind::Plain, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_site);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    m_list->setFocusPolicy(Qt::ClickFocus);
    connect(m_list, &DataTable::opened, this, [this](qint64 row) { copy(static_cast<int>(row) - 1); });
    connect(m_site, &QPushButton::clicked, this, [this] {
        if (!m_siteAddress.isEmpty()) QDesktopServices::openUrl(QUrl(m_siteAddress));
    });
}

void PortalCopy::load()
{
    const auto* work = m_visit.work();
    if (!work) return;
    m_lines.clear();
    m_siteAddress = work->agency.website;
    m_tasks.run(
        this, [service = work->service](Database&) { return serviceForm(service); },
        [this](const Result<std::shared_ptr<const ServiceForm>>& form) {
            if (!form) return Q_EMIT failed(form.error());
            m_form = *form;
            m_lines.clear();
            for (const auto& section : m_form->layout.sections())
                for (const auto& field : section.fields)
                    if (m_visit.work() && m_visit.work()->draft.form.contains(field.name))
                        m_lines.push_back({&field, {}});
            refresh();
            askForSheet();
        });
}

void PortalCopy::askForSheet()
{
    const auto* work = m_visit.work();
    if (!work || !m_source) return;
    std::vector<AssistedInput> inputs;
    for (const Line& line : m_lines) {
        // A choice is copied as the word that the site shows, everything else as the form keeps it.
        const QJsonValue value = work->draft.form.value(line.field->name);
        inputs.push_back({line.field->name, line.field->label.in(true), line.field->label.in(false),
            line.field->options.empty() ? value : QJsonValue(shown(line, true))});
    }
    m_source(work->service.channel, work->service.agency, inputs,
        [self = QPointer(this), service = work->service.code](const AssistedSheet& sheet) {
            // The clerk may have gone on to another service meanwhile.
            if (!self || !self->m_visit.work() || self->m_visit.work()->service.code != service) return;
            self->arrange(sheet);
        });
}

void PortalCopy::arrange(const AssistedSheet& sheet)
{
    std::vector<Line> lines;
    for (const AssistedField& field : sheet.fields) {
        const auto line = std::find_if(
            m_lines.begin(), m_lines.end(), [&](const Line& each) { return each.field->name == field.key; });
        if (line != m_lines.end())
            lines.push_back({line->field, line->field->options.empty() ? field.value : QString()});
    }
    if (lines.empty()) return;
    m_lines = std::move(lines);
    if (!sheet.site.isEmpty()) m_siteAddress = sheet.site;
    refresh();
}

QString PortalCopy::shown(const Line& line, bool arabic) const
{
    if (!line.value.isEmpty()) return line.value;
    const FormField& field = *line.field;
    const QJsonValue value = m_visit.work()->draft.form.value(field.name);
    for (const auto& option : field.options)
        if (option.value == value.toString()) return option.label.in(arabic);
    if (field.widget == FormWidget::Money) return Money::fromBaisa(value.toInteger()).text();
    if (field.widget == FormWidget::Date) return dateText(QDate::fromString(value.toString(), Qt::ISODate));
    return value.toVariant().toString();
}

void PortalCopy::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const auto* work = m_visit.work();
    if (!work || !m_form) return;
    const QString agency =
        arabic || work->agency.nameEn.isEmpty() ? work->agency.nameAr : work->agency.nameEn;
    m_title->setText(tr("To copy to the site of %1").arg(isolateAuto(agency)));
    m_site->setText(tr("Open the site"));
    m_site->setEnabled(!m_siteAddress.isEmpty());
    m_list->setAccessibleName(m_title->plainText());
    m_list->setColumns({{tr("Key"), ColumnKind::Code, 84}, {tr("Field")}, {tr("Answer")}});
    std::vector<TableRow> rows;
    for (const Line& line : m_lines) {
        const auto number = static_cast<qint64>(rows.size()) + 1;
        rows.push_back({number,
            {number <= 9 ? u"Ctrl+"_s + QString::number(number) : QString(), line.field->label.in(arabic),
                shown(line, arabic)},
            Tone::Plain});
    }
    m_list->rows().setRows(std::move(rows));
}

void PortalCopy::copy(int row)
{
    if (!isVisible() || row < 0 || row >= static_cast<int>(m_lines.size())) return;
    const Line& line = m_lines[static_cast<std::size_t>(row)];
    QGuiApplication::clipboard()->setText(shown(line, true));
    m_list->choose(row);
    Q_EMIT said(Tone::Success,
        tr("Copied: %1").arg(isolateAuto(line.field->label.in(uiLanguage() == Language::Arabic))));
}

void PortalCopy::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

} // namespace sanad
