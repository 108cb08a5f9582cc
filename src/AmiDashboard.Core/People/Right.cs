namespace AmiDashboard.Core.People;

/// <summary>What an operation or a read asks for. Each declares one, beside its code.</summary>
public enum Right
{
    /// <summary>Own name, own profile, own entitlements: anybody who is signed in.</summary>
    None,
    SeeFigures,
    SeeApplications,

    /// <summary>E-mails and names of applicants.</summary>
    SeePersonalData,

    /// <summary>What the instructors keep among themselves at the source: their labels, and their own e-mails.</summary>
    SeeInstruction,
    ChangeStage,
    SeeSynchronisation,
    Synchronise,
    EditMapping,
    ManagePeople,
    EditEditions,

    /// <summary>One's own score sheets, of the applications one is given.</summary>
    Review,

    /// <summary>Criteria, reviewers, assignments, reopening; every score with the name of who gave it, and severity.</summary>
    ManageReviews,

    /// <summary>Scores, ranking and agreement, never the name of who scored.</summary>
    SeeRanking,

    /// <summary>What jury, COPIL and SGPI decided, and why.</summary>
    SeeDecisions,

    /// <summary>Keep the sessions of jury and COPIL.</summary>
    HoldSessions,

    /// <summary>Keep SGPI's decision, which grants.</summary>
    Grant,

    /// <summary>The ledger, conventions and payments of the projects within reach; the envelope of whole editions.</summary>
    SeeBudgets,

    /// <summary>Give an edition its envelope, redeploy it, grant: SGPI's part of the ledger.</summary>
    KeepEnvelope,

    /// <summary>Fees, commitments, conventions, releases, forecasts: CDC's part of the ledger.</summary>
    KeepBudgets,

    /// <summary>Ask for a payment and hand in its documents.</summary>
    RequestPayment,

    /// <summary>Prepare, validate (another person), pay or reject: CDC alone.</summary>
    Pay,

    /// <summary>Plans, reports, trials and evaluation of the prototypes within reach.</summary>
    SeePrototypes,

    /// <summary>Milestones, trials, readiness and the sheet: those who build, and those who support them.</summary>
    KeepPlans,

    /// <summary>The monthly report: the team's own word.</summary>
    Report,

    /// <summary>Begin support, the template of plans, the evaluation: both bodies that run the call.</summary>
    LeadSupport,

    /// <summary>Technical sessions, and DINSIC's say on a roll-out.</summary>
    SupportTechnically,

    /// <summary>Strategic sessions, and DITP's say on a roll-out.</summary>
    SupportStrategically,

    /// <summary>Pin a dated note to a chart that one sees, and take back one's own.</summary>
    Annotate,
}

/// <summary>Which profile holds which right, wherever its perimeter reaches.</summary>
public static class ProfileRights
{
    public static IReadOnlySet<Right> Of(Profile profile) =>
        profile switch
        {
            Profile.Administrator => Administrator,
            Profile.Dinsic => Dinsic,
            Profile.Ditp => Ditp,
            Profile.Sgpi => Owner,
            Profile.Cdc => Operator,
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
        Right.SeeInstruction,
        Right.SeeSynchronisation,
        Right.Synchronise,
        Right.EditMapping,
        Right.ManagePeople,
        Right.EditEditions,
        Right.SeeBudgets,
        Right.SeePrototypes,
        Right.Annotate,
    ];

    private static readonly HashSet<Right> Organiser =
    [
        Right.None,
        Right.SeeFigures,
        Right.SeeApplications,
        Right.SeePersonalData,
        Right.SeeInstruction,
        Right.ChangeStage,
        Right.SeeSynchronisation,
        Right.Synchronise,
        Right.ManageReviews,
        Right.SeeRanking,
        Right.SeeDecisions,
        Right.HoldSessions,
        Right.SeeBudgets,
        Right.SeePrototypes,
        Right.KeepPlans,
        Right.LeadSupport,
        Right.Annotate,
    ];

    private static readonly HashSet<Right> Dinsic = [.. Organiser, Right.SupportTechnically];

    private static readonly HashSet<Right> Ditp = [.. Organiser, Right.SupportStrategically];

    private static readonly HashSet<Right> Owner =
    [
        Right.None,
        Right.SeeFigures,
        Right.SeeApplications,
        Right.SeeSynchronisation,
        Right.SeeRanking,
        Right.SeeDecisions,
        Right.Grant,
        Right.SeeBudgets,
        Right.KeepEnvelope,
        Right.SeePrototypes,
        Right.Annotate,
    ];

    private static readonly HashSet<Right> Operator =
    [
        Right.None,
        Right.SeeFigures,
        Right.SeeApplications,
        Right.SeeSynchronisation,
        Right.SeeDecisions,
        Right.SeeBudgets,
        Right.KeepBudgets,
        Right.RequestPayment,
        Right.Pay,
        Right.SeePrototypes,
        Right.Annotate,
    ];

    private static readonly HashSet<Right> Leadership =
    [
        Right.None,
        Right.SeeFigures,
        Right.SeeApplications,
        Right.SeeRanking,
        Right.SeeDecisions,
        Right.SeeBudgets,
        Right.SeePrototypes,
        Right.Annotate,
    ];

    private static readonly HashSet<Right> Reviewer = [Right.None, Right.SeeApplications, Right.Review];

    private static readonly HashSet<Right> Ministry =
    [
        Right.None,
        Right.SeeApplications,
        Right.SeePersonalData,
        Right.SeeBudgets,
        Right.RequestPayment,
        Right.SeePrototypes,
        Right.KeepPlans,
        Right.Report,
    ];
}
