/**
 * Keeps the inspected page's Apple Maps requests from the moment devtools opens. Lives in the hidden devtools page,
 * so nothing depends on the panel being shown or on the background being alive.
 */
import {
  type Body,
  type Entry,
  endpointOf,
  entryFromHar,
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
import { createPace, type Outlook } from './pace.ts';
import { createPreflights } from './preflights.ts';
import { createShelf } from './shelf.ts';

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
  /** Whether devtools show the panel, and not another tool. */
  readonly shown: boolean;
  /** When the page was loaded or left, milliseconds since 1970; the newest few. */
  readonly navigations: readonly number[];
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
  readonly setShown: (isShown: boolean) => void;
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

const NAVIGATIONS = 50;

/** Milliseconds: what comes within is told together. A request and its preflight are, mostly. */
const SOON = 10;

/** Other hosts' requests come by the thousand, and each telling is a picture that has to be drawn. */
const LATER = 1_000;

/** Milliseconds after which a preflight's request is missed. */
const OVERDUE = 1_000;

/** Entries among which a preflight looks for its request. */
const RECENT = 500;

export function createRecorder(
  { traffic, now, schedule }: RecorderPorts,
  limits: RecorderLimits = LIMITS,
): Recorder {
  const shelf = createShelf();
  /** The ids of the newest entries. */
  const recent: string[] = [];
  /** What the listeners were not told of yet. */
  const untold = new Map<string, Entry>();
  let gone: string[] = [];
  let isStateUntold = false;
  let isWaiting = false;
  const listeners = new Set<(event: RecorderEvent) => void>();
  const preflights = createPreflights();
  const identities = createIdentities(newId);
  const pace = createPace(reconcile, () => heard, now, schedule);
  let lastId = 0;
  /** Requests to any host since the page was loaded. */
  let heard = 0;
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
  let plannedFor = Number.POSITIVE_INFINITY;
  let cancelTelling = () => {};
  let state: RecorderState = {
    recording: true,
    preserve: true,
    since: now(),
    seen: 0,
    kept: 0,
    dropped: 0,
    filtered: 0,
    shown: true,
    navigations: [],
  };

  traffic.onRequest((observed) => {
    heard++;
    if (!isAppleMapsHost(hostOf(observed.url))) {
      update({ seen: state.seen + 1, filtered: state.filtered + 1 }, LATER);
      return;
    }
    // A request that raises no event is often next to one that does.
    pace.hurry('news');
    if (pausedAt !== null && startOf(observed) >= pausedAt) {
      update({ seen: state.seen + 1, filtered: state.filtered + 1 }, LATER);
      return;
    }
    const id = identities.heard(observed.identity);
    if (isUnanswered(observed)) doubted.set(id, observed);
    else void accept(observed, id);
  });
  traffic.onNavigated((url) => {
    heard = 0;
    update({ navigations: [...state.navigations, now()].slice(-NAVIGATIONS) });
    // The snapshots to come are of the new page.
    for (const [id, observed] of doubted) void accept(observed, id);
    doubted.clear();
    if (!state.preserve) void forgetEarlierPages(url);
    pace.hurry('news');
  });
  pace.now();

  async function accept(observed: Observed, id: string): Promise<void> {
    if (startOf(observed) < ignoreBefore) return;
    const bare = entryFromHar(observed.har, id, { state: 'none' });
    if (isPreflight(bare)) return acceptPreflight(bare);
    const body = await bodyOf(observed);
    if (startOf(observed) < ignoreBefore) return;
    const known = shelf.outline(id);
    // The snapshot of a request may come in after its event, which alone has the body.
    if (known?.body.state === 'read' && body.state !== 'read') return;
    put({ ...bare, body, preflight: known?.preflight ?? preflights.take(bare) });
  }

  function acceptPreflight(preflight: Entry): void {
    const request = recent.findLast((id) => {
      const entry = shelf.outline(id);
      return entry !== null && precedes(preflight, entry);
    });
    const entry = shelf.get(request ?? '');
    if (entry === null) {
      preflights.hold(preflight, now());
      waitForRequests();
    } else put({ ...entry, preflight: preflightOf(preflight) });
  }

  /** Mostly the request is told of at once. Where it is not, its answer was never read, or its preflight failed. */
  function waitForRequests(): void {
    if (isWaiting) return;
    isWaiting = true;
    schedule(OVERDUE, () => {
      isWaiting = false;
      if (preflights.hasHeldSince(now() - OVERDUE)) pace.hurry('doubt');
      if (preflights.hasHeldSince(now())) waitForRequests();
    });
  }

  /** Takes in what raised no event: bodies that the page never reads, and what a filter in the user's own Network panel hides. */
  async function reconcile(): Promise<Outlook> {
    const doubtedBefore = [...doubted];
    const snapshot = await traffic.snapshot().catch(() => []);
    const inFlight = new Set<string>();
    const counted = new Map<number, number>();
    const listed = new Set<string>();
    const unanswered = new Set<string>();
    let length = 0;
    for (const observed of snapshot) {
      if (!isAppleMapsHost(hostOf(observed.url))) continue;
      length++;
      const start = startOf(observed);
      if (start < ignoreBefore || (pausedAt !== null && start >= pausedAt)) continue;
      if (!observed.finished) {
        inFlight.add(observed.url);
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
      const isGone = !listed.has(id) && !inFlight.has(observed.url);
      if (isGone && doubted.delete(id)) void accept(observed, id);
    }
    for (const preflight of preflights.release(now(), inFlight)) put(preflight);
    const news = length !== lastSnapshotLength || unanswered.size !== unansweredBefore.size;
    lastSnapshotLength = length;
    unansweredBefore = unanswered;
    if (doubted.size > 0 || preflights.hasHeldSince(now() - OVERDUE)) return 'doubt';
    return news || inFlight.size > 0 ? 'news' : 'nothing';
  }

  function put(entry: Entry): void {
    const isNew = shelf.outline(entry.id) === null;
    shelf.put(entry);
    untold.set(entry.id, entry);
    if (isNew) {
      recent.push(entry.id);
      if (recent.length > RECENT) recent.shift();
      update({ seen: state.seen + 1, kept: state.kept + 1 });
    } else plan(SOON);
    evict();
  }

  function evict(): void {
    const ids: string[] = [];
    for (const { id } of shelf.outlines()) {
      if (shelf.count() <= limits.entries && shelf.size() <= limits.size) break;
      shelf.remove(id);
      ids.push(id);
    }
    if (ids.length === 0) return;
    update({ kept: state.kept - ids.length, dropped: state.dropped + ids.length });
    tellGone(ids);
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
    const past = [...shelf.outlines()].filter(isGone);
    for (const { id } of past) shelf.remove(id);
    preflights.forget(isGone);
    update({
      seen: shelf.count(),
      kept: shelf.count(),
      dropped: 0,
      filtered: 0,
      navigations: state.navigations.filter((at) => at >= ignoreBefore),
      since: now(),
    });
    tellGone(past.map(({ id }) => id));
  }

  function tellGone(ids: readonly string[]): void {
    for (const id of ids) untold.delete(id);
    gone = gone.concat(ids);
    plan(SOON);
  }

  function update(change: Partial<RecorderState>, within = SOON): void {
    state = { ...state, ...change };
    isStateUntold = true;
    plan(within);
  }

  function plan(within: number): void {
    const at = now() + within;
    if (at >= plannedFor) return;
    cancelTelling();
    plannedFor = at;
    cancelTelling = schedule(within, tell);
  }

  /** Rows and counters together, so that one picture shows both. */
  function tell(): void {
    cancelTelling();
    plannedFor = Number.POSITIVE_INFINITY;
    const ids = gone;
    const fresh = [...untold.values()];
    gone = [];
    untold.clear();
    if (ids.length > 0) emit({ type: 'removed', ids });
    if (fresh.length > 0) emit({ type: 'entries', entries: fresh });
    if (isStateUntold) emit({ type: 'state', state });
    isStateUntold = false;
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
      listener({ type: 'entries', entries: [...shelf.all()] });
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
      tell();
    },
    setShown(isShown) {
      update({ shown: isShown });
    },
    setPreserve(on) {
      update({ preserve: on });
      tell();
    },
    clear() {
      ignoreBefore = now();
      forget(() => true);
      tell();
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
