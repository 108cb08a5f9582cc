namespace AmiDashboard.Web.Api;

/// <summary>What a column holds, and so how JSON and CSV write it.</summary>
internal enum ApiType
{
    Text,

    /// <summary><see cref="int"/> or <see cref="long"/>.</summary>
    WholeNumber,

    /// <summary><see cref="decimal"/>.</summary>
    Number,

    /// <summary><see cref="Core.Money"/>: euros, always with two decimals.</summary>
    Money,

    /// <summary><see cref="decimal"/> from 0 to 1, to four decimals.</summary>
    Share,

    /// <summary><see cref="DateOnly"/>: a Paris day.</summary>
    Day,

    /// <summary><see cref="DateTime"/> in UTC.</summary>
    Instant,

    /// <summary>Texts, in order: an array, or one cell with « , » between them.</summary>
    List,
}

/// <summary>A column as it is written and as it is documented.</summary>
/// <param name="Name">Of the member in JSON and of the column in CSV: never renamed within a version.</param>
/// <param name="Values">The only texts it holds; null for any.</param>
internal sealed record ApiColumn(string Name, ApiType Type, object? Example, IReadOnlyList<string>? Values = null)
{
    /// <summary>The text that says what it is; by its name, unless several are told of together.</summary>
    public string Text { get; init; } = Name;

    /// <summary>What the text speaks of, where several columns share it.</summary>
    public string? Of { get; init; }
}

/// <summary>A column with the value it takes of a row.</summary>
internal sealed record ApiColumn<TRow>(ApiColumn Column, Func<TRow, object?> ValueOf)
{
    public ApiColumn(string name, ApiType type, object? example, Func<TRow, object?> valueOf)
        : this(new ApiColumn(name, type, example), valueOf) { }

    /// <summary>Holds the names of an enumeration.</summary>
    public static ApiColumn<TRow> Named<TName>(string name, TName example, Func<TRow, TName?> valueOf)
        where TName : struct, Enum =>
        new(
            new ApiColumn(name, ApiType.Text, example.ToString(), Enum.GetNames<TName>()),
            row => valueOf(row)?.ToString()
        );
}
