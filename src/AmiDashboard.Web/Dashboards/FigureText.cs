using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;

namespace AmiDashboard.Web.Dashboards;

/// <summary>How the value of a figure, a part of it and a change of it are written, in the reader's language.</summary>
internal static class FigureText
{
    private const string None = "–";

    /// <summary>In a headline: whole euros, whole percents.</summary>
    public static string Of(FigureValue? value) => Written(value?.Figure, value?.Number, isExact: false);

    /// <summary>A number of a figure in its unit, as its headline writes it.</summary>
    public static string Value(KeyFigure figure, decimal number) => Written(figure, number, isExact: false);

    /// <summary>With cents: what its rows add up to.</summary>
    public static string Exact(FigureValue? value) => Written(value?.Figure, value?.Number, isExact: true);

    public static string Part(KeyFigure figure, decimal amount) =>
        figure.Rule == FigureRule.Ratio && figure.Unit != FigureUnit.Money && figure.Name != "paidShare"
            ? amount.ToString("#,0.##", CultureInfo.CurrentCulture)
            : Written(figure.Name == "paidShare" ? KeyFigures.Of("paid") : figure, amount, isExact: true);

    /// <summary>Signed, and rounded as headlines are; null where nothing is known of before, empty for no change.</summary>
    public static string? Change(FigureValue? now, FigureValue? before) =>
        now?.Since(before) is { } change ? Signed(now.Figure, change, isExact: false) : null;

    /// <summary>As <see cref="Change"/>, euros to the cent: what <see cref="Exact"/> of both days differs by.</summary>
    public static string? ExactChange(FigureValue? now, FigureValue? before) =>
        now?.Since(before) is { } change ? Signed(now.Figure, change, isExact: true) : null;

    private static string Signed(KeyFigure figure, decimal change, bool isExact)
    {
        var rounded = figure.Unit switch
        {
            FigureUnit.Money when isExact => change,
            FigureUnit.Share => decimal.Round(change * 100, 1, MidpointRounding.AwayFromZero),
            FigureUnit.Points => decimal.Round(change, 1, MidpointRounding.AwayFromZero),
            FigureUnit.Money => decimal.Round(change / 100, MidpointRounding.AwayFromZero),
            FigureUnit.Minutes => decimal.Round(change / 60, 1, MidpointRounding.AwayFromZero),
            _ => change,
        };
        if (rounded == 0)
        {
            return "";
        }

        var sign = rounded > 0 ? "+" : "−";
        var size = Math.Abs(rounded);
        return figure.Unit switch
        {
            FigureUnit.Money when isExact => sign + new Money((long)size).WrittenToTheCent(CultureInfo.CurrentCulture),
            FigureUnit.Money => sign + new Money((long)size * 100).Written(CultureInfo.CurrentCulture),
            FigureUnit.Share => $"{sign}{size.ToString("#,0.#", CultureInfo.CurrentCulture)} pt",
            FigureUnit.Minutes => $"{sign}{size.ToString("#,0.#", CultureInfo.CurrentCulture)} h",
            _ => sign + size.ToString("#,0.#", CultureInfo.CurrentCulture),
        };
    }

    private static string Written(KeyFigure? figure, decimal? number, bool isExact)
    {
        if (figure is null || number is not { } value)
        {
            return None;
        }

        var culture = CultureInfo.CurrentCulture;
        return figure.Unit switch
        {
            FigureUnit.Money when isExact => new Money((long)value).WrittenToTheCent(culture),
            FigureUnit.Money => new Money((long)value).Written(culture),
            FigureUnit.Share => value.ToString(isExact ? "P1" : "P0", culture),
            FigureUnit.Minutes => $"{(value / 60).ToString("#,0.#", culture)} h",
            FigureUnit.Points => value.ToString(isExact ? "#,0.0#" : "#,0.#", culture),
            _ => value.ToString("N0", culture),
        };
    }
}
