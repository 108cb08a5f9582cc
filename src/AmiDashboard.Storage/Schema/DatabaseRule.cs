using System.Text.RegularExpressions;

namespace AmiDashboard.Storage.Schema;

/// <summary>A trigger that the database must have: what it holds by itself, whoever writes.</summary>
/// <param name="Statement">Creates it.</param>
/// <param name="Function">PostgreSQL only: what it calls; several triggers may call the same.</param>
internal sealed record DatabaseRule(string Table, string Name, string Statement, TriggerFunction? Function = null);

/// <param name="Body">From BEGIN to END, in PL/pgSQL.</param>
internal sealed record TriggerFunction(string Name, string Body)
{
    public string Statement =>
        $"CREATE OR REPLACE FUNCTION {Name}() RETURNS trigger LANGUAGE plpgsql AS $$\n{Body}\n$$";
}

/// <summary>What is wrong with a rule of the database.</summary>
public enum RuleState
{
    Missing,
    Disabled,

    /// <summary>It, or the function it calls, is not what this version declares.</summary>
    Altered,
}

/// <param name="Name">Of the trigger.</param>
public sealed record BrokenRule(string Table, string Name, RuleState State);

/// <summary>Texts of SQL, so that two which say the same are the same.</summary>
internal static partial class SqlText
{
    /// <summary>For what an engine keeps as it was given: spaces alone may differ.</summary>
    public static string Given(string sql) => Spaces().Replace(sql, "");

    /// <summary>For a trigger that PostgreSQL tells in its own words: with parentheses, casts to text and the schema.</summary>
    public static string Told(string sql) => Added().Replace(sql, "").ToUpperInvariant();

    [GeneratedRegex(@"\s", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s|[()""]|::text|\bpublic\.", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Added();
}
