#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/label.h"

namespace sanad {

/// What stands where a list has nothing: one sentence, and the key that fills it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(Glyph glyph, QWidget* parent = nullptr);

    /// What it says; whether it is seen is for the list that it stands in.
    void show(const QString& sentence, const QString& key = {}, const QString& act = {});

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph m_glyph;
    QString m_key;
    QString m_act;
    Label* m_sentence;
};

} // namespace sanad
