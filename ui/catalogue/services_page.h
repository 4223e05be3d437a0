#pragma once

#include "ui/catalogue/services_presenter.h"
#include "ui/shell/page.h"

class QLineEdit;

namespace sanad {

class DataTable;
class EmptyState;
class Label;

/// Choice of a service: nine favourites by number, or a search by code, alias or name.
class ServicesPage : public Page {
    Q_OBJECT

public:
    explicit ServicesPage(ServicesPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void choose(int row);

    ServicesPresenter& m_presenter;
    QLineEdit* m_search;
    Label* m_title;
    DataTable* m_list;
    EmptyState* m_none;
    bool m_enterWaits = false;
};

} // namespace sanad
