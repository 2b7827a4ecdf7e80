import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import type { Answer } from './answer.ts';

export interface TlsServer {
  port: number;
  /** Closes idle keep-alive connections. */
  dropIdle(): void;
  close(): Promise<void>;
}

/** Starts a TLS server on a free port of 127.0.0.1, with a certificate generated for this run. */
export async function startTlsServer(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<TlsServer> {
  const certificate = await generate([{ name: 'commonName', value: 'world.test' }], {
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: '*.test' }] }],
  });
  const server = createServer({ key: certificate.private, cert: certificate.cert }, handle);
  // Browsers also try plain http and probe; such errors are not logged.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  server.on('clientError', (_error, socket) => socket.destroy());
  const port = await listenOn(server);
  const sockets = trackSockets(server);
  return {
    port,
    dropIdle: () => server.closeIdleConnections(),
    close: () => closeServer(server, sockets),
  };
}

export function listenOn(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

export function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** Does not wait for clients to close their connections. */
export function closeServer(server: Server, sockets: Set<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of sockets) socket.destroy();
  return closed;
}

export interface Delivery {
  /** Undefined: unlimited. */
  bytesPerSecond?: number | undefined;
}

export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  how: Delivery,
): void {
  const plainBody = Buffer.from(answer.body);
  const zipped = plainBody.length > 0 && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const body = zipped ? gzipSync(plainBody) : plainBody;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(zipped && { 'content-encoding': 'gzip' }),
    vary: 'accept-encoding',
    // A 304 has no body; its length header would be that of the omitted body.
    ...(answer.status !== 304 && { 'content-length': body.length }),
  });
  if (request.method === 'HEAD') response.end();
  else if (how.bytesPerSecond === undefined) response.end(body);
  else trickle(response, body, how.bytesPerSecond);
}

function trickle(response: ServerResponse, body: Buffer, bytesPerSecond: number): void {
  const step = Math.max(1, Math.round(bytesPerSecond / 10));
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + step));
    sent += step;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, 100);
  response.on('close', () => clearInterval(timer));
}
