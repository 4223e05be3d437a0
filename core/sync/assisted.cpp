#include "core/sync/assisted.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad {

const QString kAssistedChannel = u"assisted"_s;

Result<> AssistedDesk::present(const QString& channel, const QString& agency,
    const std::vector<AssistedInput>& inputs, const Actor& by,
    std::function<void(Result<AssistedSheet>)> done)
{
    QJsonArray fields;
    for (const AssistedInput& input : inputs)
        fields.append(QJsonObject{{u"key"_s, input.key}, {u"label_ar"_s, input.labelAr},
            {u"label_en"_s, input.labelEn}, {u"value"_s, input.value}});
    const QJsonObject request{
        {u"do"_s, u"present"_s}, {u"channel"_s, channel}, {u"agency"_s, agency}, {u"fields"_s, fields}};
    return m_sync.ask(kAssistedChannel, request, by, [done = std::move(done)](Result<QJsonObject> answer) {
        if (!answer) return done(answer.error());
        const QJsonObject& sheet = *answer;
        AssistedSheet made{sheet[u"ar"_s].toString(), sheet[u"en"_s].toString(), sheet[u"site"_s].toString(),
            sheet[u"reference_example"_s].toString(), {}};
        for (const auto& value : sheet[u"fields"_s].toArray()) {
            const QJsonObject field = value.toObject();
            made.fields.push_back(
                {field[u"key"_s].toString(), field[u"label_ar"_s].toString(), field[u"label_en"_s].toString(),
                    field[u"value"_s].toString(), field[u"copy_key"_s].toString()});
        }
        done(std::move(made));
    });
}

Result<> AssistedDesk::check(const QString& channel, const AssistedResult& result, const Actor& by,
    std::function<void(Result<Checked>)> done)
{
    QJsonObject request{{u"do"_s, u"result"_s}, {u"channel"_s, channel}, {u"reference"_s, result.reference},
        {u"fee_state"_s, result.feeState}, {u"proof"_s, result.proof}};
    if (result.fee) request[u"fee_baisa"_s] = static_cast<qint64>(result.fee->baisa());
    return m_sync.ask(
        kAssistedChannel, request, by, [done = std::move(done), result](Result<QJsonObject> answer) {
            if (!answer) return done(answer.error());
            Checked checked{result, {}};
            checked.result.reference = (*answer)[u"reference"_s].toString();
            for (const auto& value : (*answer)[u"errors"_s].toArray()) {
                const QJsonObject error = value.toObject();
                checked.faults.push_back(
                    {error[u"pointer"_s].toString(), error[u"code"_s].toString(), {}, {}});
            }
            done(std::move(checked));
        });
}

} // namespace sanad
