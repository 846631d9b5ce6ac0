import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { endpointOf, regions } from './region';
import { CannotSignError } from './request/CannotSignError';
import type { AccessKey } from './signature/signRequest';

const enterIt = 'Enter it and save.';

/**
 * The access key of a credential, without the white space that is easily pasted around it.
 *
 * @throws CannotSignError when a part is missing or cannot go into a header
 */
export function accessKeyOf(credentials: ICredentialDataDecryptedObject): AccessKey {
  const accessKeyId = textOf(credentials, 'accessKeyId');
  const secretAccessKey = textOf(credentials, 'secretAccessKey');
  const sessionToken = textOf(credentials, 'sessionToken');
  if (accessKeyId === '') throw new CannotSignError('The credential has no Access Key ID.', enterIt);
  if (secretAccessKey === '') {
    throw new CannotSignError('The credential has no Secret Access Key.', enterIt);
  }
  assertHeaderText(accessKeyId, 'Access Key ID');
  assertHeaderText(sessionToken, 'Session Token');
  return { accessKeyId, secretAccessKey, ...(sessionToken !== '' && { sessionToken }) };
}

/**
 * The region of a credential, that of the Chinese mainland where none was chosen.
 *
 * @throws CannotSignError when an expression made it something that cannot go into a header
 */
export function regionOf(credentials: ICredentialDataDecryptedObject): string {
  const region = textOf(credentials, 'region') || regions[0].id;
  assertHeaderText(region, 'Region');
  return region;
}

/** Base URL that a credential's requests go to: its own endpoint, or else that of its region. */
export function endpointFor(credentials: ICredentialDataDecryptedObject): string {
  return textOf(credentials, 'endpoint') || endpointOf(regionOf(credentials));
}

function textOf(credentials: ICredentialDataDecryptedObject, field: string): string {
  const value = credentials[field];
  return typeof value === 'string' ? value.trim() : '';
}

function assertHeaderText(text: string, label: string): void {
  if (/[^\x21-\x7e]/.test(text)) {
    throw new CannotSignError(
      `The credential's ${label} has white space or other characters inside that do not belong there.`,
      'Enter it again.',
    );
  }
}
