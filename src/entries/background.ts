import { createExchanger } from '../app/credentials/exchanger.ts';
import { onExchangeRequests } from '../platform/exchange-port.ts';
import { send } from '../platform/http.ts';
import { alone } from '../platform/locks.ts';
import { permission } from '../platform/permission.ts';
import { sessionStore } from '../platform/session-store.ts';
import { now } from '../platform/time.ts';

onExchangeRequests(createExchanger({ store: sessionStore, permission, send, alone, now }));
