using System.Collections.Immutable;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Storage.Applications.Imports;

/// <summary>What a file of exported dossiers says once it is read. Nothing is written yet.</summary>
public sealed record ImportFile
{
    public required string Name { get; init; }

    /// <summary>Lines of dossiers met, refused ones included.</summary>
    public required int Lines { get; init; }

    /// <summary>One per number.</summary>
    public required ImmutableArray<ImportedDossier> Dossiers { get; init; }

    public ImmutableArray<ImportColumn> Columns { get; init; } = [];

    /// <summary>The first ones; <see cref="ProblemCount"/> says how many there are.</summary>
    public ImmutableArray<ImportProblem> Problems { get; init; } = [];

    public int ProblemCount { get; init; }

    public ImmutableArray<ImportNotice> Notices { get; init; } = [];

    /// <summary>Lines that gave no dossier.</summary>
    public int RefusedLines => Lines - Dossiers.Length;
}

/// <param name="Line">Line of the file, or row of the sheet, at which the dossier begins; the header is line 1.</param>
public sealed record ImportedDossier(int Line, Dossier Dossier);

public enum ImportEffect
{
    /// <summary>The dossier of this line is not taken.</summary>
    LineRefused,

    /// <summary>The dossier is taken; this answer is unknown or only kept as text.</summary>
    AnswerUnknown,
}

/// <summary>One thing that could not be taken as it is.</summary>
/// <param name="Sheet">Null where the file has one table only.</param>
/// <param name="Value">The value met, cut at <see cref="LongestValue"/>.</param>
/// <param name="ReasonKey">Key of the sentence that says why.</param>
public sealed record ImportProblem(
    ImportEffect Effect,
    int Line,
    int? Number,
    string? Sheet,
    string? Column,
    string? Value,
    string ReasonKey
)
{
    /// <summary>Characters.</summary>
    public const int LongestValue = 200;
}

/// <summary>Something worth knowing about a column or a sheet, once for all its lines.</summary>
/// <param name="Count">How many lines it is about.</param>
public sealed record ImportNotice(string ReasonKey, string Subject, int Count, int? FirstLine);

/// <summary>How a column was read.</summary>
/// <param name="Part">What it says of the dossier itself (its state, a date); null for an answer.</param>
/// <param name="IsNote">A private note of the instructors: never shown to the applicant's side.</param>
public sealed record ImportColumn(string Title, string? Part, FieldKind? Kind, FieldTarget Target, bool IsNote);
