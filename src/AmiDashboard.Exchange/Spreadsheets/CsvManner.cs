namespace AmiDashboard.Exchange.Spreadsheets;

/// <summary>For whom a CSV is written.</summary>
public enum CsvManner
{
    /// <summary>A French Excel: « ; », decimal commas, French dates in Paris time, UTF-8 with its mark.</summary>
    French,

    /// <summary>A program: « , », decimal points, ISO 8601 days and UTC instants, UTF-8 without a mark.</summary>
    Plain,
}
