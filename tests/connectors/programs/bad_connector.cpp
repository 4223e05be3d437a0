// A connector that misbehaves as its settings say: {"how": "hang" | "flood" | "nonsense" | "die" | "half"}.
#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

int main()
{
    QString how;
    for (std::string line; std::getline(std::cin, line);) {
        const auto request = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        if (request[QStringLiteral("do")].toString() == QStringLiteral("hello")) {
            how = request[QStringLiteral("settings")].toObject()[QStringLiteral("how")].toString();
            std::puts("{\"id\":0,\"ok\":{}}");
        } else if (how == QStringLiteral("flood")) {
            for (;;)
                std::fputs("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", stdout);
        } else if (how == QStringLiteral("nonsense")) {
            std::puts("{\"id\":1,\"id\":1,\"ok\":{}}");
        } else if (how == QStringLiteral("half")) {
            std::fputs("{\"id\":1,\"ok\":{\"resul", stdout);
            std::fflush(stdout);
            std::_Exit(0);
        } else if (how == QStringLiteral("die")) {
            std::abort();
        }
        std::fflush(stdout);
    }
    return 0;
}
