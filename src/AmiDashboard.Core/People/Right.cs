namespace AmiDashboard.Core.People;

/// <summary>What an operation or a read asks for. Each declares one, beside its code.</summary>
public enum Right
{
    /// <summary>Own name, own profile, own entitlements: anybody who is signed in.</summary>
    None,
    SeeFigures,
    SeeApplications,

    /// <summary>E-mails and names of applicants and agents.</summary>
    SeePersonalData,
    ChangeStage,
    SeeSynchronisation,
    Synchronise,
    EditMapping,
    ManagePeople,
    EditEditions,
}

/// <summary>Which profile holds which right, wherever its perimeter reaches.</summary>
public static class ProfileRights
{
    public static IReadOnlySet<Right> Of(Profile profile) =>
        profile switch
        {
            Profile.Administrator => Administrator,
            Profile.Dinsic or Profile.Ditp => Organiser,
            Profile.Sgpi or Profile.Cdc => Funder,
            Profile.Leadership => Leadership,
            Profile.Reviewer => Reviewer,
            Profile.Ministry => Ministry,
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, null),
        };

    private static readonly HashSet<Right> Administrator =
    [
        Right.None,
        Right.SeeFigures,
        Right.SeeApplications,
        Right.SeePersonalData,
        Right.SeeSynchronisation,
        Right.Synchronise,
        Right.EditMapping,
        Right.ManagePeople,
        Right.EditEditions,
    ];

    private static readonly HashSet<Right> Organiser =
    [
        Right.None,
        Right.SeeFigures,
        Right.SeeApplications,
        Right.SeePersonalData,
        Right.ChangeStage,
        Right.SeeSynchronisation,
        Right.Synchronise,
    ];

    private static readonly HashSet<Right> Funder =
    [
        Right.None,
        Right.SeeFigures,
        Right.SeeApplications,
        Right.SeeSynchronisation,
    ];

    private static readonly HashSet<Right> Leadership = [Right.None, Right.SeeFigures, Right.SeeApplications];

    private static readonly HashSet<Right> Reviewer = [Right.None, Right.SeeApplications];

    private static readonly HashSet<Right> Ministry = [Right.None, Right.SeeApplications, Right.SeePersonalData];
}
