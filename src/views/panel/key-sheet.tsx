/** Every key of the panel on one sheet. */
import { useEffect, useRef } from 'preact/hooks';
import { CloseIcon } from '../shared/icon.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';
import { takeKey } from '../shared/take-key.ts';

interface KeyGroup {
  readonly title: MessageId;
  readonly keys: readonly (readonly [what: MessageId, ...chords: readonly string[]])[];
}

const GROUPS: readonly KeyGroup[] = [
  {
    title: 'keys_everywhere',
    keys: [
      ['keys_search', '/', 'Ctrl+F'],
      ['keys_clear', 'Ctrl+L', 'Ctrl+K'],
      ['keys_record', 'Ctrl+E'],
      ['keys_views', '1', '2', '3'],
      ['keys_copy', 'C'],
      ['keys_sheet', '?'],
    ],
  },
  {
    title: 'keys_list',
    keys: [
      ['keys_move', '↑', '↓'],
      ['keys_page', 'PgUp', 'PgDn'],
      ['keys_ends', 'Home', 'End'],
      ['keys_fold', '→', '←'],
      ['keys_open', 'Enter'],
      ['keys_close', 'Esc'],
    ],
  },
  {
    title: 'keys_heads',
    keys: [
      ['keys_head_move', '←', '→'],
      ['keys_head_resize', 'Shift+←', 'Shift+→'],
      ['keys_head_sort', 'Enter'],
    ],
  },
  {
    title: 'keys_details',
    keys: [
      ['keys_mark', '↑', '↓'],
      ['keys_mark_ends', 'Home', 'End'],
    ],
  },
  {
    title: 'keys_tokens',
    keys: [
      ['keys_tree', '→', '←'],
      ['keys_compare', 'X'],
      ['keys_filter', 'F'],
    ],
  },
];

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function KeySheet({ open, onClose }: Props) {
  const { text } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby="keys-title"
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== '?') return;
        takeKey(event);
        dialog.current?.close();
      }}
    >
      <header class="bar">
        <h2 id="keys-title" class="grow">
          {text('keys_title')}
        </h2>
        <button
          type="button"
          class="tool"
          aria-label={text('keys_sheet_close')}
          title={text('keys_sheet_close')}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
      </header>
      <div class="sheet-groups">
        {GROUPS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{text(title)}</h3>
            <dl>
              {keys.map(([what, ...chords]) => (
                <div key={what}>
                  <dt>{text(what)}</dt>
                  <dd>
                    {chords.map((chord) => (
                      <kbd key={chord}>{chord}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
