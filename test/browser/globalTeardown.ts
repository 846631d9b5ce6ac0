import removeFolder from '../support/n8n/globalTeardown';
import { theServer } from '../support/browser/theServer';

export default async function globalTeardown(): Promise<void> {
  await theServer.running?.close();
  removeFolder();
}
