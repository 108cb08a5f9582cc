using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace AmiDashboard.Web.Composition;

/// <summary>
/// How the log is written: an entry begins at the left edge, with its instant (UTC) and its level, and nothing that came
/// from outside can begin another. Addresses, names and texts of dossiers are in messages and in failures: what would end
/// a line, move the cursor or turn the reading order is written as <c>\u000A</c>; a stack trace is set in under its entry.
/// </summary>
internal sealed class LogLines(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "lines";

    private const string Margin = "      ";

    /// <summary>Takes the place of every other way to write to the console but JSON, which escapes by itself.</summary>
    public static void Add(ILoggingBuilder logging)
    {
        logging.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();
        logging.Services.PostConfigure<ConsoleLoggerOptions>(options =>
        {
            if (options.FormatterName != ConsoleFormatterNames.Json)
            {
                options.FormatterName = FormatterName;
            }
        });
    }

    public override void Write<TState>(
        in LogEntry<TState> logEntry,
        IExternalScopeProvider? scopeProvider,
        TextWriter textWriter
    )
    {
        var now = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        textWriter.Write($"{now} {LevelOf(logEntry.LogLevel)} {logEntry.Category}: ");
        textWriter.WriteLine(OneLine(logEntry.Formatter(logEntry.State, logEntry.Exception)));
        if (logEntry.Exception is { } failure)
        {
            foreach (var line in failure.ToString().Split('\n'))
            {
                textWriter.WriteLine(Margin + OneLine(line.TrimEnd('\r')));
            }
        }
    }

    internal static string OneLine(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = IsPlain(letter)
                ? written.Append(letter)
                : written.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
        }

        return written.ToString();
    }

    /// <summary>Letters, marks, signs and spaces; no control, no end of a line or paragraph, no change of direction.</summary>
    private static bool IsPlain(char letter) =>
        char.GetUnicodeCategory(letter)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );

    private static string LevelOf(LogLevel level) =>
        level switch
        {
            LogLevel.Critical => "CRIT",
            LogLevel.Error => "FAIL",
            LogLevel.Warning => "WARN",
            LogLevel.Information => "INFO",
            _ => "DBUG",
        };
}
