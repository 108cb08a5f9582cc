using System.Text;
using System.Text.Unicode;

namespace AmiDashboard.Core.Budgets.Documents;

/// <summary>Text that is nothing but text.</summary>
internal static class PlainContent
{
    // What a browser or a server would run, and what a reader looks for behind a beginning that is not its own.
    private static readonly string[] Runs = ["<script", "<html", "<svg", "<!doctype", "<iframe", "<?php", "%pdf-"];

    private static readonly string[] Begins = ["<", "#!", "{\\rtf", "%!"];

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public static bool IsWithoutControls(ReadOnlySpan<byte> content)
    {
        foreach (var one in content)
        {
            if (one is < (byte)' ' and not ((byte)'\t' or (byte)'\n' or (byte)'\r') or 0x7F)
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsUtf8(ReadOnlySpan<byte> content) => Utf8.IsValid(content);

    public static bool IsBlank(ReadOnlySpan<byte> content) => string.IsNullOrWhiteSpace(TextOf(content));

    public static bool IsMarkupOrScript(ReadOnlySpan<byte> content)
    {
        var text = TextOf(content);
        var start = text.AsSpan().TrimStart();
        foreach (var begin in Begins)
        {
            if (start.StartsWith(begin, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Array.Exists(Runs, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string TextOf(ReadOnlySpan<byte> content) =>
        Encoding.UTF8.GetString(content.StartsWith(Mark) ? content[Mark.Length..] : content);
}
