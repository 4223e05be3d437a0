#include "core/forms/schema_rewrite.h"

#include "core/forms/decimal.h"
#include "core/forms/ecma_pattern.h"
#include "core/forms/json_pointer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Thrown within this file only: the walk is deep, and its first problem ends it.
struct Refusal {
    Error error;
};

[[noreturn]] void refuse(const QString& key, const QStringList& path, const QString& argument = {})
{
    QStringList args{path.isEmpty() ? u"/"_s : jsonPointer(path)};
    if (!argument.isNull()) args += argument;
    throw Refusal{{ErrorCode::Unusable, key, args, {}}};
}

class Rewriter {
public:
    Rewriter(const QJsonValue& root, const FormatCheck& formats)
        : m_root(root)
        , m_formats(formats)
    {
    }

    RewrittenSchema run()
    {
        definitionOf({});
        for (std::size_t next = 0; next < m_targets.size(); ++next) {
            m_current = next;
            const QStringList path = m_targets[next];
            const auto target = jsonAt(m_root, path);
            m_deepest = 0;
            m_rewritten[next] = schema(*target, path, true);
            m_levels += m_deepest;
            if (m_levels > kMostLevels) refuse(u"schema.too-deep"_s, path);
        }
        if (!m_innerId.isEmpty() && m_hasReference) refuse(u"schema.id-inside"_s, m_innerId);
        refuseEndless();
        QJsonObject definitions;
        for (std::size_t i = 0; i < m_rewritten.size(); ++i)
            definitions.insert(name(i), m_rewritten[i]);
        return {QJsonObject{{u"definitions"_s, definitions}, {u"$ref"_s, reference(0)}},
            std::move(m_patternPlaces)};
    }

private:
    /// The library descends through references as well; so many levels fit any thread's stack.
    static constexpr int kMostLevels = 150;

    /// One schema within another, while it lives.
    class Level {
    public:
        explicit Level(Rewriter& rewriter)
            : m_rewriter(rewriter)
        {
            m_rewriter.m_deepest = std::max(m_rewriter.m_deepest, ++m_rewriter.m_level);
        }
        ~Level() { --m_rewriter.m_level; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

    private:
        Rewriter& m_rewriter;
    };

    static QString name(std::size_t index) { return QString::number(index); }
    static QString reference(std::size_t index) { return u"#/definitions/"_s + name(index); }

    /// The number of the definition that stands for the schema at `path`; noted for rewriting when new.
    std::size_t definitionOf(const QStringList& path)
    {
        const auto [known, isNew] = m_numbers.try_emplace(path, m_rewritten.size());
        if (isNew) {
            m_rewritten.emplace_back();
            m_targets.resize(m_rewritten.size());
            m_targets.back() = path;
            m_sameInstance.resize(m_rewritten.size());
        }
        return known->second;
    }

    /// `here`: it applies to the same value as the definition that is being written.
    QJsonObject schema(const QJsonValue& value, const QStringList& path, bool here)
    {
        if (value.isBool()) return value.toBool() ? QJsonObject() : never(u"form.not-allowed"_s);
        if (!value.isObject()) refuse(u"schema.not-schema"_s, path);
        const QJsonObject in = value.toObject();
        if (in.contains(u"$ref"_s)) return referring(in.value(u"$ref"_s), path, here);
        const Level level(*this);

        noteIdentity(in, path);
        QJsonObject out;
        annotations(in, path);
        numbers(in, path, out);
        strings(in, path, out);
        values(in, path, out);
        arrays(in, path, out);
        objects(in, path, out, here);
        applicators(in, path, out, here);
        return out;
    }

    static QJsonObject never(const QString& key) { return {{QString::fromLatin1(keyword::kNever), key}}; }

    QJsonObject referring(const QJsonValue& value, const QStringList& path, bool here)
    {
        m_hasReference = true;
        if (!value.isString()) refuse(u"schema.keyword"_s, path, u"$ref"_s);
        QString text = value.toString();
        const QString rootId = m_root.toObject().value(u"$id"_s).toString();
        if (!rootId.isEmpty() && !rootId.contains(u'#') && text.startsWith(rootId + u'#'))
            text.remove(0, rootId.size());
        if (text.isEmpty()) text = u"#"_s;
        if (!text.startsWith(u'#')) refuse(u"schema.ref-outside"_s, path);
        const QByteArray decoded = QByteArray::fromPercentEncoding(text.sliced(1).toUtf8());
        const auto tokens = jsonPointerTokens(QString::fromUtf8(decoded));
        if (!tokens) refuse(u"schema.ref-outside"_s, path);
        if (!jsonAt(m_root, *tokens)) refuse(u"schema.ref-missing"_s, path);
        const auto target = definitionOf(*tokens);
        if (here) m_sameInstance[m_current].push_back(target);
        return {{u"$ref"_s, reference(target)}};
    }

    void noteIdentity(const QJsonObject& in, const QStringList& path)
    {
        const QJsonValue draft = in.value(u"$schema"_s);
        if (!draft.isUndefined()) {
            QString text = draft.toString();
            if (text.endsWith(u'#')) text.chop(1);
            if (text != u"http://json-schema.org/draft-07/schema"_s) refuse(u"schema.draft"_s, path);
        }
        const QJsonValue id = in.value(u"$id"_s);
        if (id.isUndefined()) return;
        if (!id.isString()) refuse(u"schema.keyword"_s, path, u"$id"_s);
        if (!path.isEmpty() && !id.toString().startsWith(u'#') && m_innerId.isEmpty()) m_innerId = path;
    }

    void annotations(const QJsonObject& in, const QStringList& path)
    {
        for (const QString& key : {u"title"_s, u"description"_s, u"$comment"_s, u"format"_s,
                 u"contentMediaType"_s, u"contentEncoding"_s})
            require(in, path, key, &QJsonValue::isString);
        require(in, path, u"readOnly"_s, &QJsonValue::isBool);
        require(in, path, u"examples"_s, &QJsonValue::isArray);
    }

    void require(const QJsonObject& in, const QStringList& path, const QString& key,
        bool (QJsonValue::*is)() const) const
    {
        const QJsonValue value = in.value(key);
        if (!value.isUndefined() && !(value.*is)()) refuse(u"schema.keyword"_s, path, key);
    }

    void numbers(const QJsonObject& in, const QStringList& path, QJsonObject& out)
    {
        const std::pair<QString, const char*> kinds[] = {{u"minimum"_s, keyword::kMinimum},
            {u"maximum"_s, keyword::kMaximum}, {u"exclusiveMinimum"_s, keyword::kExclusiveMinimum},
            {u"exclusiveMaximum"_s, keyword::kExclusiveMaximum}, {u"multipleOf"_s, keyword::kMultipleOf}};
        for (const auto& [key, own] : kinds) {
            require(in, path, key, &QJsonValue::isDouble);
            if (in.contains(key)) out.insert(QString::fromLatin1(own), in.value(key));
        }
        const QJsonValue step = in.value(u"multipleOf"_s);
        if (!step.isUndefined() && !Decimal::fromJson(step).isPositive())
            refuse(u"schema.keyword"_s, path, u"multipleOf"_s);
        for (const QString& key : {u"maxLength"_s, u"minLength"_s, u"maxItems"_s, u"minItems"_s,
                 u"maxProperties"_s, u"minProperties"_s}) {
            if (!in.contains(key)) continue;
            const QJsonValue value = in.value(key);
            const auto count = value.toInteger(-1);
            if (count < 0) refuse(u"schema.keyword"_s, path, key);
            out.insert(key, qint64{count});
        }
    }

    void strings(const QJsonObject& in, const QStringList& path, QJsonObject& out)
    {
        require(in, path, u"pattern"_s, &QJsonValue::isString);
        if (in.contains(u"pattern"_s)) {
            pattern(in.value(u"pattern"_s).toString(), path + QStringList(u"pattern"_s));
            out.insert(QString::fromLatin1(keyword::kPattern), in.value(u"pattern"_s));
        }
        require(in, path, u"x-format"_s, &QJsonValue::isString);
        if (in.contains(u"x-format"_s)) {
            const QString format = in.value(u"x-format"_s).toString();
            if (m_formats(format, {}) == FormatVerdict::Unknown)
                refuse(u"schema.format"_s, path + QStringList(u"x-format"_s));
            out.insert(QString::fromLatin1(keyword::kFormat), format);
        }
    }

    void pattern(const QString& text, const QStringList& place)
    {
        if (!ecmaPattern(text)) refuse(u"schema.pattern"_s, place);
        if (!m_patternPlaces.contains(text)) m_patternPlaces.insert(text, jsonPointer(place));
    }

    void values(const QJsonObject& in, const QStringList& path, QJsonObject& out)
    {
        require(in, path, u"enum"_s, &QJsonValue::isArray);
        if (in.contains(u"enum"_s)) out.insert(QString::fromLatin1(keyword::kEnum), in.value(u"enum"_s));
        // In an array, since the library would take some constants for something else.
        if (in.contains(u"const"_s))
            out.insert(QString::fromLatin1(keyword::kConst), QJsonArray{in.value(u"const"_s)});
        const QJsonValue type = in.value(u"type"_s);
        if (type.isUndefined()) return;
        const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
        static const QSet<QString> known{
            u"array"_s, u"boolean"_s, u"integer"_s, u"null"_s, u"number"_s, u"object"_s, u"string"_s};
        QSet<QString> seen;
        for (const QJsonValue& each : types) {
            if (!known.contains(each.toString()) || seen.contains(each.toString()))
                refuse(u"schema.keyword"_s, path, u"type"_s);
            seen.insert(each.toString());
        }
        if (types.isEmpty()) refuse(u"schema.keyword"_s, path, u"type"_s);
        out.insert(u"type"_s, types);
    }

    void arrays(const QJsonObject& in, const QStringList& path, QJsonObject& out)
    {
        require(in, path, u"uniqueItems"_s, &QJsonValue::isBool);
        if (in.value(u"uniqueItems"_s).toBool()) out.insert(QString::fromLatin1(keyword::kUniqueItems), true);
        one(in, path, u"contains"_s, out, false);
        const QJsonValue items = in.value(u"items"_s);
        if (items.isArray())
            many(in, path, u"items"_s, out, false);
        else
            one(in, path, u"items"_s, out, false);
        if (items.isArray())
            one(in, path, u"additionalItems"_s, out, false);
        else if (in.contains(u"additionalItems"_s))
            (void)schema(in.value(u"additionalItems"_s), path + QStringList(u"additionalItems"_s), false);
    }

    void objects(const QJsonObject& in, const QStringList& path, QJsonObject& out, bool here)
    {
        const QJsonValue required = in.value(u"required"_s);
        if (!required.isUndefined()) out.insert(u"required"_s, names(required, path, u"required"_s));
        named(in, path, u"properties"_s, out);
        named(in, path, u"patternProperties"_s, out);
        for (const QString& each : in.value(u"patternProperties"_s).toObject().keys())
            pattern(each, path + QStringList{u"patternProperties"_s, each});
        QJsonObject unused;
        named(in, path, u"definitions"_s, unused);
        one(in, path, u"additionalProperties"_s, out, false);
        if (in.value(u"additionalProperties"_s) == QJsonValue(false))
            out.insert(u"additionalProperties"_s, never(u"form.unknown-field"_s));
        dependencies(in, path, out, here);
        if (in.contains(u"propertyNames"_s)) {
            // The library files this schema under the place of the one around it; a reference keeps them
            // apart.
            const auto target = definitionOf(path + QStringList(u"propertyNames"_s));
            out.insert(u"propertyNames"_s, QJsonObject{{u"$ref"_s, reference(target)}});
        }
    }

    void dependencies(const QJsonObject& in, const QStringList& path, QJsonObject& out, bool here)
    {
        require(in, path, u"dependencies"_s, &QJsonValue::isObject);
        if (!in.contains(u"dependencies"_s)) return;
        const QJsonObject given = in.value(u"dependencies"_s).toObject();
        QJsonObject written;
        for (auto each = given.begin(); each != given.end(); ++each) {
            const QStringList place = path + QStringList{u"dependencies"_s, each.key()};
            if (each.value().isArray())
                written.insert(each.key(), names(each.value(), path, u"dependencies"_s));
            else
                written.insert(each.key(), schema(each.value(), place, here));
        }
        out.insert(u"dependencies"_s, written);
    }

    void applicators(const QJsonObject& in, const QStringList& path, QJsonObject& out, bool here)
    {
        for (const QString& key : {u"allOf"_s, u"anyOf"_s, u"oneOf"_s})
            many(in, path, key, out, here);
        for (const QString& key : {u"not"_s, u"if"_s, u"then"_s, u"else"_s})
            one(in, path, key, out, here);
        if (!in.contains(u"if"_s)) {
            out.remove(u"then"_s);
            out.remove(u"else"_s);
        }
    }

    void one(const QJsonObject& in, const QStringList& path, const QString& key, QJsonObject& out, bool here)
    {
        if (in.contains(key)) out.insert(key, schema(in.value(key), path + QStringList(key), here));
    }

    void many(const QJsonObject& in, const QStringList& path, const QString& key, QJsonObject& out, bool here)
    {
        if (!in.contains(key)) return;
        const QJsonArray given = in.value(key).toArray();
        if (!in.value(key).isArray() || given.isEmpty()) refuse(u"schema.keyword"_s, path, key);
        QJsonArray written;
        for (qsizetype i = 0; i < given.size(); ++i)
            written.append(schema(given.at(i), path + QStringList{key, QString::number(i)}, here));
        out.insert(key, written);
    }

    void named(const QJsonObject& in, const QStringList& path, const QString& key, QJsonObject& out)
    {
        require(in, path, key, &QJsonValue::isObject);
        if (!in.contains(key)) return;
        const QJsonObject given = in.value(key).toObject();
        QJsonObject written;
        for (auto each = given.begin(); each != given.end(); ++each)
            written.insert(each.key(), schema(each.value(), path + QStringList{key, each.key()}, false));
        out.insert(key, written);
    }

    static QJsonArray names(const QJsonValue& value, const QStringList& path, const QString& key)
    {
        if (!value.isArray()) refuse(u"schema.keyword"_s, path, key);
        const QJsonArray list = value.toArray();
        QSet<QString> seen;
        for (const QJsonValue& each : list) {
            if (!each.isString() || seen.contains(each.toString())) refuse(u"schema.keyword"_s, path, key);
            seen.insert(each.toString());
        }
        return list;
    }

    /// A schema that applies itself to the same value again would never come to an answer.
    void refuseEndless() const
    {
        enum class Mark { New, Open, Done };
        std::vector<Mark> marks(m_sameInstance.size(), Mark::New);
        std::vector<std::pair<std::size_t, std::size_t>> stack; // definition, its next reference
        for (std::size_t start = 0; start < marks.size(); ++start) {
            if (marks[start] != Mark::New) continue;
            stack.emplace_back(start, 0);
            marks[start] = Mark::Open;
            while (!stack.empty()) {
                auto& [at, next] = stack.back();
                if (next == m_sameInstance[at].size()) {
                    marks[at] = Mark::Done;
                    stack.pop_back();
                    continue;
                }
                const auto target = m_sameInstance[at][next++];
                if (marks[target] == Mark::Open) refuse(u"schema.endless"_s, m_targets[target]);
                if (marks[target] == Mark::Done) continue;
                marks[target] = Mark::Open;
                stack.emplace_back(target, 0);
            }
        }
    }

    QJsonValue m_root;
    const FormatCheck& m_formats;
    std::map<QStringList, std::size_t> m_numbers;
    std::vector<QStringList> m_targets; ///< Where each definition stands in the original.
    std::vector<QJsonObject> m_rewritten;
    std::vector<std::vector<std::size_t>> m_sameInstance; ///< References that apply to the same value.
    std::size_t m_current = 0;
    int m_level = 0;
    int m_deepest = 0; ///< Of the definition that is being written.
    int m_levels = 0; ///< Of all definitions together.
    bool m_hasReference = false;
    QStringList m_innerId;
    QHash<QString, QString> m_patternPlaces;
};

} // namespace

Result<RewrittenSchema> rewriteSchema(const QJsonValue& schema, const FormatCheck& formats)
{
    try {
        return Rewriter(schema, formats).run();
    } catch (const Refusal& refusal) {
        return refusal.error;
    }
}

} // namespace sanad
