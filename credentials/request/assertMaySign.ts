import { isServiceHost } from '../serviceHost';
import { CannotSignError } from './CannotSignError';
import { shortened } from './shortened';

/**
 * A signed request shows the access key ID and the session token to whoever receives it. It goes to Volcengine and
 * BytePlus over TLS, and to where the owner of the credential has it go: the scheme, host and port of its Endpoint.
 *
 * @throws CannotSignError for any other address
 */
export function assertMaySign(url: URL, ownEndpoint: URL): void {
  if (url.protocol === 'https:' && isServiceHost(url.hostname)) return;
  if (url.origin === ownEndpoint.origin) return;
  throw new CannotSignError(
    `The credential does not sign requests to ${shortened(url.origin)}, only to https hosts of Volcengine and BytePlus (*.volcengineapi.com, *.byteplusapi.com) and to its own Endpoint.`,
    "If you trust this address, enter it as the credential's Endpoint.",
  );
}
