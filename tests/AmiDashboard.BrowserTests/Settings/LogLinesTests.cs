using AmiDashboard.Running;
using AmiDashboard.Web.Composition;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AmiDashboard.Settings;

/// <summary>What comes from outside is in the log, and never looks like an entry of it.</summary>
public sealed class LogLinesTests(RunningApplication app)
{
    private const string Forged = "2026-11-30T09:00:00.000Z INFO Sign-in: administrator signed in";

    public static TheoryData<string> Ends =>
        ["\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\v", "\f", "\u001b[2K\u001b[1G", "\u0000", "\u202e"];

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_message_is_one_line_whatever_is_in_it(string end)
    {
        var written = Write($"The file « x{end}{Forged} » was refused.", null);
        var line = Assert.Single(Lines(written));
        Assert.Contains(Forged, line, StringComparison.Ordinal);
        Assert.DoesNotContain(end, line, StringComparison.Ordinal);
        Assert.Matches(@"\\u[0-9A-F]{4}", line);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_failure_stands_under_its_entry_and_begins_none(string end)
    {
        var written = Write(
            "It failed.",
            new InvalidOperationException($"x{end}{Forged}", new IOException($"y{end}{Forged}"))
        );
        var lines = Lines(written);
        Assert.True(lines.Count > 1);
        Assert.All(lines.Skip(1), line => Assert.StartsWith("      ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Accents_and_quotation_marks_are_written_as_they_are() =>
        Assert.EndsWith(
            "WARN Test: « Élève à Nîmes », 100 % – 𝟙\n",
            Write("« Élève à Nîmes », 100 % – 𝟙", null).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_program_writes_its_log_so() =>
        Assert.Equal(
            LogLines.FormatterName,
            app.Services.GetRequiredService<IOptionsMonitor<ConsoleLoggerOptions>>().CurrentValue.FormatterName
        );

    private static string Write(string message, Exception? failure)
    {
        using var writer = new StringWriter();
        new LogLines(new FakeTimeProvider()).Write(
            new LogEntry<string>(LogLevel.Warning, "Test", 0, message, failure, (state, _) => state),
            null,
            writer
        );
        return writer.ToString();
    }

    /// <summary>As the most generous reader splits them.</summary>
    private static List<string> Lines(string written) =>
        [
            .. written.Split(
                ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f"],
                StringSplitOptions.RemoveEmptyEntries
            ),
        ];
}
