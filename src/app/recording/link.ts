/**
 * The two ends of the pipe between recorder and panel. Messages are flat records: extension messaging changes nested
 * data in silence (depth, own `__proto__`), and differently in each browser, so entries travel as JSON text.
 */
import * as v from 'valibot';
import type { Entry } from '../../core/index.ts';
import type { Channel } from '../ports.ts';
import { createFieldPool } from './field-pool.ts';
import type { Recorder, RecorderEvent, RecorderState } from './recorder.ts';

const Order = v.variant('type', [
  v.object({ type: v.literal('record'), on: v.boolean() }),
  v.object({ type: v.literal('preserve'), on: v.boolean() }),
  v.object({ type: v.literal('clear') }),
]);

export type Order = v.InferOutput<typeof Order>;

const News = v.variant('type', [
  v.object({ type: v.literal('state'), json: v.string() }),
  v.object({ type: v.literal('entries'), json: v.string() }),
  v.object({ type: v.literal('removed'), json: v.string() }),
]);

/** Entries in one message: few enough that reading one never holds up the panel. */
const CHUNK = 100;
/** UTF-16 units in one message of several; browsers take no message above 64 MiB. */
const CHUNK_LENGTH = 4 * 1_048_576;

/** The recorder's end: serves one panel until it goes away. */
export function serveRecorder(recorder: Recorder, channel: Channel): void {
  const stop = recorder.subscribe((event) => {
    for (const news of newsOf(event)) channel.post(news);
  });
  channel.onClose(stop);
  channel.onMessage((message) => {
    const order = v.safeParse(Order, message);
    if (!order.success) return;
    if (order.output.type === 'record') recorder.setRecording(order.output.on);
    else if (order.output.type === 'preserve') recorder.setPreserve(order.output.on);
    else recorder.clear();
  });
}

/** The panel's end. */
export function followRecorder(
  channel: Channel,
  listener: (event: RecorderEvent) => void,
): (order: Order) => void {
  const pooled = createFieldPool();
  channel.onMessage((message) => {
    const news = v.safeParse(News, message);
    if (!news.success) return;
    const { type, json } = news.output;
    const value = parse(json);
    if (type === 'state') {
      if (typeof value === 'object' && value !== null) listener({ type, state: value as RecorderState });
    } else if (Array.isArray(value)) {
      if (type === 'entries') listener({ type, entries: (value as readonly Entry[]).map(pooled) });
      else listener({ type, ids: value as readonly string[] });
    }
  });
  return (order) => channel.post(order);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

function* newsOf(event: RecorderEvent): Generator<v.InferOutput<typeof News>> {
  if (event.type === 'state') yield { type: 'state', json: JSON.stringify(event.state) };
  else if (event.type === 'removed') yield { type: 'removed', json: JSON.stringify(event.ids) };
  else {
    let chunk: string[] = [];
    let length = 0;
    for (const entry of event.entries) {
      const json = JSON.stringify(entry);
      if (chunk.length > 0 && (chunk.length === CHUNK || length + json.length > CHUNK_LENGTH)) {
        yield { type: 'entries', json: `[${chunk.join(',')}]` };
        chunk = [];
        length = 0;
      }
      chunk.push(json);
      length += json.length;
    }
    if (chunk.length > 0) yield { type: 'entries', json: `[${chunk.join(',')}]` };
  }
}
