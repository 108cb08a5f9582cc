using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core.People;
using Microsoft.Net.Http.Headers;

namespace AmiDashboard.Web.Api;

/// <summary>
/// Strong entity tags. For who sees everything a tag is made of the version of the data, and known before any row is read.
/// For a part of it, it is made of the answer itself: a version would tell that something changed elsewhere.
/// </summary>
internal static class ApiTag
{
    private static readonly Right[] Rights = Enum.GetValues<Right>();

    /// <summary>Another build may write the same rows otherwise.</summary>
    private static readonly string Build = typeof(ApiTag).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Null where the viewer sees a part only.</summary>
    /// <param name="day">Paris day: what is late, or due, is so on a day.</param>
    public static EntityTagHeaderValue? Of(ApiResource resource, ApiQuestion question, string version, DateOnly day)
    {
        if (!SeesWhole(question.Viewer))
        {
            return null;
        }

        var values = question
            .Values.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}");
        return Quoted(
            Encoding.UTF8.GetBytes(
                string.Join(
                    '\n',
                    [
                        Build,
                        version,
                        $"{day:O}",
                        resource.Path,
                        question.Format.Key,
                        string.Join(',', Rights.Where(question.Viewer.Can)),
                        .. values,
                    ]
                )
            )
        );
    }

    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> body) => Quoted(body);

    /// <summary>Whether the one who asks has it already: a tag that a proxy weakened counts as well.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(known =>
                known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)
            );

    private static bool SeesWhole(Viewer viewer) =>
        Rights.Where(viewer.Can).All(right => viewer.PerimeterOf(right).IsEverything);

    private static EntityTagHeaderValue Quoted(ReadOnlySpan<byte> text) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(text))[..32]}\"");
}
