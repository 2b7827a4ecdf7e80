import { type RequestOptions, request } from 'node:https';
import type { World } from './world.ts';

export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** As received, still compressed if it was. */
  raw: Buffer;
  text: string;
}

/** Requests an https URL from the test server: over TLS, with the URL's host in the `Host` header. */
export function fetchFromWorld(
  world: World,
  url: string,
  headers: Record<string, string> = {},
  timeout = 5_000,
): Promise<Reply> {
  const { host, pathname, search } = new URL(url);
  const options: RequestOptions = {
    host: '127.0.0.1',
    port: world.port,
    path: pathname + search,
    headers: { host, ...headers },
    rejectUnauthorized: false,
    agent: false,
    signal: AbortSignal.timeout(timeout),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const raw = Buffer.concat(chunks);
        const names = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(names),
          raw,
          text: raw.toString('utf8'),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
