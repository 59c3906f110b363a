/** The popup's state: the stored credentials, the chosen one, what became of it, and the form. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  type Diagnosis,
  diagnose,
  heldUntil,
  type Issued,
  plannedExchange,
  readBearer,
  readToken,
  type Subject,
  subjectOf,
  type Token,
} from '../../core/index.ts';
import type { Copy, Now, Permission, SessionStore } from '../ports.ts';
import {
  type Attempt,
  type Credential,
  type Draft,
  parseKey,
  parseRecord,
  recordKey,
  writeRecord,
} from './records.ts';

/** What the popup shows of the chosen credential, the first that applies. */
export type ExchangeView =
  /** Nothing stands in the way of asking. */
  | { readonly is: 'ready' }
  /** The token cannot be good: nothing is sent. */
  | { readonly is: 'unsound'; readonly subject: Subject; readonly diagnosis: Diagnosis }
  | { readonly is: 'asking'; readonly startedAt: number }
  /** The browser does not let the extension reach Apple. */
  | { readonly is: 'not-permitted' }
  | { readonly is: 'interrupted' }
  /** `heldUntil`: milliseconds since 1970 until which a 429 asks to be left alone. */
  | {
      readonly is: 'refused';
      readonly at: number;
      readonly subject: Subject;
      readonly diagnosis: Diagnosis;
      readonly heldUntil: number | null;
    };

export interface Popup {
  /** False until the store was read once. */
  readonly loaded: ReadonlySignal<boolean>;
  readonly credentials: ReadonlySignal<readonly Credential[]>;
  readonly chosen: ReadonlySignal<Credential | null>;
  readonly chosenToken: ReadonlySignal<Token | null>;
  readonly exchange: ReadonlySignal<ExchangeView>;
  /** The access token in hand, good or ended; null where none was issued. */
  readonly issued: ReadonlySignal<(Issued & { readonly token: Token }) | null>;
  /** The open form, null where it is closed. */
  readonly draft: ReadonlySignal<Draft | null>;
  /** What is wrong with the form, as message ids; null where it can be saved. */
  readonly draftFault: ReadonlySignal<
    'name-missing' | 'token-missing' | 'token-is-access' | 'token-is-key' | null
  >;
  /** The diagnosis of the token in the form, as it would be sent. */
  readonly draftDiagnosis: ReadonlySignal<Diagnosis | null>;
  /** False where the browser does not let the extension reach Apple. */
  readonly permitted: ReadonlySignal<boolean>;
  readonly choose: (id: string) => void;
  readonly getToken: () => void;
  /** Asks the browser for access to Apple; within a click. */
  readonly grant: () => void;
  readonly openForm: (credential: Credential | null) => void;
  readonly edit: (change: Partial<Draft>) => void;
  readonly save: () => void;
  readonly closeForm: () => void;
  readonly remove: (id: string) => void;
  readonly copy: Copy;
}

export interface PopupPorts {
  readonly store: SessionStore;
  readonly permission: Permission;
  /** Tells the background; it answers through the store. */
  readonly exchange: (credentialId: string) => void;
  readonly copy: Copy;
  readonly now: ReadonlySignal<number>;
  readonly time: Now;
  readonly newId: () => string;
}

/** An exchange ends within this time; what still looks under way then was given up by the browser. */
const LONGEST = 25_000;

export function createPopup(ports: PopupPorts): Popup {
  const { store, permission } = ports;
  const texts = signal<Readonly<Record<string, string>>>({});
  const loaded = signal(false);
  const draft = signal<Draft | null>(null);
  const permitted = signal(true);

  const credentials = computed(() =>
    Object.entries(texts.value)
      .filter(([key]) => parseKey(key)?.kind === 'credential')
      .flatMap(([, text]) => parseRecord('credential', text) ?? [])
      .sort((a, b) => a.addedAt - b.addedAt),
  );
  const chosen = computed(() => {
    const id = parseRecord('chosen', texts.value[recordKey('chosen')] ?? null);
    return credentials.value.find((credential) => credential.id === id) ?? credentials.value[0] ?? null;
  });
  const chosenToken = computed(() => (chosen.value === null ? null : readToken(chosen.value.token)));
  const attempt = computed<Attempt | null>(() =>
    chosen.value === null
      ? null
      : parseRecord('attempt', texts.value[recordKey('attempt', chosen.value.id)] ?? null),
  );
  const issued = computed(() => {
    if (chosen.value === null) return null;
    const record = parseRecord('issued', texts.value[recordKey('issued', chosen.value.id)] ?? null);
    return record === null ? null : { ...record, token: readToken(record.accessToken) };
  });
  const exchange = computed<ExchangeView>(() =>
    viewOf(chosen.value, attempt.value, permitted.value, ports.now.value),
  );
  const draftDiagnosis = computed(() =>
    draft.value === null || draft.value.token.trim() === ''
      ? null
      : diagnose(subjectOf(plannedExchange(draft.value.token, ports.now.value), undefined, false)),
  );
  const draftFault = computed(() => (draft.value === null ? null : faultOf(draft.value)));

  store.onChange((key, value) => {
    const { [key]: _, ...others } = texts.value;
    texts.value = value === null ? others : { ...others, [key]: value };
  });
  void store.all().then((all) =>
    batch(() => {
      texts.value = { ...all, ...texts.value };
      draft.value = parseRecord('draft', all[recordKey('draft')] ?? null);
      loaded.value = true;
    }),
  );
  const checkPermission = () => void permission.granted().then((granted) => (permitted.value = granted));
  permission.onChange(checkPermission);
  checkPermission();

  function setDraft(next: Draft | null): void {
    draft.value = next;
    // Kept with each stroke: a popup closes without warning when the user looks elsewhere.
    void (next === null ? store.remove(recordKey('draft')) : writeRecord(store, 'draft', '', next));
  }

  function choose(id: string): void {
    void writeRecord(store, 'chosen', '', id);
  }

  return {
    loaded,
    credentials,
    chosen,
    chosenToken,
    exchange,
    issued,
    draft,
    draftFault,
    draftDiagnosis,
    permitted,
    choose,
    getToken() {
      const credential = chosen.value;
      if (credential === null) return;
      if (permitted.value) ports.exchange(credential.id);
      else void permission.request().then((granted) => granted && ports.exchange(credential.id));
    },
    grant: () => void permission.request(),
    openForm: (credential) =>
      setDraft(
        credential === null
          ? { id: null, name: '', token: '' }
          : { id: credential.id, name: credential.name, token: credential.token },
      ),
    edit: (change) => draft.value !== null && setDraft({ ...draft.value, ...tidy(change) }),
    save() {
      const edited = draft.value;
      if (edited === null || faultOf(edited) !== null) return;
      const old = credentials.value.find(({ id }) => id === edited.id);
      const id = old?.id ?? ports.newId();
      const credential = {
        id,
        name: edited.name.trim(),
        token: edited.token,
        addedAt: old?.addedAt ?? ports.time(),
      };
      void writeRecord(store, 'credential', id, credential).then(() => {
        if (old !== undefined && old.token !== edited.token) void forgetUse(id);
        choose(id);
        setDraft(null);
      });
    },
    closeForm: () => setDraft(null),
    remove(id) {
      void store.remove(recordKey('credential', id)).then(() => forgetUse(id));
      setDraft(null);
    },
    copy: ports.copy,
  };

  function forgetUse(id: string): Promise<unknown> {
    return Promise.all([store.remove(recordKey('attempt', id)), store.remove(recordKey('issued', id))]);
  }
}

function viewOf(
  credential: Credential | null,
  attempt: Attempt | null,
  permitted: boolean,
  now: number,
): ExchangeView {
  if (credential === null) return { is: 'ready' };
  if (attempt?.state === 'asking') {
    return now - attempt.startedAt > LONGEST
      ? { is: 'interrupted' }
      : { is: 'asking', startedAt: attempt.startedAt };
  }
  const planned = subjectOf(plannedExchange(credential.token, now), undefined, false);
  const judged = diagnose(planned);
  if (judged.refused) return { is: 'unsound', subject: planned, diagnosis: judged };
  if (!permitted) return { is: 'not-permitted' };
  if (attempt === null || attempt.state === 'not-permitted') return { is: 'ready' };
  if (attempt.state === 'interrupted' || attempt.entry === null) return { is: 'interrupted' };
  const subject = subjectOf(attempt.entry);
  const diagnosis = diagnose(subject);
  if (!diagnosis.refused) return { is: 'ready' };
  return { is: 'refused', at: attempt.startedAt, subject, diagnosis, heldUntil: heldUntil(attempt.entry) };
}

/** A paste is forgiven the white space around it and the word Bearer. */
function tidy({ token, ...others }: Partial<Draft>): Partial<Draft> {
  return token === undefined
    ? others
    : { ...others, token: token.trim().replace(/^(authorization:\s*)?bearer\s+/i, '') };
}

function faultOf({ name, token }: Draft) {
  if (token.trim() === '') return 'token-missing';
  if (token.includes('-----BEGIN')) return 'token-is-key';
  if (readToken(readBearer(`Bearer ${token}`).token).kind === 'access') return 'token-is-access';
  return name.trim() === '' ? 'name-missing' : null;
}
