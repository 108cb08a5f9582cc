using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>The sign of a weather: a bolt, a cloud with drops, a cloud, a sun. Told apart by shape; the colour only helps.</summary>
internal sealed class WeatherMark(Core.Prototypes.Weather weather) : IMarker
{
    public void Render(SKCanvas canvas, Paint paint, Pixel center, float size, MarkerStyle markerStyle)
    {
        using var fill = new SKPaint();
        (fill.Color, fill.IsAntialias) = (markerStyle.FillStyle.Color.ToSKColor(), true);
        switch (weather)
        {
            case Core.Prototypes.Weather.Storm:
                Bolt(canvas, fill, center, size);
                break;
            case Core.Prototypes.Weather.Cloud:
                Cloud(canvas, fill, new(center.X, center.Y - (.16f * size)), size * .92f);
                Drops(canvas, fill, center, size);
                break;
            case Core.Prototypes.Weather.Overcast:
                Cloud(canvas, fill, center, size);
                break;
            default:
                Sun(canvas, fill, center, size);
                break;
        }
    }

    private static void Bolt(SKCanvas canvas, SKPaint paint, Pixel center, float size)
    {
        using var path = new SKPath();
        path.AddPoly([
            At(.12f, -.5f),
            At(-.32f, .1f),
            At(-.03f, .1f),
            At(-.14f, .5f),
            At(.32f, -.12f),
            At(.04f, -.12f),
        ]);
        canvas.DrawPath(path, paint);

        SKPoint At(float right, float down) => new(center.X + (right * size), center.Y + (down * size));
    }

    private static void Cloud(SKCanvas canvas, SKPaint paint, Pixel center, float size)
    {
        var (x, y) = (center.X, center.Y);
        canvas.DrawCircle(x - (.26f * size), y + (.06f * size), .2f * size, paint);
        canvas.DrawCircle(x + (.02f * size), y - (.1f * size), .26f * size, paint);
        canvas.DrawCircle(x + (.3f * size), y + (.08f * size), .18f * size, paint);
        canvas.DrawRect(x - (.26f * size), y, .56f * size, .26f * size, paint);
    }

    private static void Drops(SKCanvas canvas, SKPaint paint, Pixel center, float size)
    {
        (paint.Style, paint.StrokeWidth, paint.StrokeCap) = (SKPaintStyle.Stroke, .1f * size, SKStrokeCap.Round);
        for (var index = -1; index <= 1; index++)
        {
            var x = center.X + (((.24f * index) + .05f) * size);
            canvas.DrawLine(x, center.Y + (.24f * size), x - (.08f * size), center.Y + (.46f * size), paint);
        }
    }

    private static void Sun(SKCanvas canvas, SKPaint paint, Pixel center, float size)
    {
        canvas.DrawCircle(center.X, center.Y, .25f * size, paint);
        (paint.Style, paint.StrokeWidth) = (SKPaintStyle.Stroke, .1f * size);
        for (var ray = 0; ray < 8; ray++)
        {
            var (sine, cosine) = MathF.SinCos(ray * MathF.PI / 4);
            canvas.DrawLine(
                center.X + (.34f * size * cosine),
                center.Y + (.34f * size * sine),
                center.X + (.5f * size * cosine),
                center.Y + (.5f * size * sine),
                paint
            );
        }
    }
}
