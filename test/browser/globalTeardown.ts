import removeFolder from '../e2e/globalTeardown';
import { theServer } from './theServer';

export default async function globalTeardown(): Promise<void> {
  await theServer.running?.close();
  removeFolder();
}
