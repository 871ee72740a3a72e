/** The most octets that a line may have (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/** A line in parts of so many octets; those after the first begin with a space. No character is cut in two. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** Lines of iCalendar as they are sent. */
export const foldLines = (text: string): string => text.split('\r\n').map(folded).join('\r\n');
