namespace AmiDashboard.Core.Applications;

/// <summary>A stretch of an application's way whose length is watched.</summary>
public enum Step
{
    /// <summary>From the deposit to the first time it is found eligible or ineligible.</summary>
    Eligibility,

    /// <summary>From being found eligible to the start of the reviews.</summary>
    ReviewStart,

    /// <summary>From the start of the reviews to the first outcome: shortlist, laureate, reserve list, not selected.</summary>
    Review,

    /// <summary>From the deposit to the last outcome: laureate, reserve list, not selected, ineligible.</summary>
    WholeWay,
}
