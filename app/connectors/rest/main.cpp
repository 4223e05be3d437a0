#include "app/connectors/rest/rest_connector.h"

#include <curl/curl.h>

using namespace Qt::StringLiterals;
using namespace sanad::connectors;

int main()
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    int code = 0;
    {
        LineServer server({u"rest"_s, u"rest"_s, QStringLiteral(SANAD_VERSION)});
        RestConnector connector(server);
        server.hello = [&](const QJsonObject& settings) { return connector.configure(settings); };
        server.serve = [&](qint64 id, const QString& verb, const QJsonObject& request) {
            connector.serve(id, verb, request);
        };
        code = server.run();
    }
    curl_global_cleanup();
    return code;
}
