import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { closeServer, listenOn, trackSockets } from './server.ts';

export interface Proxy {
  port: number;
  close(): Promise<void>;
}

/** Firefox cannot map host names, so it uses this proxy, which connects every tunnel to the TLS server. */
export async function startProxy(tlsPort: number): Promise<Proxy> {
  // Plain http is not supported; answering makes such requests fail at once instead of timing out.
  const server = createServer((_request, response) => {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('Only https is supported.\n');
  });
  server.on('connect', (_request, client: Socket, head: Buffer) => {
    const upstream = connect(tlsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (head.length > 0) upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  const sockets = trackSockets(server);
  return { port: await listenOn(server), close: () => closeServer(server, sockets) };
}
