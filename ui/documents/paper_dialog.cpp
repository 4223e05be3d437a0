#include "ui/documents/paper_dialog.h"

#include "core/base/clock.h"
#include "core/base/isolates.h"
#include "core/documents/document_service.h"
#include "ui/approval/approval_dialog.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr double kStep = 1.25;
constexpr double kMostZoom = 8;

QString kindName(MediaType type)
{
    switch (type) {
    case MediaType::Pdf:
        return u"PDF"_s;
    case MediaType::Jpeg:
        return u"JPEG"_s;
    case MediaType::Png:
        return u"PNG"_s;
    case MediaType::Tiff:
        return u"TIFF"_s;
    }
    return {};
}

QString sizeText(qint64 bytes)
{
    constexpr qint64 kKilo = 1024, kMega = 1024 * 1024;
    if (bytes < kMega)
        return PaperDialog::tr("%1 KB").arg(isolateLtr(QString::number((bytes + kKilo - 1) / kKilo)));
    return PaperDialog::tr("%1 MB").arg(
        isolateLtr(QString::number(static_cast<double>(bytes) / kMega, 'f', 1)));
}

QString ending(MediaType type)
{
    switch (type) {
    case MediaType::Pdf:
        return u".pdf"_s;
    case MediaType::Jpeg:
        return u".jpg"_s;
    case MediaType::Png:
        return u".png"_s;
    case MediaType::Tiff:
        return u".tiff"_s;
    }
    return {};
}

} // namespace

QString paperName(const ChecklistItem& item)
{
    return uiLanguage() == Language::Arabic || item.nameEn.isEmpty() ? item.nameAr : item.nameEn;
}

bool isOver(const QDate& expiry)
{
    return expiry.isValid() && expiry < businessDayAt(systemClock()(), 0);
}

QString expiryWords(const QDate& expiry, bool over)
{
    if (!expiry.isValid()) return {};
    return (over ? PaperDialog::tr("Expired on %1") : PaperDialog::tr("Expires on %1"))
        .arg(isolateLtr(dateText(expiry)));
}

PaperDialog::PaperDialog(QWidget* over, DocumentsPresenter& presenter, ChecklistItem item)
    : QDialog(over->window())
    , m_presenter(presenter)
    , m_item(std::move(item))
    , m_facts(new Label(TextSize::Body, this))
    , m_expiry(new Label(TextSize::Body, this))
    , m_which(new Label(TextSize::Body, this))
    , m_note(new Label(TextSize::Body, this))
    , m_area(new QScrollArea(this))
    , m_shown(new QLabel)
{
    setWindowTitle(tr("Kept scan"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(over->window()->size() * 9 / 10);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(10));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(20));
    auto* name = new Label(paperName(m_item), TextSize::Heading, this);
    name->setBold(true);
    head->addWidget(name, 1);
    head->addWidget(m_which);
    column->addLayout(head);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(px(24));
    m_facts->setSecondary(true);
    facts->addWidget(m_facts);
    facts->addWidget(m_expiry);
    facts->addStretch();
    column->addLayout(facts);
    m_area->setWidget(m_shown);
    m_area->setWidgetResizable(true);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setAccessibleName(tr("The scan"));
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setWordWrap(true);
    m_shown->setAlignment(Qt::AlignCenter);
    m_shown->setMargin(px(16));
    column->addWidget(m_area, 1);
    m_note->setWrapping(true);
    column->addWidget(m_note);
    auto* buttons = new QHBoxLayout;
    auto* smaller = new KeyButton(tr("Smaller"), u"−"_s, KeyButton::Kind::Quiet, this);
    auto* larger = new KeyButton(tr("Larger"), u"+"_s, KeyButton::Kind::Quiet, this);
    auto* remove = new KeyButton(tr("Remove"), u"Delete"_s, KeyButton::Kind::Plain, this);
    auto* copy = new KeyButton(tr("Save a copy"), u"Ctrl+S"_s, KeyButton::Kind::Plain, this);
    auto* back = new KeyButton(tr("Back"), u"Esc"_s, KeyButton::Kind::Primary, this);
    buttons->addWidget(smaller);
    buttons->addWidget(larger);
    buttons->addStretch();
    for (auto* button : {remove, copy, back})
        buttons->addWidget(button);
    for (auto* button : {smaller, larger, remove, copy})
        button->setAutoDefault(false);
    back->setDefault(true);
    column->addLayout(buttons);
    connect(smaller, &QPushButton::clicked, this, [this] { zoom(1 / kStep); });
    connect(larger, &QPushButton::clicked, this, [this] { zoom(kStep); });
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(file()); });
    connect(copy, &QPushButton::clicked, this, &PaperDialog::takeCopy);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    m_area->setFocus();
    show(m_item.files.size() - 1);
}

void PaperDialog::show(std::size_t index)
{
    if (index >= m_item.files.size()) return;
    m_index = index;
    m_zoom = 1;
    m_picture = {};
    m_which->setText(m_item.files.size() < 2
            ? QString()
            : tr("Scan %1 of %2")
                  .arg(isolateLtr(numberText(static_cast<qint64>(m_index) + 1)),
                      isolateLtr(numberText(static_cast<qint64>(m_item.files.size())))));
    m_expiry->setText(expiryWords(file().expiry, isOver(file().expiry)));
    m_expiry->setTone(isOver(file().expiry) ? Tone::Error : Tone::Plain);
    m_expiry->setVisible(file().expiry.isValid());
    tell(Tone::Plain, {});
    draw();
    m_presenter.open(this, file(), [this, id = file().id](const Result<PaperPicture>& picture) {
        if (id != file().id) return;
        if (!picture) return tell(Tone::Error, errorText(picture.error(), uiLanguage()).sentence());
        m_picture = *picture;
        draw();
        if (m_picture.image.isNull())
            m_shown->setText(file().type == MediaType::Pdf
                    ? tr("A PDF is not drawn here. Ctrl+S saves a plain copy where you choose.")
                    : tr("This picture cannot be drawn here. Ctrl+S saves a plain copy where you choose."));
    });
}

void PaperDialog::draw()
{
    QStringList facts{isolateLtr(kindName(file().type)), sizeText(file().bytes)};
    if (m_picture.pages) facts << tr("%n page(s)", nullptr, *m_picture.pages);
    facts << tr("kept on %1").arg(isolateLtr(dateTimeText(file().addedAt)));
    m_facts->setText(facts.join(u" · "_s));
    m_shown->setAccessibleName(m_facts->text());
    if (m_picture.image.isNull()) return m_shown->clear();
    const QSize room = m_area->viewport()->size() - QSize(px(32), px(32));
    QSize shown = m_picture.image.size();
    if (shown.width() > room.width() || shown.height() > room.height())
        shown.scale(room, Qt::KeepAspectRatio);
    shown *= m_zoom;
    m_shown->setPixmap(
        QPixmap::fromImage(m_picture.image.scaled(shown, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

void PaperDialog::zoom(double factor)
{
    m_zoom = std::clamp(m_zoom * factor, 1.0, kMostZoom);
    if (!m_picture.image.isNull()) draw();
}

void PaperDialog::tell(Tone tone, const QString& sentence)
{
    m_note->setTone(tone);
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

void PaperDialog::takeCopy()
{
    // The code of the list, never a name of a person.
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save a plain copy"), m_item.code + ending(file().type));
    if (path.isEmpty()) return;
    if (!m_presenter.copyNeedsApproval()) return writeCopy(path, {});
    ApprovalDialog::ask(this, m_presenter.tasks(), m_presenter.session(),
        {copyAct(file().id),
            tr("A plain copy of %1 is to leave the program. A second person has to approve it.")
                .arg(isolateAuto(paperName(m_item))),
            {}},
        [this, path](const Approval& approval) { writeCopy(path, approval); });
}

void PaperDialog::writeCopy(const QString& path, const Approval& approval)
{
    m_presenter.copyOut(this, file(), path, approval, [this](const Result<>& written) {
        if (!written) return tell(Tone::Error, errorText(written.error(), uiLanguage()).sentence());
        tell(Tone::Success,
            tr("The plain copy was saved, and that is recorded. Remove it from there once it is not "
               "needed."));
    });
}

void PaperDialog::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const int key = event->key();
    if (control && key >= Qt::Key_1 && key <= Qt::Key_9)
        return show(static_cast<std::size_t>(key - Qt::Key_1));
    if (control && (key == Qt::Key_S || key == 0x0633)) return takeCopy(); // س shares the key of s.
    if (key == Qt::Key_Plus || key == Qt::Key_Equal) return zoom(kStep);
    if (key == Qt::Key_Minus) return zoom(1 / kStep);
    if (key == Qt::Key_Delete) return Q_EMIT removeWanted(file());
    QDialog::keyPressEvent(event);
}

void PaperDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    if (!m_picture.image.isNull()) draw();
}

} // namespace sanad
