/** The sign of a state: form first, colour second. Always beside a word, so it says nothing to a screen reader. */
export type GlyphKind = 'refused' | 'warning' | 'pending' | 'good' | 'unknown' | 'note';

export function Glyph({ is }: { readonly is: GlyphKind }) {
  return <i class="glyph" data-is={is} aria-hidden="true" />;
}
