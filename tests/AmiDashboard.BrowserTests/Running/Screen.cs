namespace AmiDashboard.Running;

/// <summary>How somebody looks at the program: size in CSS pixels, colours, language (<c>fr</c> or <c>en</c>).</summary>
public sealed record Screen(int Width = 1440, int Height = 900, bool IsDark = false, string Language = "fr")
{
    public static readonly Screen Desk = new();
    public static readonly Screen Tablet = new(768, 1024);
    public static readonly Screen Phone = new(360, 740);

    public Screen Dark => this with { IsDark = true };

    public Screen English => this with { Language = "en" };

    public override string ToString() => $"{Width}{(IsDark ? "-dark" : "")}{(Language == "fr" ? "" : $"-{Language}")}";
}
