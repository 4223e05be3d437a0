#pragma once

#include "core/base/actor.h"
#include "core/base/approval.h"
#include "core/customers/customer_check.h"
#include "core/customers/merge_repository.h"

namespace sanad {

/// From this age on a person consents for themselves (Personal Data Protection Law, Royal Decree 6/2022).
constexpr int kAdultAge = 18;
/// False while the birth date is unknown.
bool isChild(const Customer& customer, const QDate& today);
/// By the birth date of any record that stands for the person.
bool isChild(Tx& tx, CustomerId id);
/// A child for whom no consent of a guardian stands, on the record or on one merged into it.
bool lacksGuardian(Tx& tx, const Customer& customer);

/// Nothing new may be done or sent with a restricted person, whichever of their records it was put on. Null
/// ids and unknown ones pass. Errors: Conflict `customer.restricted`.
Result<> mayBeUsed(Tx& tx, const std::vector<CustomerId>& parties);

enum class ConfirmDuplicates { No, Yes };
/// CustomerService::create() within a transaction of the caller's: the same checks, audit line and errors.
/// `similar` gets those whom it was saved in spite of.
Result<Customer> createCustomer(Tx& tx, const Customer& draft, const Actor& by,
    ConfirmDuplicates duplicates = ConfirmDuplicates::No, ConfirmUnusual unusual = ConfirmUnusual::No,
    std::vector<CustomerId>* similar = nullptr);

/// Customers that may be the same person or company as `draft`, itself left out.
std::vector<PossibleDuplicate> findDuplicates(Tx& tx, const Customer& draft);

/// What a second person consents to before records are merged or parted.
ApprovedAct mergeAct(CustomerId kept, CustomerId gone);
ApprovedAct undoMergeAct(MergeId merge);

/// True when nothing that was typed stands in the names of a match as it is spelled or as a beginning of it:
/// they only sound like it. Never for what was typed with digits.
bool onlySoundsAlike(const QString& typed, const CustomerMatch& match);

/// What a clerk can do with customers. Each act is one transaction and one audit line.
class CustomerService {
public:
    explicit CustomerService(Database& db)
        : m_db(db)
    {
    }

    /// Matches of what is typed so far: words of the name from their first letter in either script and any
    /// common spelling, or a civil number, phone, passport, CR number or plate, whole or (from four) its last
    /// digits. Exact words first, then the newest.
    Result<std::vector<CustomerMatch>> find(const QString& text, int limit, const Actor& by);
    /// Errors: NotFound `customer.not-found`.
    Result<Customer> get(CustomerId id, const Actor& by);
    /// As find() shows them; the record that stands for a merged one. Errors: NotFound `customer.not-found`.
    Result<CustomerMatch> match(CustomerId id, const Actor& by);
    /// As sanad::lacksGuardian(). Errors: NotFound `customer.not-found`.
    Result<bool> lacksGuardian(CustomerId id, const Actor& by);

    /// Saves a new customer; `draft.id` and times are set here. Errors:
    /// those of cleanedCustomer(); Conflict `customer.same-identifier` (arg: the existing id), and until
    /// confirmed `customer.similar` (arg: the existing id).
    Result<Customer> create(const Customer& draft, const Actor& by,
        ConfirmDuplicates duplicates = ConfirmDuplicates::No, ConfirmUnusual unusual = ConfirmUnusual::No);
    /// Replaces everything but consent, authorisations and merges; a restricted record may be put right too.
    /// Errors as create(), where only likenesses that the change makes are asked about, and Conflict
    /// `customer.changed` when it was saved by somebody else since `customer.updatedAt`, `customer.merged`,
    /// `customer.merged-number` (arg: the kind) where a number of a merged record is not as it was.
    Result<Customer> update(const Customer& customer, const Actor& by,
        ConfirmDuplicates duplicates = ConfirmDuplicates::No, ConfirmUnusual unusual = ConfirmUnusual::No);
    /// Who may already be the customer of `draft`. Errors: those of cleanedCustomer().
    Result<std::vector<PossibleDuplicate>> duplicates(const Customer& draft, const Actor& by);

    /// From now on `kept` stands for `gone` too: it is found by both names and shows the numbers of both.
    /// Nothing of `gone` is rewritten, so that undoing gives back exactly what was. A restriction or a
    /// withdrawn consent on either holds for both from then on. Takes a second person's
    /// approval, as undoing does. Errors: Invalid `customer.merge-itself`, `customer.merge-kinds`; Conflict
    /// `customer.merged`; Denied `approval.*`.
    Result<MergeId> merge(CustomerId kept, CustomerId gone, const Approval& approval, const Actor& by);
    /// Gives everything back. Errors: NotFound `customer.no-merge`; Conflict `customer.merge-undone`.
    Result<> undoMerge(MergeId merge, const Approval& approval, const Actor& by);

    /// What the record stands for besides itself and can be undone, newest first.
    Result<std::vector<StandingMerge>> merges(CustomerId kept, const Actor& by);

    /// The time and the clerk are set here. For a child (under kAdultAge by its birth date) somebody else
    /// must consent: `guardian`, an adult. Errors: Invalid `customer.guardian-needed`,
    /// `customer.guardian-unfit` (a company, a child, or the child itself).
    Result<> recordConsent(CustomerId id, const QString& textVersion, const QString& language,
        const Actor& by, CustomerId guardian = {});
    /// What was done on the consent stays lawful; nothing new may build on it. Errors: Conflict
    /// `customer.no-consent`.
    Result<> withdrawConsent(CustomerId id, const Actor& by);
    /// Newest first, those of merged records too.
    Result<std::vector<Consent>> consents(CustomerId id, const Actor& by);

    /// Adds or renews who may sign for a company. Errors: Invalid `customer.not-a-company`,
    /// `customer.not-a-person`; Conflict `customer.restricted`.
    Result<> authorise(CustomerId company, const AuthorisedPerson& person, const Actor& by);
    Result<> withdrawAuthorisation(CustomerId company, CustomerId person, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
