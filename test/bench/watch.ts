/** Takes times inside a view, where no protocol stands between the event and the clock. */
import type { View } from '../browser/drivers/driver.ts';

interface Watch {
  /** Date.now() when the next row, or the floor's next count, was painted; `null` if none comes. */
  readonly nextRow: () => Promise<number | null>;
  /** Milliseconds from the next key to the painted list of so many rows; `null` if it never comes. */
  readonly nextStroke: (rows: number) => Promise<number | null>;
  /** Milliseconds from each key pressed so far to the frame painted after it. */
  readonly keys: readonly number[];
}

interface FloorWindow {
  onHeard: ((request: { readonly request: { readonly method: string } }) => void) | null;
}

/** To be called once in each document. */
export async function installWatch(view: View, kind: 'meridian' | 'floor'): Promise<void> {
  await view.evaluate((w, kind) => {
    const PATIENCE = 5_000;
    const { document } = w;

    // An observer's first report comes within the next frame, after its layout; a message posted then comes after
    // its painting.
    const painted = (then: () => void) => {
      const observer = new w.ResizeObserver(() => {
        observer.disconnect();
        const { port1, port2 } = new w.MessageChannel();
        port1.onmessage = () => {
          port1.close();
          then();
        };
        port2.postMessage(null);
      });
      observer.observe(document.documentElement);
    };
    const rows = () =>
      Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? '1') - 1;
    const onRows = (listener: () => void) => {
      const observer = new w.MutationObserver(listener);
      observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['aria-rowcount'] });
      return () => observer.disconnect();
    };
    const patiently = (begin: (done: (value: number) => void) => () => void) =>
      new Promise<number | null>((resolve) => {
        const timer = setTimeout(() => end(null), PATIENCE);
        const stop = begin((value) => end(value));
        function end(value: number | null) {
          clearTimeout(timer);
          stop();
          resolve(value);
        }
      });

    const nextMeridianRow = () =>
      patiently((done) => {
        const before = rows();
        return onRows(() => {
          if (rows() > before) painted(() => done(Date.now()));
        });
      });
    const nextFloorCount = () =>
      patiently((done) => {
        const floor = w as unknown as FloorWindow;
        floor.onHeard = ({ request }) => {
          const foot = document.querySelector('.foot');
          if (request.method === 'OPTIONS' || foot === null) return;
          foot.textContent = String(Date.now());
          painted(() => done(Date.now()));
        };
        return () => {
          floor.onHeard = null;
        };
      });

    const keys: number[] = [];
    document.addEventListener(
      'keydown',
      (event) => painted(() => keys.push(w.performance.now() - event.timeStamp)),
      true,
    );

    const watch: Watch = {
      nextRow: kind === 'floor' ? nextFloorCount : nextMeridianRow,
      nextStroke: (wanted) =>
        patiently((done) => {
          let from: number | null = null;
          const check = () => {
            if (from === null || rows() !== wanted) return;
            const begun = from;
            from = null;
            painted(() => done(w.performance.now() - begun));
          };
          const stop = onRows(check);
          document.addEventListener(
            'keydown',
            (event) => {
              from = event.timeStamp;
            },
            { capture: true, once: true },
          );
          return stop;
        }),
      keys,
    };
    Object.assign(w, { watch });
  }, kind);
}

type Watching = { readonly watch: Watch };

export function nextRow(view: View): Promise<number | null> {
  return view.evaluate((w) => (w as unknown as Watching).watch.nextRow());
}

export function nextStroke(view: View, rows: number): Promise<number | null> {
  return view.evaluate((w, rows) => (w as unknown as Watching).watch.nextStroke(rows), rows);
}

export function keysSoFar(view: View): Promise<readonly number[]> {
  return view.evaluate((w) => (w as unknown as Watching).watch.keys);
}
