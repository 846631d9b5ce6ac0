import { generate } from 'selfsigned';

/** What a TLS server needs, and the authority its clients have to trust; all in PEM. */
export interface Certificate {
  key: string;
  cert: string;
  authority: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Makes an authority and, signed by it, a certificate for 127.0.0.1 and localhost, good for a week. */
export async function makeCertificate(): Promise<Certificate> {
  const common = {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - dayMs),
    notAfterDate: new Date(Date.now() + 6 * dayMs),
  } as const;
  const authority = await generate([{ name: 'commonName', value: 'RTC emulator authority' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  return { key: server.private, cert: server.cert, authority: authority.cert };
}
