/** The form of every empty state: one heading, one sentence, buttons, facts. */
import type { ComponentChildren } from 'preact';
import { type MessageId, useReader } from '../shared/strings.tsx';

interface EmptyProps {
  readonly icon: ComponentChildren;
  readonly title: MessageId;
  readonly sentence: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Empty({ icon, title, sentence, children }: EmptyProps) {
  const { text } = useReader();
  return (
    <section class="empty">
      {icon}
      <h2>{text(title)}</h2>
      <p>{sentence}</p>
      {children}
    </section>
  );
}
