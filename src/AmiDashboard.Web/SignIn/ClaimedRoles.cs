using System.Globalization;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;

namespace AmiDashboard.Web.SignIn;

/// <summary>
/// App roles as they are written at the provider: a profile (<c>Dinsic</c>), or a profile over some applications
/// (<c>Ministry:1003,1007</c>). A role that is not understood gives nothing.
/// </summary>
internal static class ClaimedRoles
{
    public static IReadOnlyList<SignInPerson.ClaimedProfile> Read(IEnumerable<string> roles) =>
        [.. roles.Distinct(StringComparer.Ordinal).Select(Read).OfType<SignInPerson.ClaimedProfile>()];

    private static SignInPerson.ClaimedProfile? Read(string role)
    {
        var parts = role.Split(':', 2);
        if (!Enum.GetNames<Profile>().Contains(parts[0], StringComparer.Ordinal))
        {
            return null;
        }

        var profile = Enum.Parse<Profile>(parts[0]);
        if (parts.Length == 1)
        {
            return new(profile);
        }

        var numbers = parts[1]
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            )
            .ToList();
        return numbers.Count <= Perimeter.MostApplications && numbers.TrueForAll(number => number > 0)
            ? new(profile, numbers)
            : null;
    }
}
