#include "ui/settings/settings_page.h"

#include "core/base/isolates.h"
#include "ui/printing/printer_device.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/name_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kZooms[] = {100, 125, 150};
constexpr int kLockMinutes[] = {2, 5, 10, 15, 30, 60};
constexpr int kLatestCutOff = 12;
constexpr int kMostHijriOffset = 2;

/// Chooses the entry that stands for `value`, adding it when it is none of those offered.
void choose(QComboBox* combo, int value, const QString& text)
{
    if (combo->findData(value) < 0) combo->addItem(text, value);
    combo->setCurrentIndex(combo->findData(value));
}

} // namespace

SettingsPage::SettingsPage(SettingsPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_stack(new QStackedWidget(this))
    , m_save(new KeyButton(KeyButton::Kind::Primary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    auto* bar = new QHBoxLayout;
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        m_views[i] = new KeyButton(KeyButton::Kind::Quiet);
        m_views[i]->setCheckable(true);
        m_views[i]->setKey(u"Ctrl+%1"_s.arg(i + 1));
        bar->addWidget(m_views[i]);
        connect(m_views[i], &QPushButton::clicked, this, [this, i] { show(static_cast<int>(i)); });
    }
    bar->addStretch(1);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_save, 0, Qt::AlignLeading);
    m_stack->addWidget(makeDesk());
    m_stack->addWidget(makeCentre());
    m_stack->addWidget(makeCounters());
    m_save->setKey(keyText(Command::Finish));
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(&presenter, &SettingsPresenter::loaded, this, [this] {
        fillCentre();
        fillCounters();
    });
    connect(&presenter, &SettingsPresenter::centreSaved, this, [this] {
        fillCentre();
        Q_EMIT said(Tone::Success, tr("The centre's data is saved. It counts from the next receipt on."));
    });
    connect(&presenter, &SettingsPresenter::counterAdded, this, [this](const Counter& counter) {
        for (auto* field : {m_code, m_counterAr, m_counterEn})
            field->clear();
        fillCounters();
        m_code->setFocus();
        Q_EMIT said(Tone::Success, tr("Counter %1 is added.").arg(isolateLtr(counter.code)));
    });
    connect(&presenter, &SettingsPresenter::failed, this, &Page::failed);
    retranslate();
}

QWidget* SettingsPage::makeDesk()
{
    auto* panel = new QWidget;
    panel->setMaximumWidth(px(820));
    auto* grid = new QGridLayout(panel);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(24));
    grid->setVerticalSpacing(px(12));
    m_language = new QComboBox;
    m_scheme = new QComboBox;
    m_zoom = new QComboBox;
    m_lock = new QComboBox;
    m_printer = new LtrEdit;
    QWidget* fields[] = {m_language, m_scheme, m_zoom, m_lock, m_printer};
    for (std::size_t i = 0; i < m_deskRows.size(); ++i) {
        m_deskRows[i] = new FieldRow({}, fields[i]);
        grid->addWidget(m_deskRows[i], static_cast<int>(i) / 2, static_cast<int>(i) % 2, Qt::AlignTop);
    }
    grid->setRowStretch(3, 1);
    for (const int column : {0, 1})
        grid->setColumnStretch(column, 1);
    return panel;
}

QWidget* SettingsPage::makeCentre()
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* panel = new QWidget;
    panel->setMaximumWidth(px(820));
    auto* grid = new QGridLayout(panel);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(24));
    grid->setVerticalSpacing(px(10));
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        const bool arabic = i == NameAr || i == AddressAr || i == PolicyAr;
        m_texts[i] = arabic ? static_cast<QLineEdit*>(new NameEdit) : new LtrEdit;
        m_textRows[i] = new FieldRow({}, m_texts[i]);
        grid->addWidget(m_textRows[i], static_cast<int>(i) / 2, static_cast<int>(i) % 2, Qt::AlignTop);
    }
    m_vatSince = new DateEdit;
    m_cutOff = new QComboBox;
    m_hijri = new QComboBox;
    m_vat = new QCheckBox;
    QWidget* fields[] = {m_vatSince, m_cutOff, m_hijri};
    constexpr std::pair<int, int> kPlaces[] = {{4, 1}, {6, 0}, {6, 1}};
    for (std::size_t i = 0; i < m_centreRows.size(); ++i) {
        m_centreRows[i] = new FieldRow({}, fields[i]);
        grid->addWidget(m_centreRows[i], kPlaces[i].first, kPlaces[i].second, Qt::AlignTop);
    }
    grid->addWidget(m_vat, 5, 0, 1, 2);
    grid->setRowStretch(7, 1);
    for (int hour = 0; hour <= kLatestCutOff; ++hour)
        m_cutOff->addItem(isolateLtr(u"%1:00"_s.arg(hour, 2, 10, QLatin1Char('0'))), hour);
    for (int days = -kMostHijriOffset; days <= kMostHijriOffset; ++days)
        m_hijri->addItem(isolateLtr(days > 0 ? u"+%1"_s.arg(days) : QString::number(days)), days);
    area->setWidget(panel);
    return area;
}

QWidget* SettingsPage::makeCounters()
{
    auto* panel = new QWidget;
    auto* both = new QHBoxLayout(panel);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(px(24));
    m_counters = new DataTable;
    m_noCounter = new EmptyState(Glyph::Drawer);
    m_counters->setEmptyState(m_noCounter);
    both->addWidget(m_counters, 3);
    auto* column = new QVBoxLayout;
    both->addLayout(column, 2);
    m_code = new LtrEdit;
    m_counterAr = new NameEdit;
    m_counterEn = new LtrEdit;
    QWidget* fields[] = {m_code, m_counterAr, m_counterEn};
    for (std::size_t i = 0; i < m_counterRows.size(); ++i) {
        m_counterRows[i] = new FieldRow({}, fields[i]);
        column->addWidget(m_counterRows[i]);
    }
    column->addStretch(1);
    connect(m_code, &QLineEdit::returnPressed, m_counterAr, qOverload<>(&QWidget::setFocus));
    connect(m_counterAr, &QLineEdit::returnPressed, m_counterEn, qOverload<>(&QWidget::setFocus));
    connect(m_counterEn, &QLineEdit::returnPressed, this, &SettingsPage::save);
    return panel;
}

void SettingsPage::setChoices(const DeskChoices& choices)
{
    m_choices = choices;
    fillDesk();
}

void SettingsPage::arrive()
{
    const bool manages = m_presenter.mayManage();
    for (const View view : {Centre, Counters})
        m_views[static_cast<std::size_t>(view)]->setVisible(manages);
    m_presenter.load();
    show(manages ? m_stack->currentIndex() : Desk);
}

std::vector<KeyHint> SettingsPage::hints() const
{
    std::vector<KeyHint> list;
    if (m_presenter.mayManage()) list.push_back({u"Ctrl+1…3"_s, tr("Part")});
    list.push_back({u"Tab"_s, tr("Next field")});
    list.push_back({u"Ctrl+Enter"_s, m_save->text()});
    return list;
}

bool SettingsPage::perform(Command command, int number)
{
    if (command == Command::Finish) {
        save();
        return true;
    }
    if (command != Command::Nth || number > static_cast<int>(m_views.size())) return false;
    if (number == 1 || m_presenter.mayManage()) show(number - 1);
    return true;
}

void SettingsPage::show(int view)
{
    m_stack->setCurrentIndex(view);
    for (std::size_t i = 0; i < m_views.size(); ++i)
        m_views[i]->setChecked(static_cast<int>(i) == view);
    m_save->setText(view == Counters ? tr("Add the counter") : tr("Save"));
    QWidget* const first[] = {m_language, m_texts[NameAr], m_code};
    first[view]->setFocus(Qt::TabFocusReason);
    Q_EMIT hintsChanged();
}

void SettingsPage::save()
{
    switch (m_stack->currentIndex()) {
    case Desk:
        if (const QString device = typedChoices().printer; !device.isEmpty() && !isPrinterDevice(device))
            return m_deskRows[4]->explain(
                Fault::Block, [] { return tr("No printer is there: a file or a folder cannot be one."); });
        m_deskRows[4]->setFault(Fault::None, {});
        // What listens may tell the choices back before it is through with them.
        return Q_EMIT chosen(typedChoices());
    case Centre:
        if (!m_vatSince->isEmpty() && !m_vatSince->date().isValid())
            return m_centreRows[0]->explain(Fault::Block, [] { return tr("This is not a date."); });
        m_centreRows[0]->setFault(Fault::None, {});
        return m_presenter.saveCentre(typedCentre());
    case Counters:
        return m_presenter.addCounter({m_code->text(), m_counterAr->text(), m_counterEn->text(), true});
    default:
        return;
    }
}

DeskChoices SettingsPage::typedChoices() const
{
    DeskChoices choices;
    choices.language = static_cast<Language>(m_language->currentData().toInt());
    choices.scheme = static_cast<Scheme>(m_scheme->currentData().toInt());
    choices.zoom = m_zoom->currentData().toInt();
    choices.lockMinutes = m_lock->currentData().toInt();
    choices.printer = m_printer->text().trimmed();
    return choices;
}

sanad::Centre SettingsPage::typedCentre() const
{
    sanad::Centre centre = m_presenter.centre();
    QString* const texts[TextCount] = {&centre.nameAr, &centre.nameEn, &centre.licence, &centre.phone,
        &centre.addressAr, &centre.addressEn, &centre.returnPolicyAr, &centre.returnPolicyEn, &centre.vatin};
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        *texts[i] = m_texts[i]->text();
    centre.vatRegistered = m_vat->isChecked();
    centre.vatSince = m_vatSince->date();
    centre.cutOffHour = m_cutOff->currentData().toInt();
    centre.hijriOffset = m_hijri->currentData().toInt();
    return centre;
}

void SettingsPage::fillDesk()
{
    m_language->clear();
    m_language->addItem(u"العربية"_s, static_cast<int>(Language::Arabic));
    m_language->addItem(u"English"_s, static_cast<int>(Language::English));
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(m_choices.language)));
    m_scheme->clear();
    m_scheme->addItem(tr("Light"), static_cast<int>(Scheme::Light));
    m_scheme->addItem(tr("Dark"), static_cast<int>(Scheme::Dark));
    m_scheme->setCurrentIndex(m_scheme->findData(static_cast<int>(m_choices.scheme)));
    m_zoom->clear();
    const auto percent = [](int zoom) { return isolateLtr(u"%1 %"_s.arg(zoom)); };
    for (const int zoom : kZooms)
        m_zoom->addItem(percent(zoom), zoom);
    choose(m_zoom, m_choices.zoom, percent(m_choices.zoom));
    m_lock->clear();
    const auto minutes = [](int count) { return tr("%n minute(s)", nullptr, count); };
    for (const int count : kLockMinutes)
        m_lock->addItem(minutes(count), count);
    choose(m_lock, m_choices.lockMinutes, minutes(m_choices.lockMinutes));
    m_printer->setText(m_choices.printer);
}

void SettingsPage::fillCentre()
{
    const sanad::Centre& centre = m_presenter.centre();
    const QString texts[TextCount] = {centre.nameAr, centre.nameEn, centre.licence, centre.phone,
        centre.addressAr, centre.addressEn, centre.returnPolicyAr, centre.returnPolicyEn, centre.vatin};
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        m_texts[i]->setText(texts[i]);
        m_texts[i]->setCursorPosition(0); // a long policy is read from its beginning
    }
    m_vat->setChecked(centre.vatRegistered);
    m_vatSince->setDate(centre.vatSince);
    m_cutOff->setCurrentIndex(m_cutOff->findData(centre.cutOffHour));
    m_hijri->setCurrentIndex(m_hijri->findData(centre.hijriOffset));
}

void SettingsPage::fillCounters()
{
    std::vector<TableRow> rows;
    for (const Counter& counter : m_presenter.counters())
        rows.push_back({static_cast<qint64>(rows.size()) + 1, {counter.code, counter.nameAr, counter.nameEn},
            Tone::Plain});
    m_counters->rows().setRows(std::move(rows));
}

void SettingsPage::retranslate()
{
    m_views[Desk]->setText(tr("This desk"));
    m_views[Centre]->setText(tr("The centre"));
    m_views[Counters]->setText(tr("Counters"));
    m_deskRows[0]->setLabel(tr("Language"));
    m_deskRows[1]->setLabel(tr("Light or dark"));
    m_deskRows[2]->setLabel(tr("Size of everything"));
    m_deskRows[3]->setLabel(tr("Lock when nobody works for"));
    m_deskRows[4]->setLabel(tr("Device of the receipt printer"));
    m_deskRows[4]->setHint(tr("Such as /dev/usb/lp0; empty where there is none."));
    const QString labels[TextCount] = {tr("Name in Arabic"), tr("Name in English"), tr("Licence"),
        tr("Phone"), tr("Address in Arabic"), tr("Address in English"), tr("Return policy in Arabic"),
        tr("Return policy in English"), tr("VATIN")};
    for (std::size_t i = 0; i < m_textRows.size(); ++i)
        m_textRows[i]->setLabel(labels[i], i == NameAr || i == NameEn);
    m_vat->setText(tr("Registered for VAT"));
    m_centreRows[0]->setLabel(tr("VAT is charged from"));
    m_centreRows[1]->setLabel(tr("The business day ends at"));
    m_centreRows[2]->setLabel(tr("Hijri date, days against Umm al-Qura"));
    m_counterRows[0]->setLabel(tr("Code of the new counter"), true);
    m_counterRows[1]->setLabel(tr("Its name in Arabic"), true);
    m_counterRows[2]->setLabel(tr("Its name in English"), true);
    m_counters->setAccessibleName(tr("Counters"));
    m_counters->setColumns(
        {{tr("Code"), ColumnKind::Code, 110}, {tr("Name in Arabic")}, {tr("Name in English")}});
    m_noCounter->show(tr("No counter yet."));
    // What was chosen and not saved yet stays chosen.
    if (m_language->count() > 0) {
        const DeskChoices saved = m_choices;
        m_choices = typedChoices();
        fillDesk();
        m_choices = saved;
    } else {
        fillDesk();
    }
    m_save->setText(m_stack->currentIndex() == Counters ? tr("Add the counter") : tr("Save"));
}

} // namespace sanad
