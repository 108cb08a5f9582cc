using AmiDashboard.Core.People;
using Microsoft.AspNetCore.Authorization;

namespace AmiDashboard.Web.SignIn;

/// <summary>
/// A page or endpoint that asks for a right: <c>@attribute [Asks(Right.ManagePeople)]</c>. Without it, any right at all
/// is asked for; only what says so (<c>[AllowAnonymous]</c>) is open.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AsksAttribute(Right right) : AuthorizeAttribute($"{Access.PolicyPrefix}{right}")
{
    public Right Right { get; } = right;
}

/// <summary>Met by somebody who holds the right, or, where none is named, any profile.</summary>
internal sealed record AccessRequirement(Right? Right) : IAuthorizationRequirement;

internal sealed class AccessHandler(CurrentViewer viewer) : AuthorizationHandler<AccessRequirement>
{
    protected override async Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        AccessRequirement requirement
    )
    {
        if (
            await viewer.ReadAsync(context.User) is { HasAnyProfile: true } found
            && (requirement.Right is not { } right || found.Can(right))
        )
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>One policy a right, and the one that stands where nothing is said.</summary>
internal static class Access
{
    public const string PolicyPrefix = "right:";

    /// <summary>Signed in, with or without a right: sign-out and the page of those who have none.</summary>
    public const string SignedIn = "signed-in";

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, AccessHandler>();
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = options.DefaultPolicy = Policy(null);
            options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
            foreach (var right in Enum.GetValues<Right>())
            {
                options.AddPolicy($"{PolicyPrefix}{right}", Policy(right));
            }
        });
    }

    private static AuthorizationPolicy Policy(Right? right) =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .AddRequirements(new AccessRequirement(right))
            .Build();
}
