using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Keeps a profile for whoever first signs in and brings the code, which is the result and is told once. For who runs the
/// program, and so could write what they liked into its database: refused to everybody who signs in.
/// </summary>
public sealed class IssueInvitationCode(Store store) : IOperation<IssueInvitationCode.Request, string>
{
    public sealed record Request(Profile Profile, Perimeter Perimeter);

    public static Right Right => Right.ManagePeople;

    public Task<Outcome<string>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<string>(
            viewer,
            Right,
            nameof(IssueInvitationCode),
            async writing =>
            {
                if (!viewer.IsProduct)
                {
                    return Refusal.NoRight;
                }

                if (await Granting.CheckAsync(writing.Context, viewer, request.Perimeter, cancellation) is { } refusal)
                {
                    return refusal;
                }

                var code = InvitationCode.New();
                var one = Invitations.For(writing, viewer, request.Profile, request.Perimeter, email: null, code);
                writing.Context.Invitations.Add(one);
                writing.TouchAdded(Subject.Invitation, () => one.Id);
                return code;
            },
            cancellation
        );
}
