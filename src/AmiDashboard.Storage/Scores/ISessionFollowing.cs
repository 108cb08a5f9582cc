using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// What a signed session makes of a later subject, in the transaction that signs it: this subject cannot know it. A refusal
/// keeps the session open.
/// </summary>
internal interface ISessionFollowing
{
    Task<Refusal?> FollowAsync(Writing writing, Viewer viewer, Session session, CancellationToken cancellation);
}
