namespace AmiDashboard.Core.Applications.Figures;

/// <summary>What a figure was computed for: its filter, and the instant it speaks of (UTC).</summary>
/// <param name="Editions">The editions the viewer may know of, oldest first.</param>
public sealed record FigureScope(ApplicationFilter Filter, DateTime AsOf, IReadOnlyList<EditionDates> Editions)
{
    /// <summary>The facts as they stood at <see cref="AsOf"/>, those that the filter admits.</summary>
    public IEnumerable<ApplicationFact> Admitted(IEnumerable<ApplicationFact> facts) =>
        Filter.Admitted(facts.Select(fact => fact.At(AsOf)).OfType<ApplicationFact>());

    /// <summary>
    /// Whether the filter admits a project by its application as it stood. One whose dossier is purged (null) is admitted by
    /// its edition and its number alone: nothing else is known of it.
    /// </summary>
    public bool Admits(ApplicationFact? application, int edition, int number) =>
        application is not null
            ? Filter.Admits(application.At(AsOf) ?? application)
            : (Filter with { Numbers = null }).IsOfWholeEditions
                && (Filter.Edition ?? edition) == edition
                && Filter.Numbers?.Numbers.Contains(number) != false;
}

/// <summary>What charts need of an edition. Instants are UTC.</summary>
public sealed record EditionDates(int Number, string Name, DateTime OpensAt, DateTime Deadline);

/// <summary>One mark of a figure: how many applications, and the filter that lists exactly them.</summary>
public sealed record Count(int Applications, ApplicationFilter Rows);
