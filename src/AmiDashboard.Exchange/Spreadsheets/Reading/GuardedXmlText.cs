using System.Text;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>
/// The text of an XML part on its way to the parser, which holds a whole tag and a whole text in memory before anybody
/// can look: a tag or a text beyond reason is stopped here, and so is any document type (entities). UTF-8 only, as every
/// spreadsheet program writes.
/// </summary>
internal sealed class GuardedXmlText(Stream part, int longestText) : TextReader
{
    private const int LongestTag = 16_384;

    private readonly StreamReader reader = new(part, new UTF8Encoding(false, throwOnInvalidBytes: true), false, 16_384);
    private int length;
    private int dashes;
    private char quote;
    private Place place;

    private enum Place
    {
        Text,
        Tag,
        Declaration,
        Comment,
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = reader.Read(buffer, index, count);
        foreach (var c in buffer.AsSpan(index, read))
        {
            Follow(c);
        }

        return read;
    }

    public override int Peek() => reader.Peek();

    public override int Read()
    {
        var c = reader.Read();
        if (c >= 0)
        {
            Follow((char)c);
        }

        return c;
    }

    private void Follow(char c)
    {
        length++;
        switch (place)
        {
            case Place.Text when c == '<':
                (place, length, quote) = (Place.Tag, 0, '\0');
                break;
            case Place.Text or Place.Comment when length > longestText:
                throw new UnreadableFileException("Import_Hostile");
            case Place.Tag:
                FollowTag(c);
                break;
            case Place.Declaration:
                // A comment, else a document type or a CDATA section: spreadsheet programs write neither.
                place = c == '-' ? Place.Comment : throw new UnreadableFileException("Import_Hostile");
                dashes = 0;
                break;
            case Place.Comment:
                dashes =
                    c == '-' ? dashes + 1
                    : dashes >= 2 && c == '>' ? End()
                    : 0;
                break;
        }
    }

    private void FollowTag(char c)
    {
        if (length > LongestTag)
        {
            throw new UnreadableFileException("Import_Hostile");
        }

        if (length == 1 && c == '!')
        {
            place = Place.Declaration;
        }
        else if (quote != '\0')
        {
            quote = c == quote ? '\0' : quote;
        }
        else if (c is '"' or '\'')
        {
            quote = c;
        }
        else if (c == '>')
        {
            End();
        }
    }

    private int End()
    {
        (place, length) = (Place.Text, 0);
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }

        base.Dispose(disposing);
    }
}
