#pragma once

#include "core/catalogue/pack_contents.h"
#include "core/catalogue/pack_file.h"
#include "core/catalogue/publishers.h"
#include "tests/support/test_support.h"

#include <QJsonObject>

namespace sanad::test {

/// A migrated database whose owner has confirmed the demonstration publisher, who signs the packs below.
std::unique_ptr<Database> trustingDatabase();

/// The document of the demonstration pack, from resources/pack.
const QJsonObject& demonstrationDocument();
/// The same as a signed file.
QByteArray demonstrationFile();
/// Its contents, read once.
const PackContents& demonstrationContents();
/// One of its services on 2026-11-22.
ServiceItem demonstrationService(const QString& code);

/// A small pack of one service `A-ONE` with a given version and government fee, signed by the demonstration
/// publisher unless told otherwise.
QJsonObject smallDocument(
    std::int64_t version, std::int64_t baisa, const QString& validFrom = QStringLiteral("2026-01-01"));
QByteArray smallFile(
    std::int64_t version, std::int64_t baisa, const QString& validFrom = QStringLiteral("2026-01-01"));

inline const QDate kDay(2026, 11, 22);

} // namespace sanad::test
