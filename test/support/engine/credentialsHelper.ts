import type { ICredentialDataDecryptedObject, ICredentialType, IHttpRequestOptions } from 'n8n-workflow';

/** A credential as a user has saved it. */
export interface SavedCredential {
  type: ICredentialType;
  data: ICredentialDataDecryptedObject;
  /** What each look-up of it waits for. */
  lookUp?(): Promise<unknown>;
}

/** The part of n8n's server that the engine asks for credentials. */
export function credentialsHelper(credential: SavedCredential | undefined) {
  return {
    getParentTypes: () => [],
    isCredentialUsableByNode: () => true,
    getDecrypted: async () => {
      await credential?.lookUp?.();
      return { ...credential?.data };
    },
    preAuthentication: async () => undefined,
    authenticate: async (
      data: ICredentialDataDecryptedObject,
      _type: string,
      options: IHttpRequestOptions,
    ) => {
      const { authenticate } = credential?.type ?? {};
      if (typeof authenticate !== 'function') throw new Error('The credential does not sign');
      return await authenticate(data, options);
    },
  };
}
