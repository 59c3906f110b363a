/** A JSON body as a tree with a search, and below it the path and the whole value of the chosen node. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Copy } from '../../app/ports.ts';
import { createJsonFind, type JsonOutline, pathOf } from '../../core/index.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { copies } from '../shared/copyable.ts';
import { Hostile } from '../shared/hostile.tsx';
import { useReader } from '../shared/strings.tsx';
import { cutMiddle } from '../shared/visible.ts';
import { JsonSearch } from './json-search.tsx';
import { JsonTreeBox } from './json-tree-box.tsx';
import { copyTextOf } from './json-tree-row.tsx';
import { type JsonTree as Opened, placeIn, reveal, type Step, treeOf } from './json-tree-state.ts';

const PATH_SHOWN = 160;

interface Props {
  readonly outline: JsonOutline;
  readonly copy: Copy;
}

interface Walk {
  readonly tree: Opened;
  readonly node: number;
  readonly wanted: string;
  /** Which of the nodes that were found is shown, from 0. */
  readonly hit: number;
}

export function JsonTree({ outline, copy }: Props) {
  const [kept, setKept] = useState<Walk>(() => startOf(outline));
  const [showsWhole, setShowsWhole] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const walk = kept.tree.outline === outline ? kept : startOf(outline);
  const { tree, node, wanted, hit } = walk;
  const find = useMemo(() => createJsonFind(outline), [outline]);
  const found = useMemo(() => find(wanted), [find, wanted]);

  function show(nodes: Uint32Array, at: number, text: string): void {
    const target = nodes[at];
    if (target === undefined) setKept({ ...walk, wanted: text, hit: 0 });
    else setKept({ tree: reveal(tree, target), node: target, wanted: text, hit: at });
  }

  /** The first match from where the reader is. */
  function search(text: string): void {
    const nodes = find(text);
    const before = placeIn(nodes, node);
    const isBefore = (nodes[before] ?? node) < node;
    show(nodes, (before + (isBefore ? 1 : 0)) % Math.max(1, nodes.length), text);
  }

  return (
    <div ref={box} class="json">
      <JsonSearch
        field={field}
        wanted={wanted}
        count={found.length}
        hit={hit}
        onInput={search}
        onMove={(by) => show(found, (hit + by + found.length) % Math.max(1, found.length), wanted)}
        onLeave={() => box.current?.querySelector<HTMLElement>('.json-row[tabindex="0"]')?.focus()}
      />
      <JsonTreeBox
        tree={tree}
        node={node}
        found={found}
        wanted={wanted}
        onStep={(to: Step) => setKept({ ...walk, ...to })}
        onWhole={() => setShowsWhole(!showsWhole)}
        onSearch={() => field.current?.focus()}
      />
      <Chosen
        outline={outline}
        node={node}
        copy={copy}
        showsWhole={showsWhole}
        onWhole={() => setShowsWhole(!showsWhole)}
      />
    </div>
  );
}

function startOf(outline: JsonOutline): Walk {
  return { tree: treeOf(outline), node: 0, wanted: '', hit: 0 };
}

interface ChosenProps {
  readonly outline: JsonOutline;
  readonly node: number;
  readonly copy: Copy;
  readonly showsWhole: boolean;
  readonly onWhole: () => void;
}

function Chosen({ outline, node, copy, showsWhole, onWhole }: ChosenProps) {
  const { text } = useReader();
  const path = useMemo(() => pathOf(outline, node), [outline, node]);
  return (
    <>
      <div class="json-chosen">
        <code class="grow" {...copies(path)}>
          <Hostile text={cutMiddle(path, PATH_SHOWN)} />
        </code>
        <button
          type="button"
          class="tool"
          data-action="whole-value"
          aria-expanded={showsWhole}
          onClick={onWhole}
        >
          {text('json_whole')}
        </button>
        <CopyButton key={path} text={path} label="json_path_copy" done="json_path_copied" copy={copy} />
      </div>
      {showsWhole && <Whole key={node} outline={outline} node={node} />}
    </>
  );
}

function Whole({ outline, node }: { readonly outline: JsonOutline; readonly node: number }) {
  const { text } = useReader();
  const whole = copyTextOf(outline, node);
  return (
    <section
      {...copies(whole)}
      class="raw json-whole"
      aria-label={text('json_whole')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
      tabIndex={0}
    >
      <Hostile text={whole} lines />
    </section>
  );
}
