#pragma once

#include <QString>

/// Names that the desk's window knows its pages by.
namespace sanad::page {

inline const QString kSignIn = QStringLiteral("sign-in");
inline const QString kSetUp = QStringLiteral("set-up");
inline const QString kRecovery = QStringLiteral("recovery");
inline const QString kStaff = QStringLiteral("staff");
inline const QString kSecrets = QStringLiteral("secrets");
inline const QString kServe = QStringLiteral("serve");
inline const QString kCustomers = QStringLiteral("customers");
inline const QString kServices = QStringLiteral("services");
inline const QString kForm = QStringLiteral("form");
inline const QString kDocuments = QStringLiteral("documents");
inline const QString kAssisted = QStringLiteral("assisted");
inline const QString kFees = QStringLiteral("fees");
inline const QString kPay = QStringLiteral("pay");
inline const QString kReceipt = QStringLiteral("receipt");
inline const QString kTransactions = QStringLiteral("transactions");
inline const QString kCorrection = QStringLiteral("correction");
inline const QString kReports = QStringLiteral("reports");
inline const QString kSync = QStringLiteral("sync");
inline const QString kCash = QStringLiteral("cash");
inline const QString kPrivacy = QStringLiteral("privacy");
inline const QString kKeeping = QStringLiteral("keeping");
inline const QString kAudit = QStringLiteral("audit");
inline const QString kSettings = QStringLiteral("settings");
inline const QString kKey = QStringLiteral("key");

} // namespace sanad::page
