using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.People;
using SkiaSharp;

namespace AmiDashboard.Charts;

/// <summary>One chart of the product: its name in addresses and in <c>data-chart</c>, and how it is drawn.</summary>
public abstract class ChartDefinition
{
    private readonly Func<int, int> height;

    private protected ChartDefinition(string name, Right right, Func<int, int> height, string rowsPath) =>
        (Name, Right, this.height, RowsPath) = (name, right, height, rowsPath);

    public string Name { get; }

    /// <summary>What one needs to see it.</summary>
    public Right Right { get; }

    /// <summary>The page that lists what its marks count.</summary>
    public string RowsPath { get; }

    public string Title(CultureInfo culture) => new ChartText(culture)[$"Title_{Name}"];

    /// <summary>The height that suits a width, in pixels.</summary>
    public int HeightAt(int width) => height(width);
}

/// <summary>A chart with what it is folded from.</summary>
/// <typeparam name="TFacts">Immutable: what one read gives for one version of the data.</typeparam>
public sealed class ChartDefinition<TFacts> : ChartDefinition
{
    private readonly Func<TFacts, FigureScope, ChartStyle, ChartContent> compose;

    internal ChartDefinition(
        string name,
        Right right,
        Func<int, int> height,
        Func<TFacts, FigureScope, ChartStyle, ChartContent> compose,
        string rowsPath = "/candidatures"
    )
        : base(name, right, height, rowsPath) => this.compose = compose;

    /// <summary>Pure: equal facts, scope, style and notes give equal bytes.</summary>
    /// <param name="notes">Pinned to it, in the order of their days.</param>
    public Drawing Draw(TFacts facts, FigureScope scope, ChartStyle style, ImmutableArray<PinnedNote> notes = default)
    {
        ArgumentNullException.ThrowIfNull(style);
        using var content = NoteMarks.On(lower => compose(facts, scope, lower), style, notes);
        var title = $"{Title(style.Culture)}. {content.Takeaway}";
        var svg = SvgText.Draw(content.Plot, Name, title, style.Width, style.Height);
        return new Drawing(svg, content.Marks(content.Plot), content.Takeaway, content.Table, content.IsEmpty);
    }

    /// <summary>What a document needs of it: its words and its table, and the drawing in vectors on any canvas.</summary>
    public ChartSketch Sketch(
        TFacts facts,
        FigureScope scope,
        ChartStyle style,
        ImmutableArray<PinnedNote> notes = default
    )
    {
        ArgumentNullException.ThrowIfNull(style);
        using var content = Compose();
        return new(
            Title(style.Culture),
            content.Takeaway,
            content.Table,
            content.IsEmpty,
            style,
            canvas =>
            {
                using var again = Compose();
                again.Plot.DrawOn(canvas, style.Width, style.Height);
            }
        );

        ChartContent Compose() => NoteMarks.On(lower => compose(facts, scope, lower), style, notes);
    }

    /// <summary>The same picture in pixels.</summary>
    /// <param name="scale">Pixels of the picture for one of the style: 2 for print.</param>
    public byte[] DrawPng(
        TFacts facts,
        FigureScope scope,
        ChartStyle style,
        int scale = 2,
        ImmutableArray<PinnedNote> notes = default
    )
    {
        ArgumentNullException.ThrowIfNull(style);
        using var content = NoteMarks.On(lower => compose(facts, scope, lower), style, notes);
        // A scaled canvas, not a scaled plot: every pixel of the drawing stays where the drawing has it.
        using var surface = SKSurface.Create(new SKImageInfo(style.Width * scale, style.Height * scale));
        surface.Canvas.Scale(scale);
        content.Plot.DrawOn(surface.Canvas, style.Width, style.Height);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
