/**
 * Keeps the inspected page's Apple Maps requests from the moment devtools opens. Lives in the hidden devtools page,
 * so nothing depends on the panel being shown or on the background being alive.
 */
import {
  type Body,
  type Entry,
  endpointOf,
  entryFromHar,
  entrySize,
  harError,
  harStatus,
  hostOf,
  isAppleMapsHost,
  isPreflight,
  precedes,
  preflightOf,
} from '../../core/index.ts';
import type { Now, Observed, Schedule, Traffic } from '../ports.ts';
import { createIdentities, identityKey } from './identities.ts';
import { createPace } from './pace.ts';
import { createPreflights } from './preflights.ts';

export interface RecorderState {
  readonly recording: boolean;
  /** Whether entries outlive a navigation. */
  readonly preserve: boolean;
  /** Milliseconds since 1970: since when the log is complete. */
  readonly since: number;
  /** Always seen = kept + dropped + filtered. A preflight is a part of its request and not counted. */
  readonly seen: number;
  readonly kept: number;
  /** Given up to stay within the bounds. */
  readonly dropped: number;
  /** Of other hosts, or sent while recording was paused. */
  readonly filtered: number;
}

export type RecorderEvent =
  | { readonly type: 'state'; readonly state: RecorderState }
  /** New entries, or newer versions of entries with the same id. */
  | { readonly type: 'entries'; readonly entries: readonly Entry[] }
  | { readonly type: 'removed'; readonly ids: readonly string[] };

export interface Recorder {
  /** Tells first what is known, then what happens. Returns the way to stop listening. */
  readonly subscribe: (listener: (event: RecorderEvent) => void) => () => void;
  readonly setRecording: (on: boolean) => void;
  readonly setPreserve: (on: boolean) => void;
  readonly clear: () => void;
}

export interface RecorderPorts {
  readonly traffic: Traffic;
  readonly now: Now;
  readonly schedule: Schedule;
}

export interface RecorderLimits {
  readonly entries: number;
  /** UTF-16 units over all entries. */
  readonly size: number;
}

const LIMITS: RecorderLimits = { entries: 10_000, size: 32 * 1_048_576 };

/** Other hosts' requests come by the thousand; their count may be told a little later. */
const STATE_DELAY = 100;

export function createRecorder(
  { traffic, now, schedule }: RecorderPorts,
  limits: RecorderLimits = LIMITS,
): Recorder {
  const entries = new Map<string, Entry>();
  const listeners = new Set<(event: RecorderEvent) => void>();
  const preflights = createPreflights();
  const identities = createIdentities(newId);
  const pace = createPace(reconcile, now, schedule);
  let lastId = 0;
  let size = 0;
  let lastSnapshotLength = 0;
  let unansweredBefore: ReadonlySet<string> = new Set();
  /**
   * Firefox tells of some requests as unanswered just before their answer comes, by event as well as in snapshots. So
   * one without an answer and without a reason is believed when two snapshots show it so.
   */
  const doubted = new Map<string, Observed>();
  /** Requests that started earlier belong to what was cleared, or to a pause. */
  let ignoreBefore = 0;
  let pausedAt: number | null = null;
  let cancelAnnouncement: (() => void) | null = null;
  let state: RecorderState = {
    recording: true,
    preserve: true,
    since: now(),
    seen: 0,
    kept: 0,
    dropped: 0,
    filtered: 0,
  };

  traffic.onRequest((observed) => {
    // A request that raises no event is often next to one that does.
    pace.hurry();
    const inPause = pausedAt !== null && startOf(observed) >= pausedAt;
    if (inPause || !isAppleMapsHost(hostOf(observed.identity.url))) {
      update({ seen: state.seen + 1, filtered: state.filtered + 1 });
      return;
    }
    const id = identities.heard(observed.identity);
    if (isUnanswered(observed)) doubted.set(id, observed);
    else void accept(observed, id);
  });
  traffic.onNavigated((url) => {
    // The snapshots to come are of the new page.
    for (const [id, observed] of doubted) void accept(observed, id);
    doubted.clear();
    if (!state.preserve) void forgetEarlierPages(url);
    pace.hurry();
  });
  pace.now();

  async function accept(observed: Observed, id: string): Promise<void> {
    if (startOf(observed) < ignoreBefore) return;
    const bare = entryFromHar(observed.har, id, { state: 'none' });
    if (isPreflight(bare)) return acceptPreflight(bare);
    const body = await bodyOf(observed);
    if (startOf(observed) < ignoreBefore) return;
    const known = entries.get(id);
    // The snapshot of a request may come in after its event, which alone has the body.
    if (known?.body.state === 'read' && body.state !== 'read') return;
    put({ ...bare, body, preflight: known?.preflight ?? preflights.take(bare) });
  }

  function acceptPreflight(preflight: Entry): void {
    const request = [...entries.values()].findLast((entry) => precedes(preflight, entry));
    if (request === undefined) preflights.hold(preflight, now());
    else put({ ...request, preflight: preflightOf(preflight) });
  }

  /** Takes in what raised no event: bodies that the page never reads, and what a filter in the user's own Network panel hides. */
  async function reconcile(): Promise<boolean> {
    const doubtedBefore = [...doubted];
    const snapshot = await traffic.snapshot().catch(() => []);
    const inFlight = new Set<string>();
    const counted = new Map<string, number>();
    const listed = new Set<string>();
    const unanswered = new Set<string>();
    for (const observed of snapshot) {
      const start = startOf(observed);
      if (start < ignoreBefore || (pausedAt !== null && start >= pausedAt)) continue;
      if (!isAppleMapsHost(hostOf(observed.identity.url))) continue;
      if (!observed.finished) {
        inFlight.add(observed.identity.url);
        continue;
      }
      const key = identityKey(observed.identity);
      const nth = counted.get(key) ?? 0;
      counted.set(key, nth + 1);
      const { id, isNew } = identities.listed(observed.identity, nth);
      listed.add(id);
      if (isUnanswered(observed)) {
        unanswered.add(id);
        if (isNew) doubted.set(id, observed);
        if (!unansweredBefore.has(id)) continue;
      }
      if (doubted.delete(id) || isNew) void accept(observed, id);
    }
    for (const [id, observed] of doubtedBefore) {
      // Not in the snapshot, not even as on its way: nothing better will be told of it.
      const isGone = !listed.has(id) && !inFlight.has(observed.identity.url);
      if (isGone && doubted.delete(id)) void accept(observed, id);
    }
    for (const preflight of preflights.release(now(), inFlight)) put(preflight);
    const news = snapshot.length !== lastSnapshotLength || unanswered.size !== unansweredBefore.size;
    lastSnapshotLength = snapshot.length;
    unansweredBefore = unanswered;
    return news || inFlight.size > 0 || doubted.size > 0;
  }

  function put(entry: Entry): void {
    const old = entries.get(entry.id);
    entries.set(entry.id, entry);
    size += entrySize(entry) - (old === undefined ? 0 : entrySize(old));
    if (old === undefined) update({ seen: state.seen + 1, kept: state.kept + 1 });
    emit({ type: 'entries', entries: [entry] });
    evict();
  }

  function evict(): void {
    const ids: string[] = [];
    for (const [id, entry] of entries) {
      if (entries.size <= limits.entries && size <= limits.size) break;
      entries.delete(id);
      size -= entrySize(entry);
      ids.push(id);
    }
    if (ids.length === 0) return;
    update({ kept: state.kept - ids.length, dropped: state.dropped + ids.length });
    emit({ type: 'removed', ids });
  }

  async function forgetEarlierPages(url: string): Promise<void> {
    const navigatedAt = now();
    const snapshot = await traffic.snapshot().catch(() => []);
    // Requests of the new page may be told of before its navigation is, so its document marks the border.
    const page = snapshot.findLast(({ identity }) => identity.url === url.split('#', 1)[0]);
    const border = page === undefined ? navigatedAt : startOf(page);
    ignoreBefore = Math.max(ignoreBefore, border);
    forget((entry) => entry.startedAt < border);
  }

  function forget(isGone: (entry: Entry) => boolean): void {
    const gone = [...entries.values()].filter(isGone);
    for (const entry of gone) {
      entries.delete(entry.id);
      size -= entrySize(entry);
    }
    preflights.forget(isGone);
    update({ seen: entries.size, kept: entries.size, dropped: 0, filtered: 0, since: now() });
    emit({ type: 'removed', ids: gone.map(({ id }) => id) });
  }

  function update(change: Partial<RecorderState>): void {
    state = { ...state, ...change };
    cancelAnnouncement ??= schedule(STATE_DELAY, announce);
  }

  function announce(): void {
    cancelAnnouncement?.();
    cancelAnnouncement = null;
    emit({ type: 'state', state });
  }

  function emit(event: RecorderEvent): void {
    for (const listener of listeners) listener(event);
  }

  function newId(): string {
    return String(++lastId);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      listener({ type: 'state', state });
      listener({ type: 'entries', entries: [...entries.values()] });
      return () => listeners.delete(listener);
    },
    setRecording(on) {
      if (on === state.recording) return;
      if (on) {
        ignoreBefore = now();
        pausedAt = null;
        update({ recording: true, since: now() });
      } else {
        pausedAt = now();
        update({ recording: false });
        pace.now();
      }
      announce();
    },
    setPreserve(on) {
      update({ preserve: on });
      announce();
    },
    clear() {
      ignoreBefore = now();
      forget(() => true);
      announce();
    },
  };
}

function isUnanswered({ har }: Observed): boolean {
  return harStatus(har) === 0 && harError(har) === '';
}

function startOf({ identity }: Observed): number {
  return Date.parse(identity.startedDateTime) || 0;
}

/** Pictures and scripts tell nothing about a token, so their bodies are not fetched. */
function bodyOf(observed: Observed): Promise<Body> | Body {
  const { group } = endpointOf(observed.identity.url);
  return group === 'tile' || group === 'asset' ? { state: 'binary' } : observed.body();
}
