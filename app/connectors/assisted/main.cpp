#include "app/connectors/assisted/site_sheet.h"
#include "app/connectors/protocol/line_server.h"

using namespace Qt::StringLiterals;
using namespace sanad::connectors;

int main()
{
    LineServer server({u"assisted"_s, u"assisted"_s, QStringLiteral(SANAD_VERSION)});
    server.serve = [&](qint64 id, const QString& verb, const QJsonObject& request) {
        if (verb != u"present" && verb != u"result") return server.failed(id, {u"refused"_s, u"verb"_s});
        const auto sheet = SiteSheet::load(request[u"channel"_s].toString());
        if (!sheet) return server.failed(id, {u"refused"_s, u"channel"_s});
        server.ok(id, verb == u"present" ? sheet->present(request) : sheet->result(request));
    };
    return server.run();
}
