import { answerAsks } from '../app/credentials/ask.ts';
import { createExchanger } from '../app/credentials/exchanger.ts';
import { send } from '../platform/http.ts';
import { alone } from '../platform/locks.ts';
import { permission } from '../platform/permission.ts';
import { sessionStore } from '../platform/session-store.ts';
import { now } from '../platform/time.ts';

answerAsks(sessionStore, createExchanger({ store: sessionStore, permission, send, alone, now }));
