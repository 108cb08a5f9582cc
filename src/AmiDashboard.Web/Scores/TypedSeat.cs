using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Web.Scores;

/// <summary>A line of the list of members while it is typed.</summary>
public sealed class TypedSeat
{
    public string Name { get; set; } = "";

    public string? Body { get; set; }

    public bool IsPresent { get; set; } = true;

    /// <summary>Lines that somebody began; an empty one is no member.</summary>
    public static IReadOnlyList<Seat> Given(IEnumerable<TypedSeat> seats) =>
        [
            .. seats
                .Where(seat => !string.IsNullOrWhiteSpace(seat.Name))
                .Select(seat => new Seat(seat.Name, seat.Body, seat.IsPresent)),
        ];
}
