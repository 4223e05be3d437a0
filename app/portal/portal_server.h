#pragma once

#include "app/portal/certificate.h"
#include "app/portal/desk_accounts.h"
#include "app/portal/faults.h"
#include "app/portal/intake.h"
#include "app/portal/item_check.h"
#include "app/portal/progress.h"

#include <memory>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace sanad::portal {

struct ServerOptions {
    QString host = QStringLiteral("127.0.0.1");
    int port = 0; ///< 0: any free one.
    bool mutualTls = false; ///< Refuse desks without a certificate of the portal's own authority.
    QByteArray adminToken; ///< Bearer token of /admin; empty switches /admin off.
};

/// The contract of `api/openapi.yaml` over HTTPS, and /admin for the operator (docs/portal.md).
class PortalServer {
public:
    PortalServer(Store& store, const ItemCheck& check, DecisionRules rules, ServerOptions options);
    ~PortalServer();

    /// The port it is bound to. Errors: Unreachable `portal.listen`, `portal.certificate`.
    Result<int> bind(const CertificateFiles& certificates);
    void serve(); ///< Blocks until stop().
    void stop(); ///< From any thread.

    DeskAccounts& accounts() { return m_accounts; }

private:
    struct Http;
    void addDeskRoutes();
    void addAdminRoutes();
    bool isAdmin(const httplib::Request& request) const;
    /// One delivery, read whole and from a known client.
    void receive(const QString& client, const QByteArray& content, const httplib::Request& request,
        httplib::Response& response);

    ServerOptions m_options;
    const ItemCheck& m_check;
    Faults m_faults;
    DeskAccounts m_accounts;
    Store& m_store;
    Intake m_intake;
    Progress m_progress;
    std::unique_ptr<Http> m_http;
};

} // namespace sanad::portal
