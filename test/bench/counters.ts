/** The numbers in the panel's foot, and the size of its document. */
import type { View } from '../browser/drivers/driver.ts';
import type { Counters } from '../browser/panel-page.ts';

/** All four are -1 until the recorder has told of itself. */
export function countersOf(panel: View): Promise<Counters> {
  return panel.evaluate((w) => {
    const foot = w.document.querySelector('.foot')?.textContent ?? '';
    const [seen = -1, kept = -1, dropped = -1, filtered = -1] = foot.match(/\d+/g)?.map(Number) ?? [];
    return { seen, kept, dropped, filtered };
  });
}

export interface DocumentSize {
  readonly elements: number;
  /** Elements, texts and all else. */
  readonly nodes: number;
}

export function documentSize(panel: View): Promise<DocumentSize> {
  return panel.evaluate((w) => {
    const walker = w.document.createTreeWalker(w.document);
    let nodes = 1;
    while (walker.nextNode() !== null) nodes++;
    return { elements: w.document.getElementsByTagName('*').length, nodes };
  });
}
