/** Presses a button of a view. No document is there to hear it, so its own handler is called. */
import { type ComponentChildren, options, type VNode } from 'preact';
import { markup } from './reader.tsx';

type Props = Readonly<Record<string, unknown>>;

/** @param html a piece of the button as it is drawn, its tag or its content */
export function press(children: ComponentChildren, html: string): void {
  const { vnode: before = () => {} } = options;
  const buttons: VNode<Props>[] = [];
  options.vnode = (vnode) => {
    if (vnode.type === 'button') buttons.push(vnode as VNode<Props>);
    before(vnode);
  };
  try {
    markup(children);
  } finally {
    options.vnode = before;
  }
  const found = buttons.filter((button) => markup(button).includes(html));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} buttons with ${html}`);
  (only.props.onClick as () => void)();
}
