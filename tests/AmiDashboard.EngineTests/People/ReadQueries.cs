using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Matching;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Applications.Imports;
using AmiDashboard.Storage.Applications.Runs;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.People;

/// <summary>How each read is asked, so that it would show the most.</summary>
internal static class ReadQueries
{
    public const int Own = 1001;

    private static readonly DateTime FarAway = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static readonly IReadOnlyDictionary<Type, object[]> All = new Dictionary<Type, object[]>
    {
        [typeof(ApplicationList)] =
        [
            new ApplicationList.Query(ApplicationFilter.All, Size: 1000),
            new ApplicationList.Query(new ApplicationFilter { Search = SearchWords.Of("Projet") }),
            new ApplicationList.Query(new ApplicationFilter { Technique = "Technique-2002" }),
        ],
        [typeof(ApplicationSheet)] =
        [
            new ApplicationSheet.Query(Own),
            new ApplicationSheet.Query(1002),
            new ApplicationSheet.Query(2001),
        ],
        [typeof(ApplicationFilterValues)] =
        [
            new ApplicationFilterValues.Query(null),
            new ApplicationFilterValues.Query(2),
        ],
        [typeof(ApplicationFigures)] = [new ApplicationFigures.Query(ApplicationFilter.All)],
        [typeof(SourceFreshness)] = [new SourceFreshness.Query(null)],
        [typeof(FieldMappingList)] = [new FieldMappingList.Query(1), new FieldMappingList.Query(2)],
        [typeof(SyncRunList)] = [new SyncRunList.Query()],
        [typeof(MirrorState)] = [new MirrorState.Query(1), new MirrorState.Query(2)],
        [typeof(EditionList)] = [new EditionList.Query()],
        [typeof(EditionPresence)] = [new EditionPresence.Query()],
        [typeof(EditionSetups)] = [new EditionSetups.Query()],
        [typeof(AccessKeyList)] = [new AccessKeyList.Query()],
        [typeof(KnownFormOfEdition)] = [new KnownFormOfEdition.Query(1), new KnownFormOfEdition.Query(2)],
        [typeof(PreviewImport)] =
        [
            new PreviewImport.Query(
                1,
                new ImportFile
                {
                    Name = "export.csv",
                    Lines = 0,
                    Dossiers = [],
                }
            ),
            new PreviewImport.Query(
                2,
                new ImportFile
                {
                    Name = "export.csv",
                    Lines = 1,
                    Dossiers = [new(2, SampleDossiers.Dossier(9001) with { Annotations = [] })],
                }
            ),
        ],
        [typeof(PersonList)] = [new PersonList.Query()],
        [typeof(GuardedGrants)] = [new GuardedGrants.Query()],
        [typeof(InvitationList)] = [new InvitationList.Query()],
        [typeof(GridSheet)] = [new GridSheet.Query(1), new GridSheet.Query(2)],
        [typeof(ReviewerList)] = [new ReviewerList.Query(1), new ReviewerList.Query(2)],
        [typeof(AssignmentSheet)] = [new AssignmentSheet.Query(1), new AssignmentSheet.Query(2)],
        [typeof(SourceNotes)] = [new SourceNotes.Query(1, "Non noté"), new SourceNotes.Query(2, "Non noté")],
        [typeof(OwnReviews)] = [new OwnReviews.Query()],
        [typeof(ReviewWorkspace)] =
        [
            new ReviewWorkspace.Query(Own),
            new ReviewWorkspace.Query(1002),
            new ReviewWorkspace.Query(2001),
        ],
        [typeof(ApplicationReviews)] =
        [
            new ApplicationReviews.Query(Own),
            new ApplicationReviews.Query(1002),
            new ApplicationReviews.Query(2001),
        ],
        [typeof(ReviewProgressFacts)] = [new ReviewProgressFacts.Query(1), new ReviewProgressFacts.Query(2)],
        [typeof(RankingFacts)] = [new RankingFacts.Query(1), new RankingFacts.Query(2)],
        [typeof(ReviewerFacts)] = [new ReviewerFacts.Query(1), new ReviewerFacts.Query(2)],
        [typeof(SessionList)] = [new SessionList.Query(1), new SessionList.Query(2)],
        [typeof(SessionSheet)] = [new SessionSheet.Query(1), new SessionSheet.Query(2)],
        [typeof(DecisionSendings)] = [new DecisionSendings.Query(1), new DecisionSendings.Query(2)],
        [typeof(DecidedScoresOfEdition)] = [new DecidedScoresOfEdition.Query(1), new DecidedScoresOfEdition.Query(2)],
        [typeof(BudgetFigures)] = [new BudgetFigures.Query(ApplicationFilter.All)],
        [typeof(ProjectBudgetSheet)] =
        [
            new ProjectBudgetSheet.Query(Own),
            new ProjectBudgetSheet.Query(1002),
            new ProjectBudgetSheet.Query(2001),
        ],
        [typeof(LedgerJournal)] =
        [
            new LedgerJournal.Query(Size: LedgerJournal.LargestPage),
            new LedgerJournal.Query(Edition: 2),
            new LedgerJournal.Query(Number: 2001),
        ],
        [typeof(LedgerHead)] = [new LedgerHead.Query(DateTime.MaxValue)],
        [typeof(PaymentList)] =
        [
            new PaymentList.Query(),
            new PaymentList.Query(IsOpen: false),
            new PaymentList.Query(Edition: 2, State: PaymentState.Paid),
        ],
        [typeof(BudgetDocumentList)] =
        [
            new BudgetDocumentList.Query(1),
            new BudgetDocumentList.Query(1, Own),
            new BudgetDocumentList.Query(1, 1002),
            new BudgetDocumentList.Query(2, 2001),
        ],
        [typeof(DocumentDownload)] = [.. Enumerable.Range(1, 9).Select(id => new DocumentDownload.Query(id))],
        [typeof(PrototypeFigures)] =
        [
            new PrototypeFigures.Query(ApplicationFilter.All),
            new PrototypeFigures.Query(ApplicationFilter.All, new DateTime(2019, 1, 20, 0, 0, 0, DateTimeKind.Utc)),
        ],
        [typeof(ReportDesk)] = [new ReportDesk.Query(Own), new ReportDesk.Query(1003), new ReportDesk.Query(2001)],
        [typeof(SheetDesk)] = [new SheetDesk.Query(Own), new SheetDesk.Query(1003), new SheetDesk.Query(2001)],
        [typeof(PublishedSheets)] = [new PublishedSheets.Query(), new PublishedSheets.Query(2001)],
        [typeof(PlanTemplateOfEdition)] = [new PlanTemplateOfEdition.Query(1), new PlanTemplateOfEdition.Query(2)],
        [typeof(AwaitingSupport)] = [new AwaitingSupport.Query()],
        [typeof(SupportCalendar)] =
        [
            new SupportCalendar.Query(),
            new SupportCalendar.Query(Own),
            new SupportCalendar.Query(2001),
        ],
        // Of a chart that every profile with figures may see.
        [typeof(NotesOfChart)] = [new NotesOfChart.Query("deposits"), new NotesOfChart.Query("deposits", 2)],
        [typeof(ProgrammeFigures)] =
        [
            new ProgrammeFigures.Query(ApplicationFilter.All),
            new ProgrammeFigures.Query(new ApplicationFilter { AsOf = new DateOnly(2019, 1, 20) }),
            new ProgrammeFigures.Query(new ApplicationFilter { Edition = 2 }),
        ],
        [typeof(CommitteeDates)] = [new CommitteeDates.Query(null), new CommitteeDates.Query(2)],
        [typeof(Movements)] =
        [
            new Movements.Query(DateTime.UnixEpoch, FarAway),
            new Movements.Query(DateTime.UnixEpoch, FarAway, Edition: 2),
            new Movements.Query(DateTime.UnixEpoch, FarAway, Numbers: new HashSet<int> { Own, 2001 }),
        ],
        [typeof(ProjectTrail)] =
        [
            new ProjectTrail.Query(Own),
            new ProjectTrail.Query(1002),
            new ProjectTrail.Query(2001),
        ],
        [typeof(OwnSubscription)] = [new OwnSubscription.Query()],
        [typeof(OwnLayout)] = [new OwnLayout.Query("sgpi")],
        [typeof(PaymentFilePreview)] =
        [
            new PaymentFilePreview.Query([
                new PaymentFileLine(
                    2,
                    null,
                    null,
                    null,
                    "VIR",
                    Money.FromEuros(20_000),
                    new DateOnly(2018, 12, 1),
                    null
                ),
            ]),
        ],
    };
}
