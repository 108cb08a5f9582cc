namespace AmiDashboard.Storage;

/// <summary>Where a page of a list begins.</summary>
internal static class PageStart
{
    /// <summary>Rows before it: a page so far away that they cannot be counted is as far as one can count.</summary>
    /// <param name="page">From 0; a page before that is the first.</param>
    public static int Of(int page, int size) => (int)Math.Min((long)Math.Max(0, page) * size, int.MaxValue);
}
