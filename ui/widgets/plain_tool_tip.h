#pragma once

#include <QTextDocument>

namespace sanad {

/// For setToolTip(), which takes a text for markup by its looks: `text` as it stands.
inline QString plainToolTip(const QString& text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

} // namespace sanad
