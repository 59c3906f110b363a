/**
 * Sets JSON text out in lines without reading it, so that long numbers and repeated names stay as they were written.
 * Linear in its output, which is bounded whatever the text nests.
 */
const DEEPEST_INDENT = 32;
const LONGEST = 4 * 1_048_576;

/** A string, a mark, or what stands between. White space outside strings is dropped. */
const PIECES = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gs;

export function indentJson(json: string): string {
  const parts: string[] = [];
  let length = 0;
  let depth = 0;
  let previous = '';
  const push = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const breakLine = () => push(`\n${'  '.repeat(Math.min(depth, DEEPEST_INDENT))}`);
  for (const [piece] of json.matchAll(PIECES)) {
    if (length > LONGEST) return json;
    const closes = piece === '}' || piece === ']';
    if (closes) depth = Math.max(0, depth - 1);
    const opened = previous === '{' || previous === '[';
    if (previous === ',' || (opened && !closes) || (closes && !opened)) breakLine();
    push(piece === ':' ? ': ' : piece);
    if (piece === '{' || piece === '[') depth++;
    previous = piece;
  }
  return parts.join('');
}
