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
  readonly text: ReadonlySignal<string>;
  readonly kid: Signal<string>;
  /** Why the last text gave no key. */
  readonly fault: ReadonlySignal<KeyFault | null>;
  readonly write: (text: string) => void;
  /**
   * Takes the key in the form; true when it did. One that is not named, by the form or in itself, counts as that of
   * this token.
   */
  readonly add: (token: Token) => Promise<boolean>;
  readonly forgetForm: () => void;
  /** Changes when tokens were checked. */
  readonly checked: ReadonlySignal<Checked>;
  /** `unchecked` until the answer is known. */
  readonly signatureOf: (token: Token) => SignatureState;
}

/** What was found with one set of keys, by the tokens' texts. */
interface Checked {
  readonly keys: readonly PublicKey[];
  readonly states: ReadonlyMap<string, SignatureState>;
}

/** As many distinct tokens as the rows are read from; a log has a handful. */
const TOKENS_KEPT = 2_000;

export function createKeys(): Keys {
  const given = signal<readonly PublicKey[]>([]);
  const text = signal('');
  const kid = signal('');
  const fault = signal<KeyFault | null>(null);
  const checked = signal<Checked>({ keys: given.value, states: new Map() });
  const tokens = new Map<string, Token>();
  /** Asked for since the last turn; they are checked together, so that their rows change together. */
  let fresh: Token[] = [];

  async function check(asked: readonly Token[]): Promise<void> {
    const keys = given.value;
    const found = await Promise.all(
      asked.map(async (token) => [token.raw, await checkSignature(token, keys)] as const),
    );
    // A key that came meanwhile has every token checked again.
    if (keys !== given.value) return;
    const before = checked.value.keys === keys ? checked.value.states : [];
    checked.value = { keys, states: new Map([...before, ...found]) };
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
      void check(asked);
    });
  }

  function forgetForm(): void {
    batch(() => {
      text.value = '';
      kid.value = '';
      fault.value = null;
    });
  }

  return {
    given,
    text,
    kid,
    fault,
    checked,
    forgetForm,
    write: (next) =>
      batch(() => {
        text.value = next;
        fault.value = null;
      }),
    async add(token) {
      const named = kid.value.trim();
      const reading = await readPublicKey(text.value, named === '' ? null : named);
      if (!reading.ok) {
        fault.value = reading.fault;
        return false;
      }
      const tokenKid = own(token.header, 'kid');
      const key = {
        ...reading.key,
        kid: reading.key.kid ?? (typeof tokenKid === 'string' ? tokenKid : null),
      };
      batch(() => {
        given.value = [...given.value.filter((other) => other.kid === null || other.kid !== key.kid), key];
        forgetForm();
      });
      await check([...tokens.values()]);
      return true;
    },
    signatureOf(token) {
      if (!isCheckable(token)) return 'unchecked';
      if (!tokens.has(token.raw)) remember(token);
      return checked.value.states.get(token.raw) ?? 'unchecked';
    },
  };
}
