/** The public keys that the user gave, and what they tell of each token. Nothing outlives the panel. */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  checkSignature,
  isCheckable,
  type KeyFault,
  own,
  type PublicKey,
  readPublicKey,
  type SignatureState,
  type Token,
} from '../../core/index.ts';

export interface Keys {
  readonly given: ReadonlySignal<readonly PublicKey[]>;
  /** What stands in the form. Emptied as soon as a key was read from it. */
  readonly text: Signal<string>;
  readonly kid: Signal<string>;
  readonly open: Signal<boolean>;
  /** Why the last text gave no key. */
  readonly fault: ReadonlySignal<KeyFault | null>;
  /** Takes the key in the form. One that is not named, by the form or in itself, counts as that of this token. */
  readonly add: (token: Token) => Promise<void>;
  readonly close: () => void;
  /** `unchecked` until the answer is known; read within a computed or an effect, it tells when that changes. */
  readonly signatureOf: (token: Token) => SignatureState;
}

/** As many distinct tokens as the rows are read from; a log has a handful. */
const TOKENS_KEPT = 2_000;

export function createKeys(): Keys {
  const given = signal<readonly PublicKey[]>([]);
  const text = signal('');
  const kid = signal('');
  const open = signal(false);
  const fault = signal<KeyFault | null>(null);
  const states = signal<ReadonlyMap<string, SignatureState>>(new Map());
  const tokens = new Map<string, Token>();
  /** Asked for since the last turn; they are checked together, so that their rows change together. */
  let fresh: Token[] = [];

  async function check(asked: readonly Token[], known: ReadonlyMap<string, SignatureState>): Promise<void> {
    const keys = given.value;
    const found = await Promise.all(
      asked.map(async (token) => [token.raw, await checkSignature(token, keys)] as const),
    );
    // A key that came meanwhile has every token checked again.
    if (keys !== given.value) return;
    states.value = new Map([...known, ...found]);
  }

  function remember(token: Token): void {
    if (tokens.size >= TOKENS_KEPT) tokens.clear();
    tokens.set(token.raw, token);
    if (given.peek().length === 0) return;
    fresh.push(token);
    if (fresh.length > 1) return;
    queueMicrotask(() => {
      const asked = fresh;
      fresh = [];
      void check(asked, states.peek());
    });
  }

  function close(): void {
    batch(() => {
      open.value = false;
      text.value = '';
      kid.value = '';
      fault.value = null;
    });
  }

  return {
    given,
    text,
    kid,
    open,
    fault,
    close,
    async add(token) {
      const named = kid.value.trim();
      const reading = await readPublicKey(text.value, named === '' ? null : named);
      if (!reading.ok) {
        fault.value = reading.fault;
        return;
      }
      const tokenKid = own(token.header, 'kid');
      const key = { ...reading.key, kid: reading.key.kid ?? (typeof tokenKid === 'string' ? tokenKid : null) };
      batch(() => {
        given.value = [...given.value.filter((other) => other.kid === null || other.kid !== key.kid), key];
        close();
      });
      await check([...tokens.values()], new Map());
    },
    signatureOf(token) {
      if (!isCheckable(token)) return 'unchecked';
      if (!tokens.has(token.raw)) remember(token);
      return states.value.get(token.raw) ?? 'unchecked';
    },
  };
}
