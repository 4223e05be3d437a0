// Files of customers and of the centre's own services, CSV and JSON lines, all the way into a database.

#include "core/catalogue/catalogue_import.h"
#include "core/customers/customer_import.h"
#include "tests/fuzz/fuzz_target.h"

#include <QBuffer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

constexpr int kInputsPerDatabase = 2000; // what the imports leave in it makes it slower

Database& database()
{
    // Never destroyed at the end of the program: Qt's own globals go before it.
    static auto& current = *new std::unique_ptr<Database>;
    static int inputs = 0;
    if (!current || ++inputs % kInputsPerDatabase == 0) {
        current = Database::forTests();
        current->unlock(Vault::create());
    }
    return *current;
}

} // namespace

FUZZ_TARGET(imports)
{
    const Actor by(
        StaffId::fromRaw(1), u"owner"_s, u"C1"_s, {allPermissions().begin(), allPermissions().end()});
    Database& db = database();
    for (const auto format : {ImportFormat::Csv, ImportFormat::JsonLines}) {
        QBuffer in;
        in.setData(bytes.toByteArray());
        in.open(QIODevice::ReadOnly);
        qint64 rejected = 0;
        const auto report = CustomerImport(db).run(
            in, format, {},
            [&](const auto& rows) -> Result<> {
                rejected += static_cast<qint64>(rows.size());
                return {};
            },
            by);
        if (report) fuzz::promise(report->rejected == rejected);
    }
    (void)CatalogueImport(db).run(bytes.toByteArray(), by);
}
