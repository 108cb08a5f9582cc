using AmiDashboard.Core;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Gives a person a profile over a perimeter within the giver's own. Refuses to give oneself anything, what is held already,
/// numbers that do not exist, and what takes a second administrator (<see cref="ProposeGrant"/>) unless there is none: then
/// it is given at once, and says that nobody confirmed it.
/// </summary>
public sealed class GrantEntitlement(Store store) : IOperation<GrantEntitlement.Request, int>
{
    public sealed record Request(int PersonId, Profile Profile, Perimeter Perimeter);

    public static Right Right => Right.ManagePeople;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(GrantEntitlement),
            async writing =>
            {
                var (context, wanted) = (writing.Context, request.Perimeter);
                var person = await Granting.PersonAsync(context, request.PersonId, cancellation);
                if (
                    await Granting.CheckAsync(context, viewer, person, request.Profile, wanted, cancellation) is
                    { } refusal
                )
                {
                    return refusal;
                }

                if (SecondPersonRules.Guard(request.Profile) && !viewer.IsProduct)
                {
                    var second = await Granting.SecondAsync(
                        context,
                        viewer,
                        person!.Id,
                        wanted,
                        writing.Now,
                        cancellation
                    );
                    if (second.IsThere)
                    {
                        return Needed;
                    }

                    if (second.AloneFrom is { } from && from > writing.Now)
                    {
                        return new Refusal("Refusal_AloneTooRecently", ParisTime.DayOf(from));
                    }
                }

                var given = Granting.Give(writing, person!, request.Profile, wanted, writing.By, confirmedBy: null);
                await context.SaveChangesAsync(cancellation);
                return given.Id;
            },
            cancellation
        );

    /// <summary>A second administrator is there and has to confirm: propose it.</summary>
    public static readonly Refusal Needed = new("Refusal_SecondPersonNeeded");
}
