/** Who the recorder serves, seen from inside the devtools page and without its help. */
import type { View } from './drivers/driver.ts';

export interface PortSeen {
  readonly isOpen: boolean;
  /** Messages with entries since the last look. */
  readonly entries: number;
}

interface Watched {
  seenPorts?: { isOpen: boolean; entries: number; end: () => void }[];
}

/** Before the panel is first shown: a port is counted from its opening. */
export function watchPorts(devtoolsPage: View): Promise<void> {
  return devtoolsPage.evaluate((w) => {
    const ports: NonNullable<Watched['seenPorts']> = [];
    (w as Watched).seenPorts = ports;
    w.chrome.runtime.onConnect.addListener((port) => {
      const seen = { isOpen: true, entries: 0, end: () => port.disconnect() };
      ports.push(seen);
      const post = port.postMessage;
      // Every listener is given the same port, so what the recorder says passes through here.
      port.postMessage = (message: { type?: string }) => {
        if (message.type === 'entries') seen.entries += 1;
        post.call(port, message);
      };
      port.onDisconnect.addListener(() => {
        seen.isOpen = false;
      });
    });
  });
}

/** All ports since `watchPorts`, and what each was told since the last look. */
export function lookAtPorts(devtoolsPage: View): Promise<readonly PortSeen[]> {
  return devtoolsPage.evaluate((w) => {
    const ports = (w as Watched).seenPorts ?? [];
    const seen = ports.map(({ isOpen, entries }) => ({ isOpen, entries }));
    for (const port of ports) port.entries = 0;
    return seen;
  });
}

/** Hangs up on every panel. */
export function endPorts(devtoolsPage: View): Promise<void> {
  return devtoolsPage.evaluate((w) => {
    for (const port of (w as Watched).seenPorts ?? []) port.end();
  });
}
