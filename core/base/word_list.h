#pragma once

#include <QString>
#include <QVarLengthArray>

namespace sanad {

/// Words one behind another in one piece of memory: those of a name need no allocation of their own.
class WordList {
public:
    qsizetype size() const { return m_ends.size(); }
    bool isEmpty() const { return m_ends.isEmpty(); }
    QStringView operator[](qsizetype i) const
    {
        const qsizetype from = i == 0 ? 0 : m_ends[i - 1];
        return QStringView(m_letters.constData() + from, m_ends[i] - from);
    }
    QStringView back() const { return (*this)[size() - 1]; }
    bool contains(QStringView word) const
    {
        for (qsizetype i = 0; i < size(); ++i)
            if ((*this)[i] == word) return true;
        return false;
    }

    /// The words lie elsewhere than in this list.
    void add(QStringView word, QStringView rest = {})
    {
        append(word);
        append(rest);
        end();
    }
    /// The word that is written letter by letter until end(); an empty one is none.
    QStringView open() const
    {
        const qsizetype from = m_ends.isEmpty() ? 0 : m_ends.back();
        return QStringView(m_letters.constData() + from, m_letters.size() - from);
    }
    void append(QChar letter) { m_letters.append(letter); }
    void append(QStringView letters) { m_letters.append(letters.data(), letters.size()); }
    void end()
    {
        if (!open().isEmpty()) m_ends.append(m_letters.size());
    }
    void removeLast()
    {
        m_ends.removeLast();
        m_letters.resize(m_ends.isEmpty() ? 0 : m_ends.back());
    }

private:
    QVarLengthArray<QChar, 384> m_letters;
    QVarLengthArray<qsizetype, 48> m_ends;
};

} // namespace sanad
