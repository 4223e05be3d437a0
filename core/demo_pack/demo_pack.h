#pragma once

#include <QByteArray>

namespace sanad {

/// The demonstration pack that the product carries, as a signed file, built from resources/pack.
QByteArray demonstrationPack();

} // namespace sanad
