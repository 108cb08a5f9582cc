using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Scores;

/// <summary>
/// Private notes that instructors wrote at the source (« Note /20 — Pertinence technique »), read as a review. Only
/// proposes: what cannot be told is listed, never guessed, and a missing note stays missing.
/// </summary>
public static class AnnotationReading
{
    /// <param name="annotations">As the source or an export gives them; empty ones included.</param>
    /// <param name="notScored">The comment of a criterion without a note at the source, in the words of the review's readers.</param>
    public static AnnotationProposal Of(ImmutableArray<DossierField> annotations, ScoringGrid grid, string notScored)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentException.ThrowIfNullOrWhiteSpace(notScored);
        var criteria = grid.Criteria.OrderBy(criterion => criterion.Position).ToImmutableArray();
        var read = annotations
            .Where(field => field.Kind is not FieldKind.Heading)
            .Select(field => new Annotation(field, criteria))
            .ToImmutableArray();
        var notes = read.Where(one => one.IsNote).ToImmutableArray();
        var unmatched = read.Where(one => one.IsLost).ToImmutableArray();

        List<CriterionEntry> entries = [];
        List<AmbiguousNote> ambiguous =
        [
            .. notes.Where(note => note.Closest.Length > 1).Select(note => Unclear([note], note.Closest)),
        ];
        List<RoundedNote> rounded = [];
        List<OffScaleNote> offScale = [];
        List<string> shortened = [];
        foreach (var criterion in criteria)
        {
            var own = notes.Where(note => note.Closest is [var closest] && closest == criterion).ToImmutableArray();
            var comment = Comment(
                read.Where(one => one.IsComment && one.Closest is [var closest] && closest == criterion)
                    .Select(one => (one.Field.Label, one.Text!))
            );
            if (own.Length > 1)
            {
                ambiguous.Add(Unclear(own, [criterion]));
            }
            else if (own is [{ Number: { } given } note])
            {
                if (Taken(criterion, note, given) is { } score)
                {
                    entries.Add(new CriterionEntry(criterion.Id, score, CannotJudge: false, comment));
                }
            }
            else if (own is [{ IsUnreadable: false }] || (own.IsEmpty && !MayBeElsewhere(criterion)))
            {
                var why = comment is null ? notScored : $"{notScored}\n{comment}";
                entries.Add(new CriterionEntry(criterion.Id, null, CannotJudge: true, Cut(why, criterion.ShortName)));
            }
        }

        var whole = Comment(
            read.Where(one => one.IsComment && one.Closest.Length != 1)
                .Select(one => (one.Field.Label, $"{one.Field.Label}\u00a0: {one.Text}"))
        );
        return new AnnotationProposal(
            new ReviewSheet([.. entries], whole),
            [.. unmatched.Select(one => one.Shown)],
            [.. ambiguous],
            [.. rounded],
            [.. offScale],
            [.. shortened.Distinct(StringComparer.Ordinal)],
            [.. criteria.Select(criterion => criterion.Id).Except(entries.Select(entry => entry.CriterionId))]
        );

        // A note that may be of this criterion stands elsewhere: that the source did not score it would be a guess.
        bool MayBeElsewhere(Criterion criterion) =>
            notes.Any(note => note.Number is not null && (note.Closest.IsEmpty || note.Closest.Contains(criterion)));

        Score? Taken(Criterion criterion, Annotation note, decimal given)
        {
            var most = note.Most ?? grid.Scale.Most.Points;
            if (given < 0 || given > most)
            {
                offScale.Add(new OffScaleNote(criterion.Id, note.Field.Label, given, most));
                return null;
            }

            var (score, isExact) = Converted(given, most, grid.Scale);
            if (!isExact)
            {
                rounded.Add(new RoundedNote(criterion.Id, note.Field.Label, given, most, score));
            }

            return score;
        }

        string? Comment(IEnumerable<(string Label, string Text)> texts)
        {
            var all = texts.ToList();
            return all.Count == 0
                ? null
                : Cut(string.Join('\n', all.Select(one => one.Text)), all.MaxBy(one => one.Text.Length).Label);
        }

        string Cut(string text, string label)
        {
            if (text.Length <= ReviewRules.LongestComment)
            {
                return text;
            }

            shortened.Add(label);
            var end = ReviewRules.LongestComment - 1;
            return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
        }
    }

    /// <summary>In proportion, to the nearest level; halves go up. Exact where a level says just the same.</summary>
    internal static (Score Score, bool IsExact) Converted(decimal given, decimal most, Scale scale)
    {
        var levels = scale.Most.Hundredths / scale.Step.Hundredths;
        var level = (int)Math.Round(given * levels / most, MidpointRounding.AwayFromZero);
        return (new Score(level * scale.Step.Hundredths), level * most == given * levels);
    }

    private static AmbiguousNote Unclear(ImmutableArray<Annotation> notes, ImmutableArray<Criterion> criteria) =>
        new([.. notes.Select(note => note.Shown)], [.. criteria.Select(criterion => criterion.Id)]);

    /// <summary>One annotation: a note where it is a number, or a text that begins like one under a label with a scale.</summary>
    private sealed class Annotation
    {
        public Annotation(DossierField field, ImmutableArray<Criterion> criteria)
        {
            Field = field;
            var label = AnnotationLabel.Of(field.Label);
            Most = label.Most;
            Closest = label.Closest(criteria);
            Text = PlainText.Of(field.Text)?.Trim() is { Length: > 0 } text ? text : null;
            var isText = field.Kind is FieldKind.Text or FieldKind.Choice;
            Number = field.Number ?? (isText && Most is not null ? NumberOf(Text) : null);
            IsNote =
                field.Kind == FieldKind.Number
                || Number is not null
                || (isText && Most is not null && Text is [>= '0' and <= '9', ..]);
        }

        public DossierField Field { get; }

        public decimal? Most { get; }

        public ImmutableArray<Criterion> Closest { get; }

        public string? Text { get; }

        public decimal? Number { get; }

        /// <summary>Whether a score is meant, given or not.</summary>
        public bool IsNote { get; }

        /// <summary>Meant as a score, in a form that is none: « 15/20 », « 12 ou 13 ».</summary>
        public bool IsUnreadable => IsNote && Number is null && Text is not null;

        public bool IsComment => !IsNote && Text is not null;

        /// <summary>Holds something that the sheet has no place for.</summary>
        public bool IsLost =>
            IsNote
                ? Closest.IsEmpty || IsUnreadable
                : Text is null && (!Field.Rows.IsEmpty || !Field.Files.IsEmpty || Field.Flag is not null);

        public AnnotationNote Shown =>
            new(Field.Label, Text ?? Number?.ToString(CultureInfo.InvariantCulture) ?? Field.Flag?.ToString());

        private static decimal? NumberOf(string? text) =>
            decimal.TryParse(
                text?.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null;
    }
}
