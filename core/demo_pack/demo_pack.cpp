#include "core/demo_pack/demo_pack.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sanad {

QByteArray demonstrationPack()
{
    QFile file(u":/packs/demo.sanadpack"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace sanad
