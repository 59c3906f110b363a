import { call } from './client.ts';
import type { StandIn } from './stand-in.ts';

const ORIGIN = 'https://demo.test';

/** A `fetch` that sends from the demo page's origin to a stand-in; relative addresses go to the demo site. */
export function fetchAsPage(standIn: StandIn): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input), ORIGIN).href;
    const headers = { ...(init?.headers as Record<string, string>), origin: ORIGIN };
    const { status, body } = await call(standIn, url, { headers });
    return new Response(status === 204 ? null : new Uint8Array(body), { status });
  };
}

/** As much of `XMLHttpRequest` as the map script uses, over `fetchAsPage`. */
export function xhrAsPage(standIn: StandIn) {
  const fetchPage = fetchAsPage(standIn);
  return class {
    status = 0;
    responseText = '';
    timeout = 0;
    onloadend: () => void = () => undefined;
    #url = '';
    readonly #headers: Record<string, string> = {};

    open(_method: string, url: string): void {
      this.#url = url;
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers[name.toLowerCase()] = value;
    }

    async send(): Promise<void> {
      try {
        const response = await fetchPage(this.#url, { headers: this.#headers });
        this.responseText = await response.text();
        this.status = response.status;
      } catch {
        this.status = 0;
      }
      this.onloadend();
    }
  };
}
