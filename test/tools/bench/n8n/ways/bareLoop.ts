import { writeRequestFile } from '../requestFile';
import { node } from '../workflow';
import type { Way } from './way';

/** n8n's HTTP helper in a bare loop, with bodies made beforehand, signed by the credential: the floor in n8n. */
export const bareLoop: Way = {
  name: 'HTTP helper in a bare loop',
  nodes: (stage) => [
    { ...node('Bare loop', 'CUSTOM.bareLoop', 1, { requestFile: writeRequestFile(stage) }), credentials: {} },
  ],
};
