import { sha256Hex } from './canonicalRequest';
import { signingKey } from './signingKey';
import type { CredentialScope } from './stringToSign';

/** More than an n8n signs with in a day. */
const mostKept = 50;

/**
 * Derives each signing key once a day rather than for every request, which is four HMACs of a signature's five.
 *
 * No secret is kept: a key is found by a hash of what it is made of, and is of no use beyond its day and service.
 */
export class SigningKeys {
  private readonly kept = new Map<string, Buffer>();

  private day?: string;

  /** The signing key of a secret access key for the day of a date, a region and a service. */
  of(secretAccessKey: string, xDate: string, scope: CredentialScope): Buffer {
    this.keepOnly(xDate.slice(0, 8));
    const identity = sha256Hex(JSON.stringify([secretAccessKey, scope.region, scope.service]));
    const known = this.kept.get(identity);
    if (known !== undefined) return known;
    const key = signingKey(secretAccessKey, xDate, scope);
    if (this.kept.size >= mostKept) this.kept.clear();
    this.kept.set(identity, key);
    return key;
  }

  private keepOnly(day: string): void {
    if (day !== this.day) this.kept.clear();
    this.day = day;
  }
}
