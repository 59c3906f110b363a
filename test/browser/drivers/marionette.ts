import net from 'node:net';

interface Pending {
  readonly command: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Failure {
  readonly error: string;
  readonly message: string;
}

type Packet = readonly [type: 1, id: number, failure: Failure | null, result: unknown];

const COLON = 0x3a;

/** Firefox's own remote protocol: each packet is its length in bytes, a colon, and JSON. */
export class Marionette {
  readonly #socket: net.Socket;
  readonly #pending = new Map<number, Pending>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: net.Socket, greeted: () => void) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      for (let packet = this.#next(); packet !== undefined; packet = this.#next()) {
        // The greeting is the only packet that is not an answer.
        if (Array.isArray(packet)) this.#settle(packet as unknown as Packet);
        else greeted();
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const { command, reject } of this.#pending.values()) {
        reject(new Error(`Firefox closed the connection during ${command}`));
      }
      this.#pending.clear();
    });
  }

  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      socket.once('error', reject);
      const client: Marionette = new Marionette(socket, () => resolve(client));
    });
  }

  send(command: string, parameters: object = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const text = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error(`Firefox is gone; not sent: ${command}`));
      this.#pending.set(id, { command, resolve, reject });
      this.#socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #next(): unknown {
    const colon = this.#received.indexOf(COLON);
    if (colon < 0) return undefined;
    const end = colon + 1 + Number(this.#received.toString('latin1', 0, colon));
    if (this.#received.length < end) return undefined;
    const packet: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
    this.#received = this.#received.subarray(end);
    return packet;
  }

  #settle([, id, failure, result]: Packet): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (failure) pending?.reject(new Error(`${pending.command}: ${failure.error}: ${failure.message}`));
    else pending?.resolve(result);
  }
}
