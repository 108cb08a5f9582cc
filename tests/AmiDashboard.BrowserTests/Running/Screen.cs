namespace AmiDashboard.Running;

/// <summary>How somebody looks at the program: size in CSS pixels, colours, language (<c>fr</c> or <c>en</c>).</summary>
public sealed record Screen(int Width = 1440, int Height = 900, bool IsDark = false, string Language = "fr")
{
    public static readonly Screen Desk = new();
    public static readonly Screen Tablet = new(768, 1024);

    /// <summary>A desk of 1280 × 900 at 200 %.</summary>
    public static readonly Screen Zoomed = new(640, 450);

    /// <summary>The narrowest that WCAG 2.2 asks a page to reflow to.</summary>
    public static readonly Screen Phone = new(320, 740);

    public Screen Dark => this with { IsDark = true };

    public Screen English => this with { Language = "en" };

    public override string ToString() => $"{Width}{(IsDark ? "-dark" : "")}{(Language == "fr" ? "" : $"-{Language}")}";
}
