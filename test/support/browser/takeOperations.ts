import type { Page } from 'playwright-core';
import { type Ledger, sampleAppId } from '../emulator';
import type { Workflow } from '../n8n';
import { Canvas } from './Canvas';
import type { NodePanel } from './NodePanel';
import { hideDistractions, takePicture } from './picture';
import type { Look, Stage } from './Stage';

/** A picture of an operation that has run, with the branch Success open. */
interface Scene {
  picture: string;
  operation: string;
  /** Fills in the fields, with the operation chosen. */
  fill(panel: NodePanel): Promise<void>;
  /** What the service is like before. */
  before?(ledger: Ledger): void;
}

const mapUsers = async (panel: NodePanel) => {
  await panel.map('User ID', 'UserId');
  await panel.map('Nick Name', 'NickName');
};
const mapId = async (panel: NodePanel) => await panel.map('User ID', 'userId');
const tagUsers = async (panel: NodePanel) => {
  await panel.fill('tags', 'vip');
  await mapId(panel);
};

/** In an order in which each has users to show; the first of them is new, and then online. */
const scenesFor = (first: string): Scene[] => [
  {
    picture: 'register-or-update-users',
    operation: 'Register or Update Users',
    fill: mapUsers,
    before: (ledger) => ledger.unregister(sampleAppId, first, 'picture', 0),
  },
  { picture: 'update-users', operation: 'Update Users', fill: mapUsers },
  { picture: 'get-users', operation: 'Get Users', fill: mapId },
  { picture: 'add-tags', operation: 'Add Tags to Users', fill: tagUsers },
  {
    picture: 'online-status',
    operation: 'Get Online Status of Users',
    fill: mapId,
    before: (ledger) => ledger.connections.add(sampleAppId, first, { platform: 'iOS' }),
  },
  { picture: 'unregister-users', operation: 'Unregister Users', fill: mapId },
];

/** What the operations are given. */
export interface Given {
  /** Rows with the users that the picture of the first operation has registered. */
  users: Workflow;
  /** The id of the first of them. */
  first: string;
  /** A row with a text. */
  message: Workflow;
}

/** Takes a picture of each operation but the first. */
export async function takeOperations(
  stage: Stage,
  look: Look,
  { users, first, message }: Given,
): Promise<void> {
  for (const { picture, operation, fill, before } of scenesFor(first)) {
    before?.(stage.emulator.ledger);
    const page = await stage.open(users, look);
    const panel = await openWide(page);
    await panel.choose('operation', operation);
    await fill(panel);
    await panel.execute('Success');
    await takePicture(page, picture, look);
    await page.close();
  }
  await takeBroadcast(await stage.open(message, look), look);
}

async function takeBroadcast(page: Page, look: Look): Promise<void> {
  const panel = await openWide(page);
  await panel.choose('resource', 'Broadcast');
  await panel.fill('sender', '10001');
  await panel.fill('tags', 'vip');
  await panel.map('Text', 'text');
  await panel.execute('Success');
  await takePicture(page, 'send-broadcast', look);
}

/** The panel of the node, wide enough for whole messages in the output, which gets a third of it. */
export async function openWide(page: Page): Promise<NodePanel> {
  await hideDistractions(page);
  await page.setViewportSize({ width: 1760, height: 960 });
  return await new Canvas(page).openNode('Register');
}
