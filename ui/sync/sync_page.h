#pragma once

#include "ui/shell/page.h"
#include "ui/sync/sync_presenter.h"

namespace sanad {

class DataTable;
class EmptyState;
class KeyButton;
class Label;

/// Channels with their queue and last success; below, what a portal refused, with reasons and retry.
class SyncPage : public Page {
    Q_OBJECT

public:
    explicit SyncPage(SyncPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;

private:
    void refresh();
    void refreshChannels();
    void refreshAside();
    void refreshOutages();

    SyncPresenter& m_presenter;
    Label* m_summary;
    KeyButton* m_send;
    DataTable* m_channels;
    EmptyState* m_noChannels;
    Label* m_asideTitle;
    KeyButton* m_retryAll;
    DataTable* m_aside;
    EmptyState* m_nothingAside;
    Label* m_outages;
};

} // namespace sanad
