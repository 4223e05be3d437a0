#include "app/bench/bench_centre.h"

#include "core/people/people_service.h"
#include "core/people/sign_in.h"

using namespace Qt::StringLiterals;

namespace sanad::bench {

BenchCentre::BenchCentre(const QString& name, const QString& server)
    : folder(name)
    , db(must(Database::open({folder.path(), server}, folder.isFresh() ? OpenMode::Create : OpenMode::Write)))
{
    if (folder.isFresh()) {
        FirstRun request;
        request.centre.nameAr = u"مركز"_s;
        request.counters = {{u"C1"_s, u"شباك"_s, {}, true}};
        request.owner = {u"owner"_s, u"المالك"_s, {}, Role::Owner, u"bench-owner"_s, u"111111"_s};
        (void)must(PeopleService(*db).setUp(request));
    }
    owner = must(SignIn(*db).withPassword(u"owner"_s, u"bench-owner"_s, u"C1"_s));
}

} // namespace sanad::bench
