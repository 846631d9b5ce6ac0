const headerBytes = 5;
const applicationData = 23;

/**
 * Counts the records of application data in one direction of a TLS connection, from outside.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-5.1
 */
export class RecordCounter {
  count = 0;

  private rest = Buffer.alloc(0);

  /** Takes in what comes next. */
  add(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= headerBytes) {
      const end = headerBytes + this.rest.readUInt16BE(3);
      if (this.rest.length < end) return;
      if (this.rest[0] === applicationData) this.count += 1;
      this.rest = this.rest.subarray(end);
    }
  }
}
