#pragma once

#include "app/portal/http.h"
#include "app/portal/portal_server.h"

namespace sanad::portal {

/// Keeps httplib out of portal_server.h, whose readers need none of it.
struct PortalServer::Http {
    explicit Http(httplib::SSLServer* made)
        : server(made)
    {
    }
    std::unique_ptr<httplib::SSLServer> server;
};

} // namespace sanad::portal
