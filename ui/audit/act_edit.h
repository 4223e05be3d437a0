#pragma once

#include "ui/widgets/name_edit.h"

class QCompleter;
class QStringListModel;

namespace sanad {

/// Which acts of the audit trail: words of their names in either language, or the beginning of a key
/// (actsMeant). The names that go with what is typed are offered below it, with Down all of them.
class ActEdit : public NameEdit {
    Q_OBJECT

public:
    explicit ActEdit(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Enter on the text, or an act of the list was chosen and is the text now.
    void entered();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool isForList(QEvent* event) const;
    void offer(const QStringList& acts);

    QStringListModel* m_offered;
    QCompleter* m_completer;
};

} // namespace sanad
