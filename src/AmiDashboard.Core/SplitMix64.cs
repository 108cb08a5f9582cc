namespace AmiDashboard.Core;

/// <summary>
/// Random numbers of one draw, from a seed and the draw's index alone: draws may be taken in any order, and equal seeds give
/// equal numbers for ever. SplitMix64 (Steele, Lea and Flood 2014, « Fast splittable pseudorandom number generators »).
/// </summary>
internal struct SplitMix64
{
    private ulong state;

    private SplitMix64(ulong state) => this.state = state;

    /// <summary>Mixed once, so that neighbouring draws do not walk along the same sequence.</summary>
    public static SplitMix64 Of(int seed, int draw) => new(Mix(((ulong)(uint)seed << 32) | (uint)draw));

    /// <summary>From 0, uniform but for 2⁻³² of unevenness at most.</summary>
    public int Below(int limit)
    {
        state += 0x9E3779B97F4A7C15;
        return (int)(((Mix(state) >> 32) * (ulong)limit) >> 32);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
