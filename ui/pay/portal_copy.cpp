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
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

PortalCopy::PortalCopy(Tasks& tasks, CurrentVisit& visit, QWidget* parent)
    : QWidget(parent)
    , m_tasks(tasks)
    , m_visit(visit)
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
        if (const auto* work = m_visit.work()) QDesktopServices::openUrl(QUrl(work->agency.website));
    });
}

void PortalCopy::load()
{
    const auto* work = m_visit.work();
    if (!work) return;
    m_fields.clear();
    m_tasks.run(
        this, [service = work->service](Database&) { return serviceForm(service); },
        [this](const Result<std::shared_ptr<const ServiceForm>>& form) {
            if (!form) return Q_EMIT failed(form.error());
            m_form = *form;
            refresh();
        });
}

QString PortalCopy::shown(const FormField& field, bool arabic) const
{
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
    m_site->setEnabled(!work->agency.website.isEmpty());
    m_list->setAccessibleName(m_title->plainText());
    m_list->setColumns({{tr("Key"), ColumnKind::Code, 84}, {tr("Field")}, {tr("Answer")}});
    m_fields.clear();
    std::vector<TableRow> rows;
    for (const auto& section : m_form->layout.sections()) {
        for (const auto& field : section.fields) {
            if (!work->draft.form.contains(field.name)) continue;
            m_fields.push_back(&field);
            const auto number = static_cast<qint64>(m_fields.size());
            rows.push_back({number,
                {number <= 9 ? u"Ctrl+"_s + QString::number(number) : QString(), field.label.in(arabic),
                    shown(field, arabic)},
                Tone::Plain});
        }
    }
    m_list->rows().setRows(std::move(rows));
}

void PortalCopy::copy(int row)
{
    if (!isVisible() || row < 0 || row >= static_cast<int>(m_fields.size())) return;
    const auto& field = *m_fields[static_cast<std::size_t>(row)];
    QGuiApplication::clipboard()->setText(shown(field, true));
    m_list->choose(row);
    Q_EMIT said(
        Tone::Success, tr("Copied: %1").arg(isolateAuto(field.label.in(uiLanguage() == Language::Arabic))));
}

void PortalCopy::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

} // namespace sanad
