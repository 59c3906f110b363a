/** The edge between a list and its details: drawn by the pointer, or moved by arrows. */
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import { SHARES, type Split, USUAL_SETTINGS } from '../../app/panel/settings.ts';
import { useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';

/** Percent for one press of an arrow. */
const NUDGE = 2;

export function Splitter({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  const edge = useRef<HTMLDivElement>(null);
  const { beside, below } = panel.split.value;

  /** By a container query of the style sheet, so only the drawn edge tells. */
  function side(): keyof Split {
    const box = edge.current?.getBoundingClientRect();
    return box !== undefined && box.width > box.height ? 'below' : 'beside';
  }

  function set(which: keyof Split, share: number): void {
    const kept = Math.min(SHARES.most, Math.max(SHARES.least, Math.round(share * 10) / 10));
    panel.split.value = { ...panel.split.value, [which]: kept };
  }

  function onPointerDown(event: TargetedPointerEvent<HTMLElement>): void {
    const grip = event.currentTarget;
    const whole = grip.closest('.split')?.getBoundingClientRect();
    if (whole === undefined) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    const which = side();
    grip.onpointermove = ({ clientX, clientY }) =>
      set(
        which,
        which === 'beside'
          ? ((clientX - whole.left) / whole.width) * 100
          : ((clientY - whole.top) / whole.height) * 100,
      );
    grip.onpointerup = () => {
      grip.onpointermove = null;
    };
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const which = side();
    const by = STEPS[event.key];
    if (by === undefined) return;
    takeKey(event);
    set(which, panel.split.value[which] + by);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a line cannot be moved; a separator with a value can (ARIA 1.2).
    <div
      ref={edge}
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label={text('split_name')}
      aria-valuemin={SHARES.least}
      aria-valuemax={SHARES.most}
      aria-valuenow={Math.round(side() === 'below' ? below : beside)}
      title={text('split_title')}
      onPointerDown={onPointerDown}
      onDblClick={() => {
        panel.split.value = USUAL_SETTINGS.split;
      }}
      onKeyDown={onKeyDown}
    />
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -NUDGE,
  ArrowUp: -NUDGE,
  ArrowRight: NUDGE,
  ArrowDown: NUDGE,
  Home: -100,
  End: 100,
};
