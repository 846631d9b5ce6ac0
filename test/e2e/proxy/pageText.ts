import type { Page } from './deed';

/** The head of an answer as it goes over the wire. */
export function headText({ status, headers = {}, body = '' }: Page): string {
  const all = {
    'Content-Type': 'text/html',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} Of the proxy`, ...lines, '', ''].join('\r\n');
}
