/** A state in words with its glyph. */
import type { ComponentChildren } from 'preact';
import { Glyph, type GlyphKind } from './glyph.tsx';

interface Props {
  readonly is: GlyphKind;
  readonly children: ComponentChildren;
}

export function State({ is, children }: Props) {
  return (
    <span class="state" data-is={is}>
      <Glyph is={is} />
      <span>{children}</span>
    </span>
  );
}
